import { fitLaws, profilesOf } from '../analyseSweep.ts'
import { noiseDraws } from './draws.ts'
import { deltaReplicates } from './deltaReplicates.ts'
import {
  emptyLossLaw,
  emptyOptima,
  emptyPowerLaw,
  type LawReplicates,
  type ResampledLaws,
  type ResampleInput,
} from './lawReplicates.ts'
import { leaveOneOutReplicates } from './leaveOneBudgetOut.ts'
import { pairsReplicates } from './pairsBootstrap.ts'
import { wildReplicates } from './wildBootstrap.ts'

/**
 * Replicates of a sweep's laws by the method that was asked for; all of them NaN where it has nothing to
 * say of this sweep. Deterministic in the seed. `onProgress` hears the fraction done.
 */
export function resampleLaws(
  input: ResampleInput,
  onProgress: (fraction: number) => void,
): LawReplicates {
  const made = replicatesBy(input, onProgress) ?? noReplicates(input)
  onProgress(1)
  return { ...made, runNoise: runNoiseOf(input) }
}

function replicatesBy(
  input: ResampleInput,
  onProgress: (fraction: number) => void,
): ResampledLaws | null {
  switch (input.method) {
    case 'delta':
      return deltaReplicates(input)
    case 'wild':
      return wildReplicates(input, onProgress)
    case 'pairs':
      return pairsReplicates(input, onProgress)
    case 'leave-one-out':
      return leaveOneOutReplicates(input)
  }
}

function noReplicates(input: ResampleInput): ResampledLaws {
  const { method, replicates, seed } = input
  return {
    origin: method,
    scale: emptyPowerLaw(replicates),
    tokens: emptyPowerLaw(replicates),
    loss: emptyLossLaw(replicates),
    optima: emptyOptima(input),
    ...{ replicates, seed, failed: replicates },
  }
}

/** Normal noise of a run at the largest budget, relative to its loss, a draw for each replicate. */
function runNoiseOf({ groups, settings, replicates, seed }: ResampleInput): Float64Array {
  const { covariance } = fitLaws(
    profilesOf(groups, settings.metric, settings),
    profilesOf(groups, 'D', settings),
    settings,
  )
  return noiseDraws(covariance?.noise.at(-1) ?? 0, replicates, seed)
}
