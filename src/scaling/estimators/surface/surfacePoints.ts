import { median } from 'd3-array'
import type { Run } from '../../runs/run.ts'
import type { ScaleMetric } from '../../runs/scaleMetric.ts'

/**
 * Runs as points of a loss surface: ln of scale and of tokens, each about its median, and the loss. Centred
 * logarithms keep A / N^alpha and B / D^beta of the size of the loss, whatever the exponents.
 */
export interface SurfacePoints {
  readonly logScale: Float64Array
  readonly logTokens: Float64Array
  readonly loss: Float64Array
  /** ln of the scale and of the tokens that the logarithms are about. */
  readonly centre: { readonly scale: number; readonly tokens: number }
}

/** L = E + A exp(-alpha x) + B exp(-beta y) at centred logarithms x, y. */
export interface CentredSurface {
  readonly E: number
  readonly A: number
  readonly B: number
  readonly alpha: number
  readonly beta: number
}

/** The points of runs along a scale metric. */
export function surfacePoints(runs: readonly Run[], metric: ScaleMetric): SurfacePoints {
  const scale = Float64Array.from(runs, (run) => Math.log(run.scale[metric] ?? Number.NaN))
  const tokens = Float64Array.from(runs, (run) => Math.log(run.tokens))
  const centre = { scale: median(scale) ?? 0, tokens: median(tokens) ?? 0 }
  return {
    logScale: scale.map((value) => value - centre.scale),
    logTokens: tokens.map((value) => value - centre.tokens),
    loss: Float64Array.from(runs, (run) => run.loss),
    centre,
  }
}

/** The same surface in the units of scale and tokens, and back. */
export function uncentred(surface: CentredSurface, { centre }: SurfacePoints): CentredSurface {
  const { E, A, B, alpha, beta } = surface
  return {
    ...{ E, alpha, beta },
    A: A * Math.exp(alpha * centre.scale),
    B: B * Math.exp(beta * centre.tokens),
  }
}

/** The points with the indices given, in that order; one may stand there more than once. */
export function pointsAt(points: SurfacePoints, indices: ArrayLike<number>): SurfacePoints {
  // In a loop: Float64Array.from with a function took a third of a refit.
  const pick = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(indices.length)
    for (let k = 0; k < picked.length; k++) picked[k] = column[indices[k] ?? 0] ?? Number.NaN
    return picked
  }
  return {
    logScale: pick(points.logScale),
    logTokens: pick(points.logTokens),
    loss: pick(points.loss),
    centre: points.centre,
  }
}
