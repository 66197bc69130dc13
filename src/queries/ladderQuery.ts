import { queryOptions } from '@tanstack/react-query'
import { runJob } from '../jobs/runJob.ts'
import type { LadderInput } from '../planning/ladder/simulateLadder.ts'

/** What the next sweep would tell, drawn in a worker; `onProgress` hears the fraction done. */
export function ladderQuery(input: LadderInput, onProgress: (fraction: number) => void) {
  return queryOptions({
    queryKey: ['ladder', input] as const,
    queryFn: ({ signal }) => runJob('simulateLadder', input, { signal, onProgress }),
    staleTime: 'static',
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}
