/** y = c0 + c1 * (x - centre) + c2 * (x - centre)^2. */
export interface ParabolaCoefficients {
  readonly centre: number
  readonly c0: number
  readonly c1: number
  readonly c2: number
}

/** A design whose curvature direction is this small, relatively, does not determine a parabola. */
const SINGULAR = 1e-12

/**
 * Weighted least-squares parabola: minimises sum_i w_i (y_i - f(x_i))^2, w_i >= 0, through the
 * orthogonal polynomials of the weighted x (Forsythe 1957, J. Soc. Ind. Appl. Math. 5, 74), centred
 * on their weighted mean. A closed form without allocation, because robust fits call it by the
 * million; the Householder QR of `leastSquares.ts` is what it is held to.
 *
 * `x`, `y` and `weights` have the same length. Null with fewer than three distinct x of positive
 * weight, or where the sums are not finite.
 */
export function weightedParabola(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
): ParabolaCoefficients | null {
  const n = x.length
  let total = 0
  let sumX = 0
  let sumY = 0
  for (let i = 0; i < n; i++) {
    const w = weights[i] ?? 0
    total += w
    sumX += w * (x[i] ?? 0)
    sumY += w * (y[i] ?? 0)
  }
  if (!(total > 0)) return null
  const centre = sumX / total
  const meanY = sumY / total
  let second = 0
  let third = 0
  let slope = 0
  for (let i = 0; i < n; i++) {
    const d = (x[i] ?? 0) - centre
    const wd = (weights[i] ?? 0) * d
    second += wd * d
    third += wd * d * d
    slope += wd * ((y[i] ?? 0) - meanY)
  }
  if (!(second > 0)) return null
  slope /= second
  const alpha = third / second
  const beta = second / total
  let norm = 0
  let fourth = 0
  let curvature = 0
  for (let i = 0; i < n; i++) {
    const d = (x[i] ?? 0) - centre
    const w = weights[i] ?? 0
    const p = d * (d - alpha) - beta
    norm += w * p * p
    fourth += w * d * d * d * d
    curvature += w * p * ((y[i] ?? 0) - meanY - slope * d)
  }
  if (!(norm > SINGULAR * fourth)) return null
  const c2 = curvature / norm
  const c1 = slope - alpha * c2
  const c0 = meanY - beta * c2
  return Number.isFinite(c0) && Number.isFinite(c1) && Number.isFinite(c2)
    ? { centre, c0, c1, c2 }
    : null
}

/** Value of a parabola at x. */
export function evaluateParabola(parabola: ParabolaCoefficients, x: number): number {
  const d = x - parabola.centre
  return parabola.c0 + d * (parabola.c1 + d * parabola.c2)
}

/** Where a convex parabola is lowest and how low: x = centre - c1 / (2 c2); null when c2 <= 0. */
export function parabolaMinimum(
  parabola: ParabolaCoefficients,
): { readonly x: number; readonly y: number } | null {
  if (!(parabola.c2 > 0)) return null
  const d = -parabola.c1 / (2 * parabola.c2)
  const y = parabola.c0 + d * (parabola.c1 + d * parabola.c2)
  return Number.isFinite(d) && Number.isFinite(y) ? { x: parabola.centre + d, y } : null
}
