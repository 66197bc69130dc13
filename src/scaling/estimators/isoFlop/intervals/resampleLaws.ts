import { deltaReplicates } from './deltaReplicates.ts'
import {
  emptyLossLaw,
  emptyOptima,
  emptyPowerLaw,
  type LawReplicates,
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
  const made = replicatesBy(input, onProgress)
  onProgress(1)
  return made ?? noReplicates(input)
}

function replicatesBy(
  input: ResampleInput,
  onProgress: (fraction: number) => void,
): LawReplicates | null {
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

function noReplicates(input: ResampleInput): LawReplicates {
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
