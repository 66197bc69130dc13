import { LuDecomposition, Matrix } from 'ml-matrix'
import { definiteSolution } from '../../../numerics/definiteSolution.ts'
import { HuberSum, type LogParameters } from './huberSum.ts'
import type { CentredSurface, SurfacePoints } from './surfacePoints.ts'

/** Where Huber's loss turns from squares to absolute values, in ln loss (Hoffmann et al. 2022, section D.2). */
export const HUBER_DELTA = 1e-3
const ITERATIONS = 400
const FIRST_DAMPING = 1e-3
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
  let damping = FIRST_DAMPING
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    let isBetter = false
    let moved = 0
    for (let attempt = 0; attempt < 40 && !isBetter; attempt++) {
      const step = dampedStep(at.hessian, at.gradient, damping)
      const next = step === null ? null : parameters.map((x, i) => x - (step[i] ?? 0))
      // The last step of Newton's method, hardly damped: what it would gain is below rounding.
      if (
        step !== null &&
        next !== null &&
        damping < FIRST_DAMPING &&
        step.every((x) => Math.abs(x) < settled)
      ) {
        parameters = next
        break
      }
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
