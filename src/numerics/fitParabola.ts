import type { Outcome } from './outcome.ts'
import { polynomialLeastSquares } from './leastSquares.ts'

/** y = c0 + c1 * (x - centre) + c2 * (x - centre)^2, with the coefficient of determination. */
export interface Parabola {
  readonly centre: number
  readonly c0: number
  readonly c1: number
  readonly c2: number
  readonly rSquared: number
}

export type ParabolaFailure = 'too-few-points'

/**
 * Ordinary least-squares parabola through (x_i, y_i), x centred on its mean for conditioning.
 *
 * Unfittable with fewer than three distinct x. A concave or flat parabola (c2 <= 0) is still
 * a fit; `parabolaMinimum` tells that it has no minimum.
 */
export function fitParabola(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): Outcome<Parabola, ParabolaFailure> {
  const n = x.length
  let meanX = 0
  let meanY = 0
  for (let i = 0; i < n; i++) {
    meanX += (x[i] ?? 0) / n
    meanY += (y[i] ?? 0) / n
  }
  const centred = new Float64Array(n)
  for (let i = 0; i < n; i++) centred[i] = (x[i] ?? 0) - meanX
  const [c0, c1, c2] = polynomialLeastSquares(centred, y, 2) ?? []
  if (c0 === undefined || c1 === undefined || c2 === undefined) {
    return { status: 'unfittable', reason: 'too-few-points' }
  }
  let residual = 0
  let total = 0
  for (let i = 0; i < n; i++) {
    const d = centred[i] ?? 0
    residual += ((y[i] ?? 0) - (c0 + d * (c1 + d * c2))) ** 2
    total += ((y[i] ?? 0) - meanY) ** 2
  }
  const rSquared = total > 0 ? 1 - residual / total : 1
  return { status: 'fitted', centre: meanX, c0, c1, c2, rSquared }
}

/** Value of the parabola at x. */
export function evaluateParabola(parabola: Parabola, x: number): number {
  const d = x - parabola.centre
  return parabola.c0 + d * (parabola.c1 + d * parabola.c2)
}

/** Where a convex parabola is lowest and how low: x = centre - c1 / (2 c2); null when c2 <= 0. */
export function parabolaMinimum(parabola: Parabola): { x: number; y: number } | null {
  if (!(parabola.c2 > 0)) return null
  const d = -parabola.c1 / (2 * parabola.c2)
  const y = parabola.c0 + d * (parabola.c1 + d * parabola.c2)
  return Number.isFinite(d) && Number.isFinite(y) ? { x: parabola.centre + d, y } : null
}
