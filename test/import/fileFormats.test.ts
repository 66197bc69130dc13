import { parquetWriteBuffer } from 'hyparquet-writer'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { readFile } from '../../src/import/formats/readFile.ts'

const HEADER = ['name', 'flops', 'params', 'loss']
const ROWS = [
  ['a', 1e18, 1e8, 3.25],
  ['η, “b”', 1e19, 2e8, 3],
] as const
const CSV = 'name,flops,params,loss\na,1e18,1e8,3.25\n"η, “b”",1e19,2e8,3\n'

async function cellsOf(content: BlobPart): Promise<readonly (readonly string[])[]> {
  const result = await readFile(new Blob([content]), 'runs', () => undefined)
  if (result.status === 'refused') throw new Error(`refused: ${result.issue.code}`)
  const { table } = result.source
  return table === null ? [] : [table.header, ...table.rows.map(({ cells }) => cells)]
}

/** Cells with their numbers as numbers: formats may write 1e18 in different ways. */
async function valuesOf(content: BlobPart): Promise<unknown> {
  const [header, ...rows] = await cellsOf(content)
  return [header, ...rows.map(([name, ...numbers]) => [name, ...numbers.map(Number)])]
}

const WANTED = [HEADER, ...ROWS.map((row) => [...row])]

const parquet = (codec: 'SNAPPY' | 'UNCOMPRESSED' | 'ZSTD' | 'GZIP' = 'SNAPPY') =>
  parquetWriteBuffer({
    codec,
    columnData: HEADER.map((name, i) => ({
      name,
      data: ROWS.map((row) => row[i] ?? 0),
      type: i === 0 ? ('STRING' as const) : ('DOUBLE' as const),
    })),
  })

describe('the same runs are read from', () => {
  it('CSV', async () => {
    expect(await valuesOf(CSV)).toEqual(WANTED)
  })

  it('gzip of CSV, and of gzip', async () => {
    expect(await valuesOf(new Uint8Array(gzipSync(CSV)))).toEqual(WANTED)
    expect(await valuesOf(new Uint8Array(gzipSync(gzipSync(CSV))))).toEqual(WANTED)
  })

  it.each(['SNAPPY', 'UNCOMPRESSED'] as const)('Parquet, %s', async (codec) => {
    expect(await valuesOf(parquet(codec))).toEqual(WANTED)
  })

  it('XLSX, past a title above the table and an empty sheet before it', async () => {
    const cell = (value: string | number) => ({ value })
    const workbook = await writeXlsxFile([
      { data: [[cell('notes')]], sheet: 'Notes' },
      {
        data: [[cell('Our sweep')], [], HEADER.map(cell), ...ROWS.map((row) => row.map(cell))],
        sheet: 'Runs',
      },
    ]).toBlob()
    expect(await valuesOf(workbook)).toEqual(WANTED)
  })

  it.each([
    ['an array of objects', ROWS.map((row) => objectOf(row))],
    ['runs', { runs: ROWS.map((row) => objectOf(row)) }],
    ['any one list of objects', { meta: { by: 'us' }, results: ROWS.map((row) => objectOf(row)) }],
    [
      'columns of lists',
      Object.fromEntries(HEADER.map((name, i) => [name, ROWS.map((r) => r[i])])),
    ],
    [
      'columns of objects by row',
      Object.fromEntries(
        HEADER.map((name, i) => [name, Object.fromEntries(ROWS.map((row, k) => [k, row[i]]))]),
      ),
    ],
    ['columns and data', { columns: HEADER, index: [0, 1], data: ROWS }],
    ['lists below a header', [HEADER, ...ROWS]],
  ])('JSON: %s', async (_, value) => {
    expect(await valuesOf(JSON.stringify(value))).toEqual(WANTED)
  })

  it('JSON: objects under the names of the runs', async () => {
    const named = Object.fromEntries(ROWS.map((row) => [row[0], { flops: row[1], loss: row[3] }]))
    expect(await cellsOf(JSON.stringify(named))).toEqual([
      ['name', 'flops', 'loss'],
      ['a', '1000000000000000000', '3.25'],
      ['η, “b”', '10000000000000000000', '3'],
    ])
  })

  it('JSON Lines', async () => {
    expect(await valuesOf(ROWS.map((row) => JSON.stringify(objectOf(row))).join('\n'))).toEqual(
      WANTED,
    )
  })

  it.each([
    [
      'semicolons and decimal commas',
      'name;flops;params;loss\na;1e18;1e8;3,25\n"η, “b”";1e19;2e8;3,0\n',
    ],
    [
      'tabs',
      CSV.replaceAll('"', '')
        .replace('η, “b”', 'η; “b”')
        .replaceAll(',', '\t')
        .replace('η; “b”', 'η, “b”'),
    ],
    ['sep= before the header', `sep=,\n${CSV}`],
    ['a header behind a comment mark', `# ${CSV}`.replace('# name', '#name')],
    ['CRLF', CSV.replaceAll('\n', '\r\n')],
    ['comments before the header', `# made by us\n# on a day\n${CSV}`],
    ['the header again in the middle', CSV.replace('\n"η', '\nname,flops,params,loss\n"η')],
  ])('delimited text with %s', async (_, text) => {
    expect(await valuesOf(text)).toEqual(WANTED)
  })

  it('cells that hold a dictionary of Python, as one column a key', async () => {
    const text = `name,config,loss\na,"{'lr': 0.001, 'model': {'n_layer': 12}, 'tied': True, 'x': None}",3\n`
    expect(await cellsOf(text)).toEqual([
      ['name', 'config.lr', 'config.model.n_layer', 'config.tied', 'config.x', 'loss'],
      ['a', '0.001', '12', 'true', '', '3'],
    ])
  })
})

describe('a damaged file is refused with its kind', () => {
  const code = async (content: BlobPart) => {
    const result = await readFile(new Blob([content]), 'runs', () => undefined)
    return result.status === 'refused' ? result.issue.code : 'read'
  }

  it.each([
    [
      'a gzip file that is cut short',
      new Uint8Array(gzipSync(CSV.repeat(99))).slice(0, 60),
      'bad-gzip',
    ],
    ['Parquet that is cut short', new Uint8Array(parquet()).slice(0, 60), 'bad-parquet'],
    ['a ZIP that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'bad-workbook'],
    [
      'an old workbook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'old-workbook',
    ],
  ] as const)('%s', async (_, content, wanted) => {
    expect(await code(content)).toBe(wanted)
  })

  it('gzip that unpacks to more than the page can hold', async () => {
    expect(await code(new Uint8Array(gzipSync(Buffer.alloc(201_000_000, 'a'))))).toBe(
      'file-too-large',
    )
  })
})

function objectOf(row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(HEADER.map((name, i) => [name, row[i]]))
}
