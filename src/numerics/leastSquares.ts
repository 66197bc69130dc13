import { Matrix, QrDecomposition } from 'ml-matrix'

/**
 * Least squares of y on the powers 0..degree of x, by Householder QR (ml-matrix).
 *
 * Minimises sum_i (y_i - sum_k c_k x_i^k)^2. Centre x first when it is far from zero. Returns the coefficients c_0..c_degree, or null when the x do not
 * determine them (fewer than degree + 1 distinct values).
 */
export function polynomialLeastSquares(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  degree: number,
): number[] | null {
  const n = x.length
  if (n <= degree || !(distinctCount(x) > degree)) return null
  const design = Matrix.zeros(n, degree + 1)
  const target = Matrix.zeros(n, 1)
  for (let i = 0; i < n; i++) {
    let power = 1
    target.set(i, 0, y[i] ?? Number.NaN)
    for (let k = 0; k <= degree; k++) {
      design.set(i, k, power)
      power *= x[i] ?? Number.NaN
    }
  }
  const qr = new QrDecomposition(design)
  if (!qr.isFullRank()) return null
  const coefficients = qr.solve(target).to1DArray()
  return coefficients.every(Number.isFinite) ? coefficients : null
}

function distinctCount(x: ArrayLike<number>): number {
  return new Set(Array.from(x)).size
}
