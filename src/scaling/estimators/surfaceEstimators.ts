import type { ParametricLoss } from '../forms/parametricLoss.ts'
import { optimalAllocation, optimalLoss } from '../forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../forms/powerLaw.ts'
import type { Run } from '../runs/run.ts'
import type { ScaleMetric } from '../runs/scaleMetric.ts'
import type { Estimator } from './contract/estimator.ts'
import { evaluateLossLaw } from './overCompute/lossLaw.ts'
import { fitSurface, type SurfaceFit, type SurfaceMethod } from './surface/fitSurface.ts'
import { surfaceReplicates, type SurfaceReplicates } from './surface/surfaceReplicates.ts'

/** Runs whose loss is a surface over scale and tokens; they need share no budgets. */
export interface SurfaceData {
  readonly runs: readonly Run[]
  readonly metric: ScaleMetric
}

/** What replicates of a surface are made of. */
export interface SurfaceResampleInput extends SurfaceData {
  readonly fit: Extract<SurfaceFit, { readonly status: 'fitted' }>
  readonly replicates: number
  readonly seed: number
}

/** An estimator of the surface L = E + A / scale^alpha + B / D^beta. */
export type SurfaceEstimator = Estimator<
  SurfaceMethod,
  SurfaceData,
  SurfaceFit,
  SurfaceResampleInput,
  SurfaceReplicates,
  { readonly surface: ParametricLoss; readonly flopsPerScaleToken: number },
  { readonly scale: number; readonly tokens: number; readonly loss: number }
>

const FORMULA = 'L = E + A/x^α + B/D^β, x the scale; x_opt and D_opt in closed form'
const APPROACH_3 = 'Hoffmann et al. 2022, arXiv:2203.15556, section 3.3 and D.2'

function surfaceEstimator(
  said: Pick<SurfaceEstimator, 'id' | 'name' | 'source'>,
): SurfaceEstimator {
  return {
    ...said,
    formula: FORMULA,
    fit: ({ runs, metric }) => fitSurface(runs, metric, said.id),
    resample: ({ runs, metric, fit, ...how }, onProgress) =>
      surfaceReplicates(runs, metric, fit, how, onProgress),
    evaluate: ({ surface, flopsPerScaleToken }, computeFlops) => {
      const { scale, tokens } = optimalAllocation(surface, flopsPerScaleToken)
      return {
        scale: evaluatePowerLaw(scale, computeFlops),
        tokens: evaluatePowerLaw(tokens, computeFlops),
        loss: evaluateLossLaw(optimalLoss(surface, flopsPerScaleToken), computeFlops),
      }
    },
  }
}

/** The family of the surface, the default first. */
export const SURFACE_ESTIMATORS: readonly SurfaceEstimator[] = [
  surfaceEstimator({
    id: 'surface',
    name: 'loss surface, variable projection with bisquare weights',
    source: `${APPROACH_3}; Golub and Pereyra 1973, SIAM J. Numer. Anal. 10, 413; Beaton and Tukey 1974`,
  }),
  surfaceEstimator({
    id: 'approach-3',
    name: 'loss surface, Huber in ln loss (Approach 3)',
    source: `${APPROACH_3}; exact minimum: Besiroglu et al. 2024, arXiv:2404.10102`,
  }),
  surfaceEstimator({
    id: 'approach-3-absolute',
    name: 'loss surface, least absolute deviations in ln loss',
    source: `${APPROACH_3} with delta = 0: what the point published by Besiroglu et al. 2024 is`,
  }),
]
