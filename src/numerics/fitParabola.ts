import type { Outcome } from './outcome.ts'
import {
  weightedParabola,
  evaluateParabola,
  type ParabolaCoefficients,
} from './weightedParabola.ts'

/** A parabola with how well it holds. */
export interface Parabola extends ParabolaCoefficients {
  /** Coefficient of determination, weighted as the fit is; 1 when y is constant and met exactly. */
  readonly rSquared: number
}

export type ParabolaFailure = 'too-few-points'

/**
 * Least-squares parabola through (x_i, y_i), ordinary unless weights are given.
 *
 * Unfittable with fewer than three distinct x. A concave or flat parabola (c2 <= 0) is still
 * a fit; `parabolaMinimum` tells that it has no minimum.
 */
export function fitParabola(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number> = new Float64Array(x.length).fill(1),
): Outcome<Parabola, ParabolaFailure> {
  const parabola = weightedParabola(x, y, weights)
  if (parabola === null) return { status: 'unfittable', reason: 'too-few-points' }
  let total = 0
  let sum = 0
  for (let i = 0; i < x.length; i++) {
    total += weights[i] ?? 0
    sum += (weights[i] ?? 0) * (y[i] ?? 0)
  }
  const mean = sum / total
  let residual = 0
  let spread = 0
  for (let i = 0; i < x.length; i++) {
    const w = weights[i] ?? 0
    residual += w * ((y[i] ?? 0) - evaluateParabola(parabola, x[i] ?? 0)) ** 2
    spread += w * ((y[i] ?? 0) - mean) ** 2
  }
  return { status: 'fitted', ...parabola, rSquared: spread > 0 ? 1 - residual / spread : 1 }
}
