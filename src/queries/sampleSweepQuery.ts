import { queryOptions } from '@tanstack/react-query'

/** One entry of `public/samples/index.json`. */
export interface SampleEntry {
  readonly id: string
  readonly file: string
  readonly name: string
  readonly synthetic: boolean
}

/** A sample's entry and its bytes, as if the person had dropped the file. */
export interface SampleFile {
  readonly entry: SampleEntry
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Fetches the first sample sweep of the index, beside the page under whatever base path. */
export function sampleSweepQuery(baseUrl: string) {
  return queryOptions({
    queryKey: ['sampleSweep', baseUrl] as const,
    queryFn: async ({ signal }): Promise<SampleFile> => {
      const index = await fetchOk(`${baseUrl}samples/index.json`, signal)
      const [entry] = (await index.json()) as SampleEntry[]
      if (entry === undefined) throw new Error('samples/index.json lists no sample')
      const file = await fetchOk(`${baseUrl}samples/${entry.file}`, signal)
      return { entry, bytes: new Uint8Array(await file.arrayBuffer()) }
    },
    staleTime: 'static',
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  })
}

async function fetchOk(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`)
  return response
}
