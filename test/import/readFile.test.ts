import fc from 'fast-check'
import { MAX_RUNS } from '../../src/import/sources/sourceBuilder.ts'
import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, readFile } from '../../src/import/formats/readFile.ts'
import { dropped, tableOf } from '../fixtures/readSweep.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = (content: Uint8Array | string) =>
  readFile(new Blob([content as BlobPart]), 'runs.csv', () => undefined)

async function refusal(content: Uint8Array | string): Promise<string> {
  const result = await read(content)
  return result.status === 'refused' ? result.issue.code : 'read'
}

describe('readFile refuses', () => {
  it.each([
    ['an empty file', '', 'empty-file'],
    ['nothing but white space', ' \n\n\t', 'empty-file'],
    ['a header without rows', 'flops,params,loss\n', 'no-rows'],
    ['rows without a header', '1e18,1e8,3.1\n2e18,2e8,3.0\n', 'no-header'],
    ['nothing but comments', '# one\n# two\n', 'no-header'],
    ['broken JSON', '[{"loss": 3}, {"loss"', 'bad-json'],
    ['JSON that holds no runs', '[1, 2, 3]', 'bad-json'],
    ['an empty JSON array', '[]', 'no-rows'],
  ])('%s', async (_, text, code) => {
    expect(await refusal(text)).toBe(code)
  })

  it('a picture, an archive and the beginning of a gzip file', async () => {
    expect(
      await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])),
    ).toBe('not-text')
    expect(await refusal(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0x21, 0x94]))).toBe(
      'bad-workbook',
    )
    expect(
      await refusal(new Uint8Array([0x1f, 0x8b, 8, 0, 0xde, 0x9a, 0xc3, 0x5f, 0, 3, 0xff, 0xff])),
    ).toBe('bad-gzip')
  })
})

describe('readFile refuses for its size', () => {
  it('a file that would fill the memory of the page', async () => {
    expect(await refusal(new Uint8Array(MAX_FILE_BYTES + 1))).toBe('file-too-large')
  })
})

describe('readFile reads', () => {
  it.each([
    ['a comma', 'flops,loss\n1e18,3\n', 2],
    ['a brace', '{"flops": "1e18", "loss": 3}\n', 1],
    ['a bracket', '[{"flops": "1e18", "loss": 3}]', 1],
    ['blank lines and a brace', '\n \n{"flops": "1e18", "loss": 3}\n', 1],
  ])('what begins with %s by its structure', (_, text, line) => {
    expect(tableOf(text)).toEqual({
      header: ['flops', 'loss'],
      rows: [{ line, cells: ['1e18', '3'] }],
    })
  })

  it('lines as the file has them behind a byte order mark and blank lines', () => {
    expect(tableOf('\ufeff\n\r\nname,loss\nη,3\n')).toEqual({
      header: ['name', 'loss'],
      rows: [{ line: 4, cells: ['η', '3'] }],
    })
  })
})

/** As many rows of runs as a page holds, two of which lack their loss. */
const BIG = { rows: MAX_RUNS, bad: new Set([1000, MAX_RUNS - 50]) }

describe('readFile and what follows it', () => {
  it('read as many rows of runs as a page holds: each is a run or is listed with its line', () => {
    const rows = Array.from({ length: BIG.rows }, (_, i) =>
      BIG.bad.has(i) ? `run-${i},,x` : `run-${i}-of-a-sweep,${1e8 + i},6e17,1000000000,3.1415926`,
    )
    const content = bytes(`name,params,flops,tokens,loss\n${rows.join('\n')}\n`)
    const { table, sweep } = dropped(content)
    expect(table.rows).toHaveLength(BIG.rows)
    expect(sweep.runs).toHaveLength(BIG.rows - BIG.bad.size)
    expect(sweep.runs.at(-1)?.line).toBe(BIG.rows + 1)
    const ofLoss = sweep.issues.filter((issue) => issue.field === 'loss')
    expect(ofLoss.map(({ line, code }) => [line, code])).toEqual(
      [...BIG.bad].map((i) => [i + 2, 'missing-value']),
    )
  }, 60_000)
})

describe('readFile', () => {
  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (content) => {
        await read(content)
      }),
    )
  })

  it('never throws, whatever the text, and its lines only go up', async () => {
    const text = fc.stringMatching(/^[-a-z0-9,;\t"'#{}[\]:.\n\r |]{0,200}$/)
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const result = await read(content)
        if (result.status === 'refused' || result.source.table === null) return
        const { table } = result.source
        const lines = table.rows.map((row) => row.line)
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b))
        for (const row of table.rows) expect(row.cells).toHaveLength(table.header.length)
      }),
      { numRuns: 500 },
    )
  })
})
