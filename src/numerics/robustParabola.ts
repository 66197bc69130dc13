import { median } from 'd3-array'
import { polynomialLeastSquares } from './leastSquares.ts'

const ITERATIONS = 50
const FLOOR = 1e-5

/**
 * Residuals y_i - f(x_i) of the least-absolute-deviations parabola f, which a single wild
 * value cannot pull towards itself, and their robust scale 1.4826 * median |residual|.
 *
 * Iteratively reweighted least squares with weights 1 / max(|r|, floor), the floor relative
 * to the median |y| (Schlossmacher 1973, J. Am. Stat. Assoc. 68, 857). Null with fewer than
 * three distinct x.
 */
export function robustParabolaResiduals(
  x: readonly number[],
  y: readonly number[],
): { residuals: number[]; scale: number } | null {
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length
  const centred = x.map((value) => value - meanX)
  const floor = FLOOR * (median(y, Math.abs) ?? 1)
  let weights = x.map(() => 1)
  let residuals: number[] = []
  let before: readonly number[] = []
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const coefficients = polynomialLeastSquares(centred, y, 2, weights)
    if (coefficients === null) return null
    const [c0 = 0, c1 = 0, c2 = 0] = coefficients
    residuals = y.map((value, i) => {
      const d = centred[i] ?? 0
      return value - (c0 + d * (c1 + d * c2))
    })
    if (coefficients.every((c, k) => Math.abs(c - (before[k] ?? Infinity)) < 1e-10)) break
    before = coefficients
    weights = residuals.map((r) => 1 / Math.max(Math.abs(r), floor))
  }
  return { residuals, scale: 1.4826 * (median(residuals, Math.abs) ?? 0) }
}
