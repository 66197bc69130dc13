import { median } from '../../../numerics/median.ts'
import { gaussNewton } from '../../../numerics/gaussNewton.ts'
import type { CentredSurface, SurfacePoints } from './surfacePoints.ts'

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
  const projection = new Projection(points)
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
  const projection = new Projection(points)
  projection.weigh(points.loss, (_, i) => weights[i] ?? 0)
  return descend(projection, near, RESAMPLE_SETTLED)
}

/** The best linear part at given exponents, and the sum of its absolute residuals; null where there is none. */
export function surfaceAtExponents(
  points: SurfacePoints,
  alpha: number,
  beta: number,
): { readonly surface: CentredSurface; readonly size: number } | null {
  const projection = new Projection(points)
  const surface = projection.at(alpha, beta)
  return surface === null ? null : { surface, size: absoluteSize(projection.residualsOf(surface)) }
}

/** The best of a grid of (alpha, beta), after a few rounds of weights 1/|r| that wild points do not move. */
function leastAbsoluteStart(projection: Projection): CentredSurface | null {
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
  projection: Projection,
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
  return robustScale(new Projection(points).residualsOf(surface))
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

/** The linear part of a surface for any (alpha, beta), without allocation: it is asked for by the thousand. */
class Projection {
  readonly count: number
  readonly weights: Float64Array
  private readonly root: Float64Array
  private readonly u: Float64Array
  private readonly v: Float64Array
  private E = 0
  private A = 0
  private B = 0
  private alpha = 0
  private beta = 0

  private readonly points: SurfacePoints

  constructor(points: SurfacePoints) {
    this.points = points
    this.count = points.loss.length
    this.weights = new Float64Array(this.count).fill(1)
    this.root = this.points.loss.map((loss) => 1 / loss)
    this.u = new Float64Array(this.count)
    this.v = new Float64Array(this.count)
  }

  /** Takes new weights from residuals. */
  weigh(residuals: Float64Array, weightOf: (residual: number, i: number) => number): void {
    const { loss } = this.points
    for (let i = 0; i < this.count; i++) {
      const w = weightOf(residuals[i] ?? 0, i)
      this.weights[i] = w
      this.root[i] = Math.sqrt(w) / (loss[i] ?? 1)
    }
  }

  /** Sum of weighted, relative squares at ln alpha, ln beta; the residuals go into `into` where it is given. */
  squaresAt(p: number, q: number, into?: Float64Array): number {
    const { logScale, logTokens, loss } = this.points
    const [alpha, beta] = [Math.exp(p), Math.exp(q)]
    ;[this.alpha, this.beta] = [alpha, beta]
    let [s00, s01, s02, s11, s12, s22, t0, t1, t2, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let i = 0; i < this.count; i++) {
      const w = this.root[i] ?? 0
      const u = w * Math.exp(-alpha * (logScale[i] ?? 0))
      const v = w * Math.exp(-beta * (logTokens[i] ?? 0))
      const y = w * (loss[i] ?? 0)
      this.u[i] = u
      this.v[i] = v
      s00 += w * w
      s01 += w * u
      s02 += w * v
      s11 += u * u
      s12 += u * v
      s22 += v * v
      t0 += w * y
      t1 += u * y
      t2 += v * y
      yy += y * y
    }
    this.solve([s00, s01, s02, s11, s12, s22], [t0, t1, t2])
    let sum = 0
    for (let i = 0; i < this.count; i++) {
      const w = this.root[i] ?? 0
      const r =
        w * (loss[i] ?? 0) - this.E * w - this.A * (this.u[i] ?? 0) - this.B * (this.v[i] ?? 0)
      sum += r * r
      if (into !== undefined) into[i] = r
    }
    return yy > 0 ? sum : Number.NaN
  }

  /**
   * Derivatives of the residuals of the last projection by ln alpha and ln beta: those of the two terms with
   * E, A and B held, less what those that are not 0 would take up of them (Kaufman 1975, BIT 15, 49).
   */
  derive(byP: Float64Array, byQ: Float64Array): void {
    const { logScale, logTokens } = this.points
    for (let i = 0; i < this.count; i++) {
      byP[i] = this.A * this.alpha * (logScale[i] ?? 0) * (this.u[i] ?? 0)
      byQ[i] = this.B * this.beta * (logTokens[i] ?? 0) * (this.v[i] ?? 0)
    }
    const columns = [
      ...(this.E > 0 ? [this.root.slice()] : []),
      ...(this.A > 0 ? [this.u.slice()] : []),
      ...(this.B > 0 ? [this.v.slice()] : []),
    ]
    columns.forEach((column, k) => {
      for (const later of [...columns.slice(k + 1), byP, byQ]) takeOff(column, later)
    })
  }

  /** The surface of the last projection. */
  surface(alpha: number, beta: number): CentredSurface {
    return { E: this.E, A: this.A, B: this.B, alpha, beta }
  }

  /** The surface at given exponents; null where the points do not determine it. */
  at(alpha: number, beta: number): CentredSurface | null {
    return Number.isFinite(this.squaresAt(Math.log(alpha), Math.log(beta)))
      ? this.surface(alpha, beta)
      : null
  }

  /** Unweighted residuals of a surface, relative to the loss. */
  residualsOf({ E, A, B, alpha, beta }: CentredSurface): Float64Array {
    const { logScale, logTokens, loss } = this.points
    return loss.map(
      (value, i) =>
        1 -
        (E +
          A * Math.exp(-alpha * (logScale[i] ?? 0)) +
          B * Math.exp(-beta * (logTokens[i] ?? 0))) /
          value,
    )
  }

  /** Non-negative least squares of three columns by their normal equations: the best feasible face. */
  private solve(
    [s00 = 0, s01 = 0, s02 = 0, s11 = 0, s12 = 0, s22 = 0]: readonly number[],
    [t0 = 0, t1 = 0, t2 = 0]: readonly number[],
  ): void {
    const c00 = s11 * s22 - s12 * s12
    const c01 = s02 * s12 - s01 * s22
    const c02 = s01 * s12 - s02 * s11
    const determinant = s00 * c00 + s01 * c01 + s02 * c02
    const E = (c00 * t0 + c01 * t1 + c02 * t2) / determinant
    const A = (c01 * t0 + (s00 * s22 - s02 * s02) * t1 + (s01 * s02 - s00 * s12) * t2) / determinant
    const B = (c02 * t0 + (s01 * s02 - s00 * s12) * t1 + (s00 * s11 - s01 * s01) * t2) / determinant
    if (E >= 0 && A >= 0 && B >= 0) {
      ;[this.E, this.A, this.B] = [E, A, B]
      return
    }
    // On a face: gain t'x of each feasible pair and of each column alone; the largest is the least misfit.
    let best = 0
    const take = (gain: number, e: number, a: number, b: number): void => {
      if (!(e >= 0 && a >= 0 && b >= 0 && gain > best)) return
      best = gain
      ;[this.E, this.A, this.B] = [e, a, b]
    }
    ;[this.E, this.A, this.B] = [0, 0, 0]
    const pair = (aa: number, ab: number, bb: number, ta: number, tb: number): [number, number] => {
      const d = aa * bb - ab * ab
      return [(ta * bb - tb * ab) / d, (tb * aa - ta * ab) / d]
    }
    const [e1, a1] = pair(s00, s01, s11, t0, t1)
    take(t0 * e1 + t1 * a1, e1, a1, 0)
    const [e2, b2] = pair(s00, s02, s22, t0, t2)
    take(t0 * e2 + t2 * b2, e2, 0, b2)
    const [a3, b3] = pair(s11, s12, s22, t1, t2)
    take(t1 * a3 + t2 * b3, 0, a3, b3)
    take((t0 * t0) / s00, t0 / s00, 0, 0)
    take((t1 * t1) / s11, 0, t1 / s11, 0)
    take((t2 * t2) / s22, 0, 0, t2 / s22)
  }
}

/** Takes off a vector what lies along another. */
function takeOff(along: Float64Array, vector: Float64Array): void {
  let [shared, square] = [0, 0]
  for (let i = 0; i < along.length; i++) {
    const a = along[i] ?? 0
    shared += a * (vector[i] ?? 0)
    square += a * a
  }
  const share = square > 0 ? shared / square : 0
  for (let i = 0; i < along.length; i++) vector[i] = (vector[i] ?? 0) - share * (along[i] ?? 0)
}
