import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessMapping } from '../../src/import/columns/guessMapping.ts'
import { importSweep } from '../../src/import/runs/importSweep.ts'
import type { Table } from '../../src/import/tables/table.ts'
import { tableOf } from '../fixtures/readSweep.ts'

const read = (table: Table) =>
  importSweep(table, guessMapping(table), { bytesPerToken: null, corpus: '' })

const cell = (good: string) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fc.constantFrom('', 'NaN', '-1', '0', 'x', '1e400', '"', 'a,b') },
  )

/** Rows of a tracker, some of whose cells are not numbers. */
const ROW = fc
  .tuple(
    fc.constantFrom('isoflop-a', 'isoflop-b', 'validation'),
    cell('1e18'),
    fc.integer({ min: 1, max: 9 }).chain((n) => cell(`${n}e8`)),
    cell('409600000'),
    cell('100'),
    cell('1000'),
    fc.double({ min: 1, max: 5, noNaN: true }).chain((loss) => cell(String(loss))),
    fc.constantFrom('finished', 'failed'),
  )
  .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
const HEADER = 'name,flops,params,tokens,batch_size,steps,loss,state'
const TEXT = fc
  .array(ROW, { minLength: 1, maxLength: 30 })
  .map((rows) => `${[HEADER, ...rows].join('\n')}\n`)

describe('the rows of a file', () => {
  it('are each a run or an issue with their line, and never both', () => {
    let runCount = 0
    fc.assert(
      fc.property(TEXT, (text) => {
        const table = tableOf(text)
        const { runs, issues } = read(table)
        runCount += runs.length
        const leftOut = issues.flatMap((issue) =>
          issue.severity === 'row-left-out' ? [issue.line ?? 0] : [],
        )
        if (issues.some((issue) => issue.severity === 'refused')) {
          expect(runs).toEqual([])
          return
        }
        const lines = [...runs.map((run) => run.line), ...new Set(leftOut)].toSorted(
          (a, b) => a - b,
        )
        expect(lines).toEqual(table.rows.map((row) => row.line))
        expect(new Set(runs.map((run) => run.id)).size).toBe(runs.length)
      }),
      { seed: 2, numRuns: 150 },
    )
    expect(runCount).toBeGreaterThan(100)
  })

  it('give the same runs, issues and derivations in any order', () => {
    let shuffled = 0
    fc.assert(
      fc.property(
        TEXT.map(tableOf).chain((table) =>
          fc.tuple(
            fc.constant(table),
            fc.shuffledSubarray([...table.rows], { minLength: table.rows.length }),
          ),
        ),
        ([table, rows]) => {
          if (rows.some((row, i) => row !== table.rows[i])) shuffled++
          const [still, moved] = [read(table), read({ ...table, rows })]
          const byLine = <T extends { readonly line?: number }>(items: readonly T[]) =>
            items.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
          expect(byLine(moved.runs)).toEqual(byLine(still.runs))
          expect(byLine(moved.issues)).toEqual(byLine(still.issues))
          expect(moved.derivations).toEqual(still.derivations)
        },
      ),
      { seed: 3, numRuns: 150 },
    )
    expect(shuffled).toBeGreaterThan(100)
  })
})
