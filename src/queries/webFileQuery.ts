import { queryOptions } from '@tanstack/react-query'
import { FetchSweepError } from './fetchSweepError.ts'
import { fetchSweepFile, type FetchedFile } from './fetchSweepFile.ts'

/** Further tries after a failure that may pass by itself. */
const RETRIES = 2

/** The file at an address, fetched once while the page is open; a failure that may pass is retried. */
export function webFileQuery(url: string, onProgress: (fraction: number | null) => void) {
  return queryOptions({
    queryKey: ['webFile', url] as const,
    queryFn: ({ signal }): Promise<FetchedFile> => fetchSweepFile(url, { signal, onProgress }),
    staleTime: 'static',
    // The file itself lives on in the sweep; a second copy would only take memory.
    gcTime: 0,
    retry: (failures, error) => failures < RETRIES && mayPass(error),
    networkMode: 'always',
    structuralSharing: false,
  })
}

function mayPass(error: Error): boolean {
  if (!(error instanceof FetchSweepError)) return false
  const { failure } = error
  return failure.kind === 'status' && failure.status >= 500
}
