import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { ParametricLoss } from '../../forms/parametricLoss.ts'
import type { Run } from '../../runs/run.ts'
import type { ScaleMetric } from '../../runs/scaleMetric.ts'
import { minimised, type SurfaceFit, type SurfaceMethod } from './fitSurface.ts'
import { huberSurface, RESAMPLE_SETTLED } from './huberSurface.ts'
import {
  pointsAt,
  surfacePoints,
  uncentred,
  type CentredSurface,
  type SurfacePoints,
} from './surfacePoints.ts'
import { reprojected } from './variableProjection.ts'

/** Replicates of a surface, one column a coefficient; NaN where a resample had none. */
export type SurfaceReplicates = Readonly<Record<keyof ParametricLoss, Float64Array>>

/**
 * Pairs bootstrap of a surface: runs are drawn with replacement, and the surface is fitted anew from the one
 * that was found. Weights of the default are held. Deterministic in the seed (xoroshiro128+).
 *
 * `onProgress` hears the fraction done. Source: Efron and Tibshirani 1993, chapter 9; of Approach 3:
 * Besiroglu et al. 2024, arXiv:2404.10102.
 */
export function surfaceReplicates(
  runs: readonly Run[],
  metric: ScaleMetric,
  fit: Extract<SurfaceFit, { readonly status: 'fitted' }>,
  { replicates, seed }: { readonly replicates: number; readonly seed: number },
  onProgress: (fraction: number) => void,
): SurfaceReplicates {
  const points = surfacePoints(runs, metric)
  const { E, A, B, alpha, beta } = fit.surface
  const near = {
    ...{ E, alpha, beta },
    A: A * Math.exp(-alpha * points.centre.scale),
    B: B * Math.exp(-beta * points.centre.tokens),
  }
  const generator = xoroshiro128plus(seed)
  const column = (): Float64Array => new Float64Array(replicates).fill(Number.NaN)
  const columns = { E: column(), A: column(), B: column(), alpha: column(), beta: column() }
  const every = Math.max(1, Math.floor(replicates / 20))
  for (let replicate = 0; replicate < replicates; replicate++) {
    const counts = new Float64Array(runs.length)
    for (const _ of runs) {
      const drawn = uniformInt(generator, 0, runs.length - 1)
      counts[drawn] = (counts[drawn] ?? 0) + 1
    }
    const found = refit(points, fit.method, near, counts, fit.weights)
    if (found !== null) {
      const surface = uncentred(found, points)
      for (const key of ['E', 'A', 'B', 'alpha', 'beta'] as const) {
        columns[key][replicate] = surface[key]
      }
    }
    if ((replicate + 1) % every === 0) onProgress((replicate + 1) / replicates)
  }
  return columns
}

/** The surface of a resample: `counts` says how often each point was drawn. */
function refit(
  points: SurfacePoints,
  method: SurfaceMethod,
  near: CentredSurface,
  counts: Float64Array,
  weights: Float64Array,
): CentredSurface | null {
  const drawn = Array.from(counts.keys()).filter((i) => counts[i] !== 0)
  switch (method) {
    case 'surface':
      return reprojected(
        pointsAt(points, drawn),
        drawn.map((i) => (weights[i] ?? 0) * (counts[i] ?? 0)),
        near,
      )
    case 'approach-3':
      return (
        huberSurface(pointsAt(points, drawn), near, {
          settled: RESAMPLE_SETTLED,
          counts: drawn.map((i) => counts[i] ?? 0),
        })?.surface ?? null
      )
    case 'approach-3-absolute': {
      const everyTime = drawn.flatMap((i) => Array.from({ length: counts[i] ?? 0 }, () => i))
      return minimised(pointsAt(points, everyTime), method)?.surface ?? null
    }
  }
}
