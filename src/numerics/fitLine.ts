import type { Outcome } from './outcome.ts'
import { polynomialLeastSquares } from './leastSquares.ts'

/** A straight line y = intercept + slope * x with how well it holds. */
export interface Line {
  readonly intercept: number
  readonly slope: number
  /** Coefficient of determination; 1 when y is constant and met exactly. */
  readonly rSquared: number
  /** Standard error of the slope; null with two points, which leave nothing to judge by. */
  readonly slopeStandardError: number | null
}

/**
 * Ordinary least-squares line through (x_i, y_i).
 *
 * Slope standard error: sqrt(sum r^2 / (n - 2) / sum (x - mean x)^2). Unfittable with fewer
 * than two distinct x.
 */
export function fitLine(
  x: readonly number[],
  y: readonly number[],
): Outcome<Line, 'too-few-points'> {
  const n = x.length
  const meanX = x.reduce((sum, value) => sum + value, 0) / n
  const centred = x.map((value) => value - meanX)
  const coefficients = n < 2 ? null : polynomialLeastSquares(centred, y, 1)
  const [c0, c1] = coefficients ?? []
  if (c0 === undefined || c1 === undefined) {
    return { status: 'unfittable', reason: 'too-few-points' }
  }
  const meanY = y.reduce((sum, value) => sum + value, 0) / n
  let residual = 0
  let total = 0
  let spread = 0
  for (let i = 0; i < n; i++) {
    const xi = centred[i] ?? 0
    const yi = y[i] ?? 0
    residual += (yi - c0 - c1 * xi) ** 2
    total += (yi - meanY) ** 2
    spread += xi * xi
  }
  return {
    status: 'fitted',
    intercept: c0 - c1 * meanX,
    slope: c1,
    rSquared: total > 0 ? 1 - residual / total : 1,
    slopeStandardError: n > 2 ? Math.sqrt(residual / (n - 2) / spread) : null,
  }
}
