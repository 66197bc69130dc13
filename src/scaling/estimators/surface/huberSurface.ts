import { LuDecomposition, Matrix } from 'ml-matrix'
import { definiteSolution } from '../../../numerics/definiteSolution.ts'
import type { CentredSurface, SurfacePoints } from './surfacePoints.ts'

/** Where Huber's loss turns from squares to absolute values, in ln loss (Hoffmann et al. 2022, section D.2). */
export const HUBER_DELTA = 1e-3
const ITERATIONS = 400
/** A step this small in every coordinate ends the search. */
const SETTLED = 1e-13
/** A resample's last step. At 1e-4 flat valleys end early: α's interval on porian-refinedweb-5 is .44 to .92 where it is .41 to 1.08. */
export const RESAMPLE_SETTLED = 1e-6
/** Deltas on the way to least absolute deviations, the last as good as 0. */
const TOWARDS_ABSOLUTE = [1e-3, 2e-4, 4e-5, 8e-6, 1.6e-6, 3e-7, 6e-8, 1e-8] as const

/** A minimum of Approach 3. */
export interface HuberSurface {
  readonly surface: CentredSurface
  /** Sum over the runs of Huber's loss of the residuals in ln loss. */
  readonly objective: number
}

export interface HuberOptions {
  /** In ln loss. */
  readonly delta?: number
  /** A step smaller than this in every coordinate ends the search. */
  readonly settled?: number
  /** How often each point counts, whole numbers; once where it is not said. */
  readonly counts?: ArrayLike<number>
}

/** Parameters in the log-sum-exp form: a = ln A, b = ln B, e = ln E, and the exponents. */
type LogParameters = Float64Array

/**
 * Approach 3 from one start: minimises sum Huber(LSE(a - alpha x, b - beta y, e) - ln L), the sum and not
 * the mean, by Newton's method with the exact gradient and Hessian, damped until the Hessian is definite
 * and the objective falls, run until no step lowers it. Null where it runs away.
 *
 * Source of the form: Hoffmann et al. 2022, arXiv:2203.15556, section D.2; damping: Levenberg 1944,
 * Quart. Appl. Math. 2, 164, Marquardt 1963, J. SIAM 11, 431.
 */
export function huberSurface(
  points: SurfacePoints,
  start: CentredSurface,
  { delta = HUBER_DELTA, settled = SETTLED, counts }: HuberOptions = {},
): HuberSurface | null {
  let parameters: LogParameters = Float64Array.of(
    Math.log(Math.max(start.A, 1e-8)),
    Math.log(Math.max(start.B, 1e-8)),
    Math.log(Math.max(start.E, 1e-8)),
    start.alpha,
    start.beta,
  )
  const sum = new HuberSum(points, delta, counts)
  let value = sum.valueAt(parameters)
  let at = sum.derivatives()
  let damping = 1e-3
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    let isBetter = false
    let moved = 0
    for (let attempt = 0; attempt < 40 && !isBetter; attempt++) {
      const step = dampedStep(at.hessian, at.gradient, damping)
      const next = step === null ? null : parameters.map((x, i) => x - (step[i] ?? 0))
      const trial = next === null ? Number.NaN : sum.valueAt(next)
      if (next !== null && trial < value) {
        moved = Math.max(...next.map((x, i) => Math.abs(x - (parameters[i] ?? 0))))
        parameters = next
        value = trial
        at = sum.derivatives()
        isBetter = true
        damping = Math.max(damping / 9, 1e-15)
      } else damping = Math.max(damping * 7, 1e-12)
      if (damping > 1e12) break
    }
    if (!isBetter || moved < settled) break
  }
  const [a = 0, b = 0, e = 0, alpha = 0, beta = 0] = parameters
  const surface = { E: Math.exp(e), A: Math.exp(a), B: Math.exp(b), alpha, beta }
  return Number.isFinite(value) && Number.isFinite(surface.A + surface.B)
    ? { surface, objective: value }
    : null
}

/**
 * Least absolute deviations in ln loss: Huber's loss with delta brought to 0 step by step, each minimum the
 * start of the next, and at last the vertex itself, where five residuals are 0. The objective is sum |r|.
 */
export function absoluteSurface(points: SurfacePoints, start: CentredSurface): HuberSurface | null {
  const near = TOWARDS_ABSOLUTE.reduce<CentredSurface | null>(
    (at, delta) => (at === null ? null : (huberSurface(points, at, { delta })?.surface ?? null)),
    start,
  )
  if (near === null) return null
  const vertex = vertexNear(points, near)
  const [of, ofVertex] = [absoluteSum(points, near), absoluteSum(points, vertex)]
  return ofVertex <= of
    ? { surface: vertex, objective: ofVertex }
    : { surface: near, objective: of }
}

function absoluteSum(points: SurfacePoints, { E, A, B, alpha, beta }: CentredSurface): number {
  return points.loss.reduce((sum, loss, i) => {
    const x = points.logScale[i] ?? 0
    const y = points.logTokens[i] ?? 0
    const value = E + A * Math.exp(-alpha * x) + B * Math.exp(-beta * y)
    return sum + Math.abs(Math.log(value / loss))
  }, 0)
}

/** The surface through the five points that it misses least, by Newton's method. */
function vertexNear(points: SurfacePoints, near: CentredSurface): CentredSurface {
  let at = near
  const { logScale, logTokens, loss } = points
  const missOf = (i: number): number => {
    const { E, A, B, alpha, beta } = at
    return (
      E +
      A * Math.exp(-alpha * (logScale[i] ?? 0)) +
      B * Math.exp(-beta * (logTokens[i] ?? 0)) -
      (loss[i] ?? 0)
    )
  }
  const nearest = Array.from(loss, (_, i) => i)
    .sort((i, j) => Math.abs(missOf(i)) - Math.abs(missOf(j)))
    .slice(0, 5)
  if (nearest.length < 5) return near
  for (let iteration = 0; iteration < 20; iteration++) {
    const jacobian = new Matrix(
      nearest.map((i) => {
        const [x, y] = [logScale[i] ?? 0, logTokens[i] ?? 0]
        const [u, v] = [Math.exp(-at.alpha * x), Math.exp(-at.beta * y)]
        return [1, u, v, -at.A * x * u, -at.B * y * v]
      }),
    )
    const lu = new LuDecomposition(jacobian)
    if (lu.isSingular()) return near
    const step = lu.solve(Matrix.columnVector(nearest.map((i) => -missOf(i)))).to1DArray()
    const [E = 0, A = 0, B = 0, alpha = 0, beta = 0] = step
    at = {
      E: at.E + E,
      A: at.A + A,
      B: at.B + B,
      alpha: at.alpha + alpha,
      beta: at.beta + beta,
    }
    if (!Object.values(at).every((value) => value > 0)) return near
  }
  return at
}

/** Below this size a few terms of a series are exp and log to the last digit. */
const SMALL = 0.1

/** Writes exp(level - slope·x). */
function writeTerm(into: Float64Array, level: number, slope: number, x: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = Math.exp(level - slope * (x[i] ?? 0))
}

/** The same from values at another level and slope less than SMALL away: Taylor's polynomial leaves out less than 3e-17. */
function writeTermNear(
  into: Float64Array,
  from: Float64Array,
  [level, slope]: readonly [number, number],
  x: Float64Array,
): void {
  for (let i = 0; i < into.length; i++) {
    const z = level - slope * (x[i] ?? 0)
    const highest = 1 / 5040 + z * (1 / 40_320 + z * (1 / 362_880))
    const high = 1 / 24 + z * (1 / 120 + z * (1 / 720 + z * highest))
    into[i] = (from[i] ?? 0) * (1 + z * (1 + z * (1 / 2 + z * (1 / 6 + z * high))))
  }
}

/** Writes ln(value / of) of positive numbers, by ln q = 2 artanh((q - 1)/(q + 1)) where they are near to one another. */
function writeLogRatios(
  into: Float64Array,
  [ofN, ofD, ofE]: readonly [Float64Array, Float64Array, number],
  of: Float64Array,
): void {
  for (let i = 0; i < into.length; i++) {
    const value = (ofN[i] ?? 0) + (ofD[i] ?? 0) + ofE
    const other = of[i] ?? 0
    const t = (value - other) / (value + other)
    const square = t * t
    if (square < (SMALL * SMALL) / 4) {
      const high = 1 / 7 + square * (1 / 9 + square * (1 / 11 + square * (1 / 13)))
      into[i] = 2 * t * (1 + square * (1 / 3 + square * (1 / 5 + square * high)))
    } else into[i] = Math.log(value / other)
  }
}

/**
 * The objective with its gradient and Hessian by (a, b, e, alpha, beta): the innermost loops of a thousand refits. Values
 * and derivatives have a loop each, since a step that is refused needs no derivatives; the fifteen sums stand in variables
 * of their own, which is twice as fast as in arrays; and as exp and log are most of the work, terms a small step away
 * are multiplied up from those before it, and logarithms of ratios near 1 taken by their series.
 */
class HuberSum {
  private readonly delta: number
  private readonly count: Float64Array
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly loss: Float64Array
  /** Of the last place: A·N^-alpha, B·D^-beta, and the residuals. */
  private readonly ofN: Float64Array
  private readonly ofD: Float64Array
  private readonly residual: Float64Array
  private ofE = 0
  private last: LogParameters = new Float64Array(5)
  /** The terms where derivatives were taken last, from which the search goes on. */
  private readonly fromN: Float64Array
  private readonly fromD: Float64Array
  private from: LogParameters | null = null
  private readonly mostX: number
  private readonly mostY: number

  constructor(
    { logScale, logTokens, loss }: SurfacePoints,
    delta: number,
    counts: ArrayLike<number> | undefined,
  ) {
    this.delta = delta
    this.count = loss.map((_, i) => counts?.[i] ?? 1)
    this.x = logScale
    this.y = logTokens
    this.loss = loss
    this.ofN = new Float64Array(loss.length)
    this.ofD = new Float64Array(loss.length)
    this.residual = new Float64Array(loss.length)
    this.fromN = new Float64Array(loss.length)
    this.fromD = new Float64Array(loss.length)
    this.mostX = logScale.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    this.mostY = logTokens.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  }

  valueAt(parameters: LogParameters): number {
    const { delta, count, residual } = this
    const [a = 0, b = 0, e = 0, alpha = 0, beta = 0] = parameters
    const [a0 = Number.NaN, b0 = 0, , alpha0 = 0, beta0 = 0] = this.from ?? []
    const [da, db, dAlpha, dBeta] = [a - a0, b - b0, alpha - alpha0, beta - beta0]
    const stepN = Math.abs(da) + Math.abs(dAlpha) * this.mostX
    const stepD = Math.abs(db) + Math.abs(dBeta) * this.mostY
    if (Math.max(stepN, stepD) < SMALL) {
      writeTermNear(this.ofN, this.fromN, [da, dAlpha], this.x)
      writeTermNear(this.ofD, this.fromD, [db, dBeta], this.y)
    } else {
      writeTerm(this.ofN, a, alpha, this.x)
      writeTerm(this.ofD, b, beta, this.y)
    }
    this.ofE = Math.exp(e)
    this.last = parameters
    writeLogRatios(residual, [this.ofN, this.ofD, this.ofE], this.loss)
    let sum = 0
    for (let i = 0; i < count.length; i++) {
      const size = Math.abs(residual[i] ?? 0)
      sum += (count[i] ?? 0) * (size <= delta ? (size * size) / 2 : delta * (size - delta / 2))
    }
    return sum
  }

  /** At the place of the last value. */
  derivatives(): { readonly gradient: Float64Array; readonly hessian: Float64Array } {
    const { delta, count: counts, ofE } = this
    let [ga, gb, ge, gx, gy] = [0, 0, 0, 0, 0]
    let [aa, ab, bb, ae, be, ee] = [0, 0, 0, 0, 0, 0]
    let [ax, bx, ex, xx, ay, by, ey, xy, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i] ?? 0
      const x = this.x[i] ?? 0
      const y = this.y[i] ?? 0
      const r = this.residual[i] ?? 0
      const isSquare = Math.abs(r) <= delta
      const slope = count * (isSquare ? r : r < 0 ? -delta : delta)
      const curvature = (isSquare ? count : 0) - slope
      // Shares of the three terms; d ln total = p da + q db + s de - p x dalpha - q y dbeta.
      const ofN = this.ofN[i] ?? 0
      const ofD = this.ofD[i] ?? 0
      const ofTotal = 1 / (ofN + ofD + ofE)
      const p = ofN * ofTotal
      const q = ofD * ofTotal
      const s = ofE * ofTotal
      const px = p * x
      const qy = q * y
      ga += slope * p
      gb += slope * q
      ge += slope * s
      gx -= slope * px
      gy -= slope * qy
      // Second derivatives of ln total: those of the terms themselves less the square of the gradient.
      aa += curvature * p * p + slope * p
      ab += curvature * p * q
      bb += curvature * q * q + slope * q
      ae += curvature * p * s
      be += curvature * q * s
      ee += curvature * s * s + slope * s
      ax -= curvature * px * p + slope * px
      bx -= curvature * px * q
      ex -= curvature * px * s
      xx += curvature * px * px + slope * px * x
      ay -= curvature * qy * p
      by -= curvature * qy * q + slope * qy
      ey -= curvature * qy * s
      xy += curvature * px * qy
      yy += curvature * qy * qy + slope * qy * y
    }
    this.goOnFromHere()
    return {
      gradient: Float64Array.of(ga, gb, ge, gx, gy),
      // Its lower triangle, row by row.

      hessian: Float64Array.of(aa, ab, bb, ae, be, ee, ax, bx, ex, xx, ay, by, ey, xy, yy),
    }
  }

  private goOnFromHere(): void {
    this.from = this.last
    this.fromN.set(this.ofN)
    this.fromD.set(this.ofD)
  }
}

/** (H + damping·diag|H|)^-1 g; null where that is not definite. */
function dampedStep(
  hessian: Float64Array,
  gradient: Float64Array,
  damping: number,
): Float64Array | null {
  const damped = hessian.slice()
  for (let row = 0, at = 0; row < gradient.length; row++, at += row + 1) {
    damped[at] = (damped[at] ?? 0) + damping * (Math.abs(damped[at] ?? 0) + 1e-9)
  }
  return definiteSolution(damped, gradient)
}
