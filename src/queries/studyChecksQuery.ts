import { queryOptions } from '@tanstack/react-query'
import { runJob } from '../jobs/runJob.ts'
import type { ChecksInput } from '../study/checks/studyChecks.ts'

/**
 * Checks of a sweep, computed in a worker and kept for the session. `identity` names the runs that go in, as
 * in {@link lawReplicatesQuery}; without an input there is nothing to check.
 */
export function studyChecksQuery(identity: readonly string[], input: ChecksInput | null) {
  const by = input === null ? null : [input.settings, input.choices]
  return queryOptions({
    queryKey: ['studyChecks', identity, by] as const,
    queryFn: ({ signal }) => {
      if (input === null) throw new Error('There is nothing to check.')
      return runJob('studyChecks', input, { signal, onProgress: () => undefined })
    },
    enabled: input !== null,
    staleTime: 'static',
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}
