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
import { resamplingOf, runNoiseOf, type Resampling } from './resampling.ts'
import { wildReplicates } from './wildBootstrap.ts'

/**
 * Replicates of a sweep's laws by the method that was asked for; all of them NaN where it has nothing to
 * say of this sweep. Deterministic in the seed. `onProgress` hears the fraction done.
 */
export function resampleBy(
  resampling: Resampling,
  onProgress: (fraction: number) => void,
): LawReplicates {
  const made = replicatesBy(resampling, onProgress) ?? noReplicates(resampling)
  onProgress(1)
  const noise = resampling.method === 'delta' ? resampling.noise : runNoiseOf(resampling)
  return { ...made, runNoise: noiseDraws(noise, resampling.replicates, resampling.seed) }
}

/** {@link resampleBy} what a sweep gives, at once. */
export function resampleLaws(
  input: ResampleInput,
  onProgress: (fraction: number) => void,
): LawReplicates {
  return resampleBy(resamplingOf(input), onProgress)
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
