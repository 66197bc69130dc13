import { median } from '../../../numerics/median.ts'
import { gaussNewton } from '../../../numerics/gaussNewton.ts'
import type { CentredSurface, SurfacePoints } from './surfacePoints.ts'
import { SurfaceProjection } from './surfaceProjection.ts'

/** Ends of both exponents: published ones lie in 0.28..0.70, and beyond these a term is a constant or a wall. */
export const EXPONENT_BOUNDS = { low: 0.02, high: 3 } as const
const GRID = 14
const SETTLED = 1e-12
/** A resample's exponents need no more digits than its interval shows. */
const RESAMPLE_SETTLED = 1e-4
const ROUNDS = 30
/** Bisquare's constant, and the median absolute residual of a standard normal: as in the robust parabola. */
const TUNING = 4.685
const CONSISTENCY = 1.4826
/** Smallest scale of the residuals, relative to the loss: what a surface of this form misses. */
const LEAST_SCALE = 0.002

/** A surface with the weights that its points came to. */
export interface ProjectedSurface {
  readonly surface: CentredSurface
  /** Weight of each point, 0..1; 0 where it has no say. */
  readonly weights: Float64Array
  /** Weighted sum of squared residuals, relative to the loss. */
  readonly squares: number
}

/**
 * The surface by variable projection: for each (alpha, beta) the linear part E, A, B >= 0 by non-negative
 * least squares, (ln alpha, ln beta) by damped Gauss-Newton, residuals relative to the loss, bisquare
 * weights iterated to rest, from the best of a grid of exponents.
 *
 * Sources: Golub and Pereyra 1973, SIAM J. Numer. Anal. 10, 413; non-negativity: Lawson and Hanson 1974,
 * Solving Least Squares Problems, chapter 23; bisquare: Beaton and Tukey 1974.
 */
export function projectSurface(points: SurfacePoints): ProjectedSurface | null {
  const projection = new SurfaceProjection(points)
  let at = leastAbsoluteStart(projection)
  if (at === null) return null
  let scale = 0
  for (let round = 0; round < ROUNDS; round++) {
    const residuals = projection.residualsOf(at)
    // The scale settles after a few rounds, and then stays, so that the weights can.
    if (round < 3) scale = Math.max(LEAST_SCALE, robustScale(residuals))
    projection.weigh(residuals, (r) => {
      const u = r / (TUNING * scale)
      return Math.abs(u) < 1 ? (1 - u * u) ** 2 : 0
    })
    const next = descend(projection, at)
    if (next === null) return null
    const isSettled = isSame(at, next)
    at = next
    if (isSettled && round >= 3) break
  }
  const squares = projection.squaresAt(Math.log(at.alpha), Math.log(at.beta))
  return { surface: projection.surface(at.alpha, at.beta), weights: projection.weights, squares }
}

/** The surface from one that is near, with the weights of its points held: what a resample is fitted by. */
export function reprojected(
  points: SurfacePoints,
  weights: ArrayLike<number>,
  near: CentredSurface,
): CentredSurface | null {
  const projection = new SurfaceProjection(points)
  projection.weigh(points.loss, (_, i) => weights[i] ?? 0)
  return descend(projection, near, RESAMPLE_SETTLED)
}

/** The best linear part at given exponents, and the sum of its absolute residuals; null where there is none. */
export function surfaceAtExponents(
  points: SurfacePoints,
  alpha: number,
  beta: number,
): { readonly surface: CentredSurface; readonly size: number } | null {
  const projection = new SurfaceProjection(points)
  const surface = projection.at(alpha, beta)
  return surface === null ? null : { surface, size: absoluteSize(projection.residualsOf(surface)) }
}

/** The best of a grid of (alpha, beta), after a few rounds of weights 1/|r| that wild points do not move. */
function leastAbsoluteStart(projection: SurfaceProjection): CentredSurface | null {
  let best: CentredSurface | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { alpha, beta } of gridOfExponents()) {
    const surface = projection.at(alpha, beta)
    const size = surface === null ? Number.NaN : absoluteSize(projection.residualsOf(surface))
    if (size < least) [least, best] = [size, surface]
  }
  for (let round = 0; round < 4 && best !== null; round++) {
    projection.weigh(projection.residualsOf(best), (r) => 1 / Math.max(Math.abs(r), 1e-4))
    best = descend(projection, best, 1e-5)
  }
  return best
}

function absoluteSize(residuals: Float64Array): number {
  return residuals.reduce((sum, r) => sum + Math.abs(r), 0)
}

/** Exponents of a grid, even in their logarithms. */
export function gridOfExponents(): readonly { readonly alpha: number; readonly beta: number }[] {
  const [low, high] = [Math.log(0.05), Math.log(2)]
  const values = Array.from({ length: GRID }, (_, i) =>
    Math.exp(low + ((high - low) * i) / (GRID - 1)),
  )
  return values.flatMap((alpha) => values.map((beta) => ({ alpha, beta })))
}

/** Damped Gauss-Newton in (ln alpha, ln beta) under the weights as they are. */
function descend(
  projection: SurfaceProjection,
  start: CentredSurface,
  settled = SETTLED,
): CentredSurface | null {
  const bounds = { low: Math.log(EXPONENT_BOUNDS.low), high: Math.log(EXPONENT_BOUNDS.high) }
  const found = gaussNewton(
    {
      ...{ count: projection.count, bounds },
      residuals: (p, q, into) => projection.squaresAt(p, q, into),
      derivatives: (byP, byQ) => projection.derive(byP, byQ),
    },
    { p: Math.log(start.alpha), q: Math.log(start.beta) },
    settled,
  )
  return found === null ? null : projection.at(Math.exp(found.p), Math.exp(found.q))
}

/** Robust standard deviation of the points about a surface, relative to the loss. */
export function noiseAbout(surface: CentredSurface, points: SurfacePoints): number {
  return robustScale(new SurfaceProjection(points).residualsOf(surface))
}

function robustScale(residuals: Float64Array): number {
  const n = residuals.length
  return CONSISTENCY * median(residuals.map(Math.abs)) * Math.sqrt(n / Math.max(1, n - 5))
}

function isSame(one: CentredSurface, other: CentredSurface): boolean {
  return (['E', 'A', 'B', 'alpha', 'beta'] as const).every(
    (key) => Math.abs(one[key] - other[key]) <= 1e-10 * (Math.abs(one[key]) + 1e-12),
  )
}
