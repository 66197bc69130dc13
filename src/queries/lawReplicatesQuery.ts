import { queryOptions } from '@tanstack/react-query'
import { runJob } from '../jobs/runJob.ts'
import type { BootstrapInput } from '../scaling/estimators/isoFlop/bootstrapLaws.ts'

/**
 * Bootstrap replicates of a sweep's laws, computed in a worker and kept for the session.
 *
 * `identity` names the runs that went in (sweep and runs set aside): the key must not hold the
 * runs themselves. The same identity, settings and seed give the same replicates.
 */
export function lawReplicatesQuery(
  identity: readonly string[],
  input: BootstrapInput,
  onProgress: (fraction: number) => void,
) {
  const { settings, lossForm, replicates, seed } = input
  return queryOptions({
    queryKey: ['lawReplicates', identity, settings, lossForm, replicates, seed] as const,
    queryFn: ({ signal }) => runJob('bootstrapLaws', input, { signal, onProgress }),
    staleTime: 'static',
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}
