import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { directAddress } from '../../src/queries/directAddress.ts'
import { PUBLIC_SWEEPS } from '../../src/queries/publicSweeps.ts'

describe('directAddress', () => {
  it.each([
    [
      'https://github.com/o/r/blob/main/data/a%20b.csv?plain=1#L3',
      'https://raw.githubusercontent.com/o/r/main/data/a%20b.csv',
    ],
    [
      'https://gist.github.com/me/0123456789abcdef',
      'https://gist.githubusercontent.com/me/0123456789abcdef/raw',
    ],
    [
      'https://huggingface.co/datasets/o/r/blob/main/x.parquet',
      'https://huggingface.co/datasets/o/r/resolve/main/x.parquet',
    ],
    ['https://example.org/blob/runs.csv', 'https://example.org/blob/runs.csv'],
  ])('of %s is %s', (page, file) => {
    expect(directAddress(page)).toBe(file)
  })
})

describe('the frame that fetches', () => {
  const page = readFileSync('public/fetch.html', 'utf8')
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? ''

  it('runs the one script that its policy names by its hash', () => {
    const hash = createHash('sha256').update(script).digest('base64')
    expect(page).toContain(`script-src 'sha256-${hash}'`)
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  it('knows no address of its own', () => {
    expect(script).not.toMatch(/https?:|\/\//)
  })
})

describe('the public sweeps', () => {
  it('each have an id of their own, a direct address, a licence and a citation', () => {
    expect(PUBLIC_SWEEPS.length).toBeGreaterThan(5)
    expect(new Set(PUBLIC_SWEEPS.map(({ id }) => id)).size).toBe(PUBLIC_SWEEPS.length)
    for (const sweep of PUBLIC_SWEEPS) {
      expect(new URL(sweep.url).protocol).toBe('https:')
      expect(directAddress(sweep.url)).toBe(sweep.url)
      for (const text of Object.values(sweep)) expect(text).not.toBe('')
    }
  })
})
