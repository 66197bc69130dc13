import { fitLaws, profilesOf } from '../analyseSweep.ts'
import { noiseDraws } from './draws.ts'
import { deltaFit, deltaReplicates, type DeltaFit } from './deltaReplicates.ts'
import {
  emptyLossLaw,
  emptyOptima,
  emptyPowerLaw,
  type IntervalMethod,
  type LawReplicates,
  type ResampledLaws,
  type ResampleInput,
} from './lawReplicates.ts'
import { leaveOneOutReplicates } from './leaveOneBudgetOut.ts'
import { pairsReplicates } from './pairsBootstrap.ts'
import { wildReplicates } from './wildBootstrap.ts'

/** What replicates are made from: by the delta method a few numbers of the fit, else the runs, to be fitted again. */
export type Resampling = DrawsOfFit | Refits

interface DrawsOfFit extends Pick<ResampleInput, 'lossForm' | 'replicates' | 'seed'> {
  readonly method: 'delta'
  readonly groups: readonly { readonly nominalFlops: number }[]
  /** Null where the method has nothing to say of the sweep. */
  readonly fit: DeltaFit | null
  /** Standard deviation of a run at the largest budget, relative to its loss. */
  readonly noise: number
}

interface Refits extends ResampleInput {
  readonly method: Exclude<IntervalMethod, 'delta'>
}

/** As little as the replicates can be made from elsewhere; quick for a sweep whose curves have been asked for. */
export function resamplingOf(input: ResampleInput): Resampling {
  const { groups, method, lossForm, replicates, seed } = input
  if (method !== 'delta') return { ...input, method }
  return {
    ...{ method, lossForm, replicates, seed },
    groups: groups.map(({ nominalFlops }) => ({ nominalFlops })),
    ...{ fit: deltaFit(input), noise: runNoiseOf(input) },
  }
}

/**
 * Replicates of a sweep's laws by the method that was asked for; all of them NaN where it has nothing to
 * say of this sweep. Deterministic in the seed. `onProgress` hears the fraction done.
 */
export function replicatesOf(
  resampling: Resampling,
  onProgress: (fraction: number) => void,
): LawReplicates {
  const made = replicatesBy(resampling, onProgress) ?? noReplicates(resampling)
  onProgress(1)
  const noise = resampling.method === 'delta' ? resampling.noise : runNoiseOf(resampling)
  return { ...made, runNoise: noiseDraws(noise, resampling.replicates, resampling.seed) }
}

/** {@link replicatesOf} a sweep, at once. */
export function resampleLaws(
  input: ResampleInput,
  onProgress: (fraction: number) => void,
): LawReplicates {
  return replicatesOf(resamplingOf(input), onProgress)
}

function replicatesBy(
  resampling: Resampling,
  onProgress: (fraction: number) => void,
): ResampledLaws | null {
  switch (resampling.method) {
    case 'delta':
      return resampling.fit === null ? null : deltaReplicates(resampling.fit, resampling)
    case 'wild':
      return wildReplicates(resampling, onProgress)
    case 'pairs':
      return pairsReplicates(resampling, onProgress)
    case 'leave-one-out':
      return leaveOneOutReplicates(resampling)
  }
}

function noReplicates(of: Resampling): ResampledLaws {
  const { method, replicates, seed } = of
  return {
    origin: method,
    scale: emptyPowerLaw(replicates),
    tokens: emptyPowerLaw(replicates),
    loss: emptyLossLaw(replicates),
    optima: emptyOptima(of),
    ...{ replicates, seed, failed: replicates },
  }
}

/** Standard deviation of a run at the largest budget, relative to its loss; 0 where it is not known. */
function runNoiseOf({ groups, settings }: ResampleInput): number {
  const { covariance } = fitLaws(
    profilesOf(groups, settings.metric, settings),
    profilesOf(groups, 'D', settings),
    settings,
  )
  return covariance?.noise.at(-1) ?? 0
}
