import { describe, expect, it } from 'vitest'
import { packRuns, unpackRuns } from '../../src/import/runs/packedRuns.ts'
import { packTable, unpackTable } from '../../src/import/tables/packedTable.ts'
import { finished } from '../../src/numerics/steps.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'

describe('packed runs', () => {
  it('are the same runs again, with what some of them have and others have not', () => {
    const [first, ...others] = makeIsoFlopRuns({ budgets: [1e18, 1e19] })
    if (first === undefined) throw new Error('no runs')
    const runs: readonly Run[] = [
      { ...first, source: 'a.csv', seed: '', statedBudget: 1e18, curveEnd: 'risen' },
      { ...first, id: 'L99', corpus: '말뭉치 😀', statedBudget: 'none', learningRate: 3e-4 },
      { ...first, id: '', scale: { M: 1, '6N1': 2 }, steps: 10, plannedSteps: 20, batchTokens: 5 },
      ...others,
    ]
    expect(finished(unpackRuns(structuredClone(packRuns(runs))))).toEqual(runs)
  })

  it('may be none', () => {
    expect(finished(unpackRuns(packRuns([])))).toEqual([])
  })
})

describe('a packed table', () => {
  it('is the same table again, empty cells, marks of rows and all', () => {
    const table = {
      header: ['loss', '', '크기'],
      rows: [
        { line: 2, cells: ['1.5', '', 'a\tb'] },
        { line: 7, cells: ['', '', ''], source: 'b.csv' },
        { line: 8, cells: ['"', '\n', '😀'], curveEnd: 'not-finite' as const },
      ],
    }
    expect(finished(unpackTable(structuredClone(packTable(table))))).toEqual(table)
  })

  it('goes on as it came', () => {
    const packed = packTable({ header: ['n'], rows: [{ line: 2, cells: ['1'] }] })
    expect(packTable(finished(unpackTable(packed)))).toBe(packed)
  })

  it('pauses on its way back where it is long', () => {
    const rows = Array.from({ length: 9000 }, (_, line) => ({ line, cells: [String(line)] }))
    const steps = unpackTable(packTable({ header: ['n'], rows }))
    expect(steps.next()).toEqual({ done: false, value: 4000 / 9000 })
    expect(finished(steps).rows).toEqual(rows)
  })
})
