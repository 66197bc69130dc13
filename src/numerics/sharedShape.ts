import { gaussNewton } from './gaussNewton.ts'
import { ProjectedCurve, type CurvePoints } from './projectedCurve.ts'
import type { ShapedCurve } from './shapedCurve.ts'

/**
 * Convex curves of one shape: y_k(x) = e_k + a_k exp(-alpha x) + b_k exp(beta x), alpha and beta shared by
 * all curves, the three others free for each. A slice of L = E + A/N^alpha + B/D^beta at fixed C = 6ND
 * is exactly such a curve in x = ln N, and alpha, beta -> 0 is a parabola, so that the family holds both.
 */
export interface SharedShape {
  readonly alpha: number
  readonly beta: number
  /** In the order given; null where the points do not determine three coefficients. */
  readonly curves: readonly (ShapedCurve | null)[]
}

/** Fits curves by weights of their points, from a place for (alpha, beta), with the runs' noise relative to their loss. */
export type SharedShapeFit = (
  weights: readonly ArrayLike<number>[],
  start: { readonly alpha: number; readonly beta: number },
  noise: number,
) => SharedShape

/** Ends of both exponents, for the search alone: flatter than 0.05 is a parabola. */
export const SHAPE_BOUNDS = { low: 0.05, high: 2 } as const
/**
 * What is known of ln alpha and ln beta before the data: published exponents of N and D lie in 0.28..0.70
 * (`docs/methods.md`), here 0.4, a factor 2 either way for a standard deviation. Curves that hardly bend say nothing of them.
 */
export const SHAPE_PRIOR = { centre: Math.log(0.4), deviation: 0.7 } as const
/** In ln alpha and ln beta: minima move by less than a tenth of it. */
const SETTLED = 1e-7

/**
 * Weighted least squares by variable projection (Golub and Pereyra 1973, SIAM J. Numer. Anal. 10, 413):
 * for each (alpha, beta) every curve's linear part by orthogonalisation, (ln alpha, ln beta) by damped
 * Gauss-Newton within {@link SHAPE_BOUNDS}, with the derivatives of Kaufman 1975, BIT 15, 49. Residuals
 * count relative to the weighted mean of their curve, since losses scatter in proportion to themselves.
 *
 * {@link SHAPE_PRIOR} counts as two more residuals, by the runs' noise. A curve whose points do not determine
 * three coefficients is null. It gives a function, since robust fits weigh the same points many times.
 */
export function sharedShapeFit(curves: readonly CurvePoints[]): SharedShapeFit {
  const projected = curves.map((curve) => new ProjectedCurve(curve))
  const bounds = { low: Math.log(SHAPE_BOUNDS.low), high: Math.log(SHAPE_BOUNDS.high) }
  return (weights, start, noise) => {
    projected.forEach((curve, k) => curve.weigh(weights[k] ?? []))
    const total = projected.reduce((sum, { length }) => sum + length, 2)
    const byPrior = noise / SHAPE_PRIOR.deviation
    const residuals = (p: number, q: number, into: Float64Array): number => {
      const [alpha, beta] = [Math.exp(p), Math.exp(q)]
      let offset = 0
      for (const curve of projected) {
        curve.project(alpha, beta, into, offset)
        offset += curve.length
      }
      into[offset] = byPrior * (p - SHAPE_PRIOR.centre)
      into[offset + 1] = byPrior * (q - SHAPE_PRIOR.centre)
      let sum = 0
      for (let i = 0; i < total; i++) sum += (into[i] ?? 0) ** 2
      return sum
    }
    const derivatives = (byP: Float64Array, byQ: Float64Array): void => {
      let offset = 0
      for (const curve of projected) {
        curve.derive(byP, byQ, offset)
        offset += curve.length
      }
      byP[offset] = byPrior
      byQ[offset + 1] = byPrior
    }
    const from = { p: Math.log(start.alpha), q: Math.log(start.beta) }
    const { p, q } =
      gaussNewton({ count: total, residuals, derivatives, bounds }, from, SETTLED) ?? from
    // Every curve keeps the linear part of the last place it was asked for.
    residuals(p, q, new Float64Array(total))
    const [alpha, beta] = [Math.exp(p), Math.exp(q)]
    return { alpha, beta, curves: projected.map((curve) => curve.fitted(alpha, beta)) }
  }
}
