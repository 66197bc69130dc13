import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogReduction } from '../../src/import/logs/logReduction.ts'
import { logReductionSql, SQL_DIALECTS, type SqlDialect } from '../../src/export/logReductionSql.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

const RUN = 'run "a, b"'
const HEADER = [RUN, 'seed', 'step', 'tokens', 'train/loss', 'val;loss', 'params']
const LOG = {
  runs: [RUN, 'seed'],
  step: 'step',
  losses: ['train/loss', 'val;loss'],
  ends: ['tokens'],
  constants: ['params'],
}
const SMALL_LOG = { runs: ['run'], step: 'step', losses: ['loss'], ends: [], constants: [] }
const REDUCTIONS: readonly LogReduction[] = ['final', 'smoothed', 'minimum']

/** Rows of 6 runs in no order; some losses are NaN, infinite or empty, some steps no numbers. */
function rowsOf(seed: number): string[][] {
  const generator = xoroshiro128plus(seed)
  const uniform = (): number => uniformFloat64(generator)
  const rows = Array.from({ length: 6 }, (_, run) =>
    Array.from({ length: 40 + run }, (_, i) => {
      const loss = (2 + 3 / (1 + i) + uniform()).toFixed(6)
      const odd = uniform()
      const train = odd < 0.05 ? 'NaN' : odd < 0.08 ? 'inf' : odd < 0.1 ? '' : loss
      const validation = i % 7 === 0 ? String(Number(loss) + 0.1) : ''
      const step = odd > 0.98 ? 'n/a' : String(i * 10)
      const params = String(1e8 * (1 + (run >> 1)))
      return [
        `run-${run >> 1}, x`,
        String(run & 1),
        step,
        String(i * 5120),
        train,
        validation,
        params,
      ]
    }),
  ).flat()
  return rows
    .map((row) => ({ row, at: uniform() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row)
}

type Reduced = Record<string, Record<string, string | number>>

/** The reduction worked out from its definition, row by row, apart from the code under test. */
function expected(rows: readonly string[][], reduction: LogReduction): Reduced {
  const result: Reduced = {}
  const keys = [...new Set(rows.map(([run, seed]) => `${run ?? ''}/${seed ?? ''}`))]
  for (const key of keys) {
    const own = rows
      .filter(([run, seed, step]) => `${run ?? ''}/${seed ?? ''}` === key && step !== 'n/a')
      .toSorted((a, b) => Number(a[2]) - Number(b[2]))
    const steps = own.map((row) => Number(row[2]))
    const [first = 0, last = 0] = [steps[0], steps.at(-1)]
    const loss = (column: number): number => {
      const finite = own
        .map((row) => ({ step: Number(row[2]), text: row[column] ?? '' }))
        .filter(({ text }) => text !== '' && Number.isFinite(Number(text)))
        .map(({ step, text }) => ({ step, value: Number(text) }))
      const late = finite.filter(({ step }) => step >= last - 0.05 * (last - first))
      if (reduction === 'minimum') return Math.min(...finite.map(({ value }) => value))
      if (reduction === 'final' || late.length === 0) return finite.at(-1)?.value ?? NaN
      return late.reduce((sum, { value }) => sum + value, 0) / late.length
    }
    const lastRow = own.at(-1) ?? []
    result[key] = {
      step: last,
      'train/loss': loss(4),
      'val;loss': loss(5),
      tokens: Number(lastRow[3]),
      params: Number(lastRow[6]),
    }
  }
  return result
}

function reducedRows(records: readonly Record<string, string>[]): Reduced {
  return Object.fromEntries(
    records.map((record) => [
      `${record[RUN] ?? ''}/${record['seed'] ?? ''}`,
      Object.fromEntries(
        ['step', 'train/loss', 'val;loss', 'tokens', 'params'].map((name) => [
          name,
          Number(record[name]),
        ]),
      ),
    ]),
  )
}

function expectSame(actual: Reduced, wanted: Reduced): void {
  expect(Object.keys(actual).toSorted()).toEqual(Object.keys(wanted).toSorted())
  for (const [key, values] of Object.entries(wanted)) {
    for (const [name, value] of Object.entries(values)) {
      expect(actual[key]?.[name], `${key} ${name}`).toBeCloseTo(Number(value), 9)
    }
  }
}

const csvOf = (rows: readonly string[][]): string => Papa.unparse([HEADER, ...rows])

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The rows that the text writes, as they are in its CSV. */
async function runDuckDb(
  source: string,
  log: Parameters<typeof logReductionSql>[2],
  reduction: LogReduction,
): Promise<Record<string, string>[]> {
  const target = join(folder, 'runs.csv')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const text = logReductionSql('duckdb', source, log, reduction)
  await connection.run(text.replace("'runs.csv'", () => `'${target}'`))
  connection.closeSync()
  const csv = readFileSync(target, 'utf8').trim()
  return Papa.parse<Record<string, string>>(csv, { header: true }).data
}

describe('the DuckDB text, run on a generated log,', () => {
  it.each(
    REDUCTIONS.flatMap((reduction) =>
      (['csv', 'csv.gz', 'parquet'] as const).map((format) => ({ reduction, format })),
    ),
  )('gives the $reduction loss of every run from $format', async ({ reduction, format }) => {
    const rows = rowsOf(11)
    const source = join(folder, `a 'log'.${format}`)
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    if (format === 'csv') writeFileSync(source, csvOf(rows))
    else if (format === 'csv.gz') writeFileSync(source, gzipSync(csvOf(rows)))
    else {
      const csv = join(folder, 'plain.csv')
      writeFileSync(csv, csvOf(rows))
      await connection.run(
        `COPY (FROM read_csv('${csv}')) TO '${source.replaceAll("'", "''")}' (FORMAT parquet)`,
      )
    }
    connection.closeSync()
    const runs = await runDuckDb(source, LOG, reduction)
    expectSame(reducedRows(runs), expected(rows, reduction))
    expect(Object.keys(runs[0] ?? {})).toEqual([
      ...[RUN, 'seed', 'step', 'train/loss', 'val;loss', 'tokens', 'params', 'rows'],
    ])
    for (const run of runs) {
      const counted = rows.filter(
        ([name, seed, step]) => name === run[RUN] && seed === run['seed'] && step !== 'n/a',
      )
      expect(Number(run['rows'])).toBe(counted.length)
    }
  })

  it.each(['csv', 'tsv', 'txt', 'csv.gz', 'jsonl'])(
    'reads on where a loss becomes text after the rows that types are guessed from: %s',
    async (format) => {
      const steps = Array.from({ length: 60_000 }, (_, step) => ({
        run: '007',
        step,
        loss: step < 50_000 ? 1 + 1 / (1 + step) : 'diverged',
      }))
      const delimiter = format === 'tsv' ? '\t' : ','
      const text =
        format === 'jsonl'
          ? steps.map((row) => JSON.stringify(row)).join('\n')
          : Papa.unparse(steps, { delimiter })
      const source = join(folder, `late.${format}`)
      writeFileSync(source, format.endsWith('gz') ? gzipSync(text) : text)
      const [run, ...others] = await runDuckDb(source, SMALL_LOG, 'smoothed')
      expect(others).toEqual([])
      expect(run).toMatchObject({ run: '007', rows: '60000' })
      expect(Number(run?.['step'])).toBe(59_999)
      expect(Number(run?.['loss'])).toBeCloseTo(1.00002, 9)
    },
  )

  it('keeps a column of the log that is called rows', async () => {
    const source = join(folder, 'counted.csv')
    writeFileSync(source, 'run,step,loss,Rows\na,1,3,5\na,2,2,7\n')
    const runs = await runDuckDb(source, { ...SMALL_LOG, constants: ['Rows'] }, 'final')
    expect(runs).toEqual([{ run: 'a', step: '2.0', loss: '2.0', Rows: '7' }])
  })

  it('leaves the loss of a run empty where no step has a finite one', async () => {
    const source = join(folder, 'empty.csv')
    writeFileSync(source, 'run,step,loss\na,1,NaN\na,2,\n')
    for (const reduction of REDUCTIONS) {
      expect(await runDuckDb(source, SMALL_LOG, reduction)).toEqual([
        { run: 'a', step: '2.0', loss: '', rows: '2' },
      ])
    }
  })
})

describe('reduceLog, on the same log,', () => {
  it.each(REDUCTIONS)('gives the same %s loss of every run', (reduction) => {
    const rows = rowsOf(11)
    const { source } = sweepFile(csvOf(rows))
    const table = source.reduced?.[reduction]
    if (table === undefined) throw new Error('not taken for a log')
    const records = table.rows.map(({ cells }) =>
      Object.fromEntries(table.header.map((heading, i) => [heading, cells[i] ?? ''])),
    )
    expectSame(reducedRows(records), expected(rows, reduction))
  })
})

const KEYWORDS = new Set(
  (
    'WITH AS SELECT FROM OVER PARTITION BY GROUP WHERE FILTER AND NOT IS NULL DOUBLE COPY TO HEADER ' +
    'SETTINGS INTO OUTFILE FORMAT CSVWithNames prefer_column_name_to_alias steps bounded ' +
    'isoflop_step isoflop_first_step isoflop_last_step header all_varchar true'
  ).split(' '),
)

/** A text without what is quoted in it, each quotation being `~`, and without its comment. */
function unquoted(dialect: SqlDialect, text: string): string {
  const quoted = {
    duckdb: /"(?:""|[^"])*"|'(?:''|[^'])*'/g,
    spark: /`(?:``|[^`])*`|'[^'\\]*'/g,
    trino: /"(?:""|[^"])*"|'(?:''|[^'])*'/g,
    clickhouse: /`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\])*'/gs,
  }
  return text.replace(/^--.*\n/, '').replace(quoted[dialect], '~')
}

/** Functions whose meaning their databases document. */
const FUNCTIONS = {
  duckdb: /^(?:count|min|max|avg|arg_max|isfinite|TRY_CAST|coalesce|read_csv)$/,
  spark: /^(?:count|min|max|avg|max_by|isnan|abs|double|try_cast|coalesce)$/,
  trino: /^(?:count|min|max|avg|max_by|is_finite|TRY_CAST|coalesce)$/,
  clickhouse: /^(?:count|min|max|minIf|avgIf|argMaxIf|isFinite|toFloat64OrNull|toString|coalesce)$/,
} as const

describe('the text for every database', () => {
  it.each(SQL_DIALECTS)('%s: uses documented functions only', (dialect) => {
    for (const reduction of REDUCTIONS) {
      const code = unquoted(dialect, logReductionSql(dialect, 'log.csv', LOG, reduction))
      const called = Array.from(code.matchAll(/([A-Za-z_]\w*)\(/g), ([, name = '']) => name)
      expect(called.length).toBeGreaterThan(5)
      for (const name of called) expect(name).toMatch(FUNCTIONS[dialect])
    }
  })

  it.each(SQL_DIALECTS)('%s: quotes every heading and name, and lets none end it', (dialect) => {
    const evil = (place: string) => `${place} "a""b\`\`c\`d''e'f\\ ; DROP TABLE runs; --\\`
    const log = {
      runs: [evil('run'), '\\'],
      step: evil('step'),
      losses: [evil('loss'), '`'],
      ends: [evil('end'), '"'],
      constants: [evil('constant'), "'"],
    }
    for (const reduction of REDUCTIONS) {
      const code = unquoted(
        dialect,
        logReductionSql(dialect, `${evil('file')}.csv`, log, reduction),
      )
      expect(code).not.toMatch(/["'`\\]/)
      for (const word of code.match(/[A-Za-z_]\w*/g) ?? []) {
        expect(KEYWORDS.has(word) || FUNCTIONS[dialect].test(word), word).toBe(true)
      }
      expect(code.split(';')).toHaveLength(2)
    }
  })

  it('is the same query in other words', () => {
    const skeleton = (text: string) =>
      (text.match(/\b(?:WITH|SELECT|FROM|OVER|PARTITION BY|GROUP BY)\b/g) ?? []).join(' ')
    const [first, ...others] = SQL_DIALECTS.map((dialect) =>
      skeleton(logReductionSql(dialect, 'log.csv', LOG, 'smoothed').replace(/^--.*\n/, '')),
    )
    for (const other of others) expect(other).toBe(first)
  })
})
