import { extent } from 'd3-array'
import type { FitSettings, SweepAnalysis } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import { trustedOptima } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import type { ProfileEstimator } from '../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { LawReplicates } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { LossLaw } from '../scaling/estimators/overCompute/lossLaw.ts'
import type { SurfaceMethod } from '../scaling/estimators/surface/fitSurface.ts'
import type { PowerLaw } from '../scaling/forms/powerLaw.ts'
import type { Run } from '../scaling/runs/run.ts'
import type { MethodLaws } from './methodLaws.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'

/** The laws that one estimator fitted to one sweep, as something that can be planned with. */
export interface FittedAllocation {
  /** Names the sweep and the estimator: no other law ever has it. */
  readonly id: string
  readonly sweepId: string
  readonly sweepName: string
  readonly estimatorId: ProfileEstimator | SurfaceMethod
  readonly scaleMetric: ScaleMetric
  /** M or 6N (FLOPs/token), or N (parameters), as the metric says, against C in FLOPs. */
  readonly scale: PowerLaw
  /** Tokens against C. */
  readonly tokens: PowerLaw
  /** Loss at the optimum; null where it has no law. */
  readonly loss: LossLaw | null
  /** Minima that the law of the scale goes through; null for a law implied by a surface. */
  readonly optima: number | null
  /** Smallest and largest budget with a trusted optimum, or compute of a run of the surface, FLOPs. */
  readonly range: { readonly low: number; readonly high: number }
  /** What its intervals are made of; null before they are there. */
  readonly replicates: LawReplicates | null
}

/** The allocation law of an analysis, without replicates; null where scale or tokens have none. */
export function fittedAllocation(
  sweep: { readonly id: string; readonly name: string },
  { laws, scaleProfiles }: SweepAnalysis,
  settings: FitSettings,
): FittedAllocation | null {
  const { scale, tokens, loss } = laws
  if (scale.status !== 'fitted' || tokens.status !== 'fitted') return null
  const budgets = trustedOptima(scaleProfiles, settings).map(({ computeFlops }) => computeFlops)
  return {
    id: `${sweep.id}:${settings.estimator}`,
    ...{ sweepId: sweep.id, sweepName: sweep.name, estimatorId: settings.estimator },
    ...{ scaleMetric: settings.metric, scale, tokens },
    loss: loss.status === 'fitted' ? loss : null,
    optima: scale.count,
    range: { low: Math.min(...budgets), high: Math.max(...budgets) },
    replicates: null,
  }
}

/** The allocation law that a surface implies, over the compute of its runs; null where there is none. */
export function surfaceAllocation(
  sweep: { readonly id: string; readonly name: string },
  { id, laws, replicates }: MethodLaws,
  scaleMetric: ScaleMetric,
  runs: readonly Run[],
): FittedAllocation | null {
  const [low, high] = extent(runs, ({ computeFlops }) => computeFlops)
  if (laws === null || low === undefined) return null
  return {
    id: `${sweep.id}:${id}`,
    ...{ sweepId: sweep.id, sweepName: sweep.name, estimatorId: id, scaleMetric },
    ...{ scale: laws.scale, tokens: laws.tokens, loss: laws.loss, replicates },
    optima: null,
    range: { low, high },
  }
}
