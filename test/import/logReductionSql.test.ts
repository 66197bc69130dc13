import { DuckDBInstance } from '@duckdb/node-api'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogReduction } from '../../src/import/logReduction.ts'
import { logReductionSql, SQL_DIALECTS } from '../../src/import/logReductionSql.ts'
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
    const target = join(folder, 'runs.csv')
    const text = logReductionSql('duckdb', source, LOG, reduction).replace(
      "'runs.csv'",
      `'${target}'`,
    )
    await connection.run(text)
    connection.closeSync()
    const { data } = Papa.parse<Record<string, string>>(readFileSync(target, 'utf8').trim(), {
      header: true,
    })
    expectSame(reducedRows(data), expected(rows, reduction))
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

/** Functions whose meaning their databases document. */
const FUNCTIONS = {
  duckdb: /^(?:min|max|avg|arg_max|isfinite|TRY_CAST|coalesce)$/,
  spark: /^(?:min|max|avg|max_by|isnan|abs|double|try_cast|coalesce)$/,
  trino: /^(?:min|max|avg|max_by|is_finite|TRY_CAST|coalesce)$/,
  clickhouse: /^(?:min|max|minIf|avgIf|argMaxIf|isFinite|toFloat64OrNull|toString|coalesce)$/,
} as const

describe('the text for every database', () => {
  it.each(SQL_DIALECTS)('%s: uses documented functions only', (dialect) => {
    for (const reduction of REDUCTIONS) {
      const text = logReductionSql(dialect, 'log.csv', { ...LOG, runs: ['run'] }, reduction)
      const code = text.replace(/^--.*$/m, '').replace(/(["'`]).*?\1/g, 'x')
      const called = Array.from(code.matchAll(/([A-Za-z_]\w*)\(/g), ([, name = '']) => name)
      expect(called.length).toBeGreaterThan(5)
      for (const name of called) expect(name).toMatch(FUNCTIONS[dialect])
    }
  })

  it.each(SQL_DIALECTS)('%s: lets no heading end its quotation', (dialect) => {
    const evil = 'a"b`c\'d\\e; DROP TABLE runs; --'
    const text = logReductionSql(
      dialect,
      `${evil}.csv`,
      { runs: [evil], step: 'step', losses: ['loss'], ends: [], constants: [evil] },
      'final',
    )
    const withoutQuoted = text
      .replace(/^--.*\n/, '')
      .replace(
        dialect === 'clickhouse'
          ? /`(?:\\.|[^`\\])*`/g
          : dialect === 'spark'
            ? /`(?:``|[^`])*`/g
            : /"(?:""|[^"])*"|'(?:''|[^'])*'/g,
        'x',
      )
    expect(withoutQuoted).not.toContain('DROP')
  })

  it('is the same query in other words', () => {
    const skeleton = (text: string) =>
      (text.match(/\b(?:WITH|SELECT|FROM|WHERE|OVER|PARTITION BY|GROUP BY)\b(?! FILTER)/g) ?? [])
        .filter((word) => word !== 'WHERE')
        .join(' ')
    const [first, ...others] = SQL_DIALECTS.map((dialect) =>
      skeleton(logReductionSql(dialect, 'log.csv', LOG, 'smoothed').replace(/^--.*\n/, '')),
    )
    for (const other of others) expect(other).toBe(first)
  })
})
