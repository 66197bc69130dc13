import { profilesOf } from '../analyseSweep.ts'
import { optimaCovariance } from '../optimaCovariance.ts'
import { deltaFit, type DeltaFit } from './deltaFit.ts'
import type { IntervalMethod, ResampleInput } from './lawReplicates.ts'

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

/** Standard deviation of a run at the largest budget, relative to its loss; 0 where it is not known. */
export function runNoiseOf({ groups, settings }: ResampleInput): number {
  const covariance = optimaCovariance(
    profilesOf(groups, settings.metric, settings),
    profilesOf(groups, 'D', settings),
  )
  return covariance?.noise.at(-1) ?? 0
}
