import { median } from 'd3-array'
import type { Run } from '../../runs/run.ts'
import type { ScaleMetric } from '../../runs/scaleMetric.ts'
import type { ParametricLoss } from '../../forms/parametricLoss.ts'
import { absoluteSurface, huberSurface, type HuberSurface } from './huberSurface.ts'
import {
  surfacePoints,
  uncentred,
  type CentredSurface,
  type SurfacePoints,
} from './surfacePoints.ts'
import {
  EXPONENT_BOUNDS,
  gridOfExponents,
  noiseAbout,
  projectSurface,
  surfaceAtExponents,
} from './variableProjection.ts'

/** How the surface is fitted; `estimators.ts` says what each is. The first is the default. */
export const SURFACE_METHODS = ['surface', 'approach-3', 'approach-3-absolute'] as const
export type SurfaceMethod = (typeof SURFACE_METHODS)[number]

/** What is wrong with a surface that was found: it says that the data do not determine one. */
export type Degeneracy =
  /** E is 0, or as good as 0, beside the losses. */
  | 'no-irreducible'
  /** A or B is 0: the loss does not depend on the scale, or not on the tokens. */
  | 'one-term'
  /** An exponent stopped at an end of the search, or near 0. */
  | 'exponent-at-bound'

export type SurfaceFailure = 'too-few-runs' | 'too-few-scales' | 'no-surface'

/** A fitted loss surface in the units of the sweep, or why there is none. */
export type SurfaceFit =
  | {
      readonly status: 'fitted'
      readonly method: SurfaceMethod
      /** L = E + A / scale^alpha + B / D^beta, in the loss unit. */
      readonly surface: ParametricLoss
      /** The sum that was minimised: squares relative to the loss, Huber's loss, or |residual| in ln loss. */
      readonly objective: number
      readonly degeneracy: Degeneracy | null
      /** Weight of each run, 0..1; all 1 but in the default. */
      readonly weights: Float64Array
      /** Noise of a run, relative to its loss: 1.4826 x median |residual|, five coefficients allowed for. */
      readonly noise: number
      readonly runs: number
    }
  | { readonly status: 'unfittable'; readonly reason: SurfaceFailure }

/** Five coefficients, and one run to judge them by. */
export const LEAST_RUNS = 6
/** Three different scales and tokens: two say nothing of how a term bends. */
const LEAST_PLACES = 3
/** Beside a typical loss, an E or a term smaller than this share is none. */
const LEAST_SHARE = 0.01
/** Exponents below this make a term a constant, which E is already. */
const LEAST_EXPONENT = 0.05

/** Fits the loss surface of runs along a scale metric; never throws because of data. */
export function fitSurface(
  runs: readonly Run[],
  metric: ScaleMetric,
  method: SurfaceMethod,
): SurfaceFit {
  const points = surfacePoints(runs, metric)
  const places = (column: Float64Array): number => new Set(column).size
  if (runs.length < LEAST_RUNS) return { status: 'unfittable', reason: 'too-few-runs' }
  if (places(points.logScale) < LEAST_PLACES || places(points.logTokens) < LEAST_PLACES) {
    return { status: 'unfittable', reason: 'too-few-scales' }
  }
  const found = minimised(points, method)
  if (found === null) return { status: 'unfittable', reason: 'no-surface' }
  return {
    status: 'fitted',
    method,
    surface: uncentred(found.surface, points),
    objective: found.objective,
    degeneracy: degeneracyOf(found.surface, points),
    weights: found.weights,
    noise: noiseAbout(found.surface, points),
    runs: runs.length,
  }
}

/** The minimum by a method, in centred logarithms; from a warm start where one is given. */
export function minimised(
  points: SurfacePoints,
  method: SurfaceMethod,
): (HuberSurface & { readonly weights: Float64Array }) | null {
  const projected = projectSurface(points)
  if (method === 'surface') {
    if (projected === null) return null
    const { surface, squares, weights } = projected
    return { surface, objective: squares, weights }
  }
  const huber = lowest(points, projected?.surface ?? null)
  const found =
    method === 'approach-3' || huber === null ? huber : absoluteSurface(points, huber.surface)
  return found === null ? null : { ...found, weights: points.loss.map(() => 1) }
}

/**
 * The lowest minimum of Approach 3 that any start reaches. The starts are the surface by variable projection
 * and every local minimum of the objective over a grid of exponents with their best linear parts: the
 * objective is a function of two exponents once those are projected out, and the grid sees its valleys.
 * `bench/surface.bench.mjs` holds the answer to that of the 4,500 starts of Hoffmann et al.
 */
function lowest(points: SurfacePoints, projected: CentredSurface | null): HuberSurface | null {
  const grid = gridOfExponents()
  const side = Math.round(Math.sqrt(grid.length))
  const cells = grid.map(({ alpha, beta }) => surfaceAtExponents(points, alpha, beta))
  const size = (i: number, j: number): number =>
    i < 0 || j < 0 || i >= side || j >= side
      ? Number.POSITIVE_INFINITY
      : (cells[i * side + j]?.size ?? Number.POSITIVE_INFINITY)
  const valleys = cells.flatMap((cell, index) => {
    if (cell === null) return []
    const [i, j] = [Math.floor(index / side), index % side]
    const isLowest = [-1, 0, 1].every((di) =>
      [-1, 0, 1].every((dj) => (di === 0 && dj === 0) || cell.size <= size(i + di, j + dj)),
    )
    return isLowest ? [cell.surface] : []
  })
  let best: HuberSurface | null = null
  for (const start of projected === null ? valleys : [projected, ...valleys]) {
    const found = huberSurface(points, start)
    if (found !== null && (best === null || found.objective < best.objective)) best = found
  }
  return best
}

function degeneracyOf(
  { E, A, B, alpha, beta }: CentredSurface,
  points: SurfacePoints,
): Degeneracy | null {
  const typical = median(points.loss) ?? 1
  const isOutside = (exponent: number): boolean =>
    exponent < LEAST_EXPONENT || exponent > EXPONENT_BOUNDS.high * 0.98
  if (A < 1e-6 * typical || B < 1e-6 * typical) return 'one-term'
  if (isOutside(alpha) || isOutside(beta)) return 'exponent-at-bound'
  return E < LEAST_SHARE * typical ? 'no-irreducible' : null
}
