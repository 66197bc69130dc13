import { queryOptions } from '@tanstack/react-query'
import pLimit from 'p-limit'
import { runJob } from '../jobs/runJob.ts'
import type { ResampleInput } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { resamplingOf } from '../scaling/estimators/isoFlop/intervals/resampling.ts'

/** Several sweeps are resampled two at a time: each job is a worker with a thread of its own. */
const atATime = pLimit(2)

/**
 * Replicates of a sweep's laws, computed in a worker and kept for the session.
 *
 * `identity` names the runs that went in (sweep, reading, decisions) and `input` is what they are fitted
 * by: the key must not hold the runs themselves. The same identity, settings and seed give the same
 * replicates. Without an input there is nothing to compute, and nothing is.
 */
export function lawReplicatesQuery(
  identity: readonly string[],
  input: ResampleInput | null,
  onProgress: (fraction: number) => void,
) {
  const by =
    input === null
      ? null
      : [input.settings, input.lossForm, input.method, input.replicates, input.seed]
  return queryOptions({
    queryKey: ['lawReplicates', identity, by] as const,
    queryFn: ({ signal }) =>
      atATime(() => {
        if (input === null) throw new Error('There are no laws to resample.')
        return runJob('resampleLaws', resamplingOf(input), { signal, onProgress })
      }),
    enabled: input !== null,
    staleTime: 'static',
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}
