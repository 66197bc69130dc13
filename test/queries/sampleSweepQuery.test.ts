import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sampleSweepQuery } from '../../src/queries/sampleSweepQuery.ts'

const INDEX = [{ id: 's', file: 's.csv', name: 'S', synthetic: true }]

/** Answers fetches from a map of address to body; anything else is 404. */
function serve(files: Record<string, string>): void {
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(url in files ? new Response(files[url]) : new Response('', { status: 404 })),
  )
}

const load = () => new QueryClient().query(sampleSweepQuery('./'))

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('sampleSweepQuery', () => {
  it('fetches the first sample of the index, under the page’s base path', async () => {
    serve({ './samples/index.json': JSON.stringify(INDEX), './samples/s.csv': 'a,b\n' })
    const { entry, bytes } = await load()
    expect(entry.name).toBe('S')
    expect(new TextDecoder().decode(bytes)).toBe('a,b\n')
  })

  it('rejects with the address and status when a file is not there', async () => {
    serve({ './samples/index.json': JSON.stringify(INDEX) })
    await expect(load()).rejects.toThrow('./samples/s.csv: HTTP 404')
  })

  it('rejects when the index is empty', async () => {
    serve({ './samples/index.json': '[]' })
    await expect(load()).rejects.toThrow('lists no sample')
  })
})
