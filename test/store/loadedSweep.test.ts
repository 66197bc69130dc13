import { describe, expect, it } from 'vitest'
import { readAgain } from '../../src/store/loadedSweep.ts'
import { pooledSweep } from '../../src/store/sweepsOfFiles.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

/** A log of five sizes, for so many tokens each that they pass the same budgets. */
const LOG = [
  'run,step,tokens,loss,params',
  ...[1, 2, 3, 4, 5].flatMap((size) =>
    Array.from(
      { length: 40 },
      (_, step) =>
        `r${size},${step + 1},${(step + 1) * 1e9},${2 + size / 100 + 1 / (step + 1)},${size}e8`,
    ),
  ),
].join('\n')

describe('a training log', () => {
  it('is read at equal compute when asked, and as the ends of its runs again', () => {
    const whole = pooledSweep([sweepFile(LOG, 'log.csv')], { kind: 'file' })
    expect(whole.imported.runs).toHaveLength(5)
    const cut = readAgain(whole, { ...whole, reduction: 'budgets' })
    const budgets = new Set(cut.imported.runs.map(({ statedBudget }) => statedBudget))
    expect(budgets.size).toBeGreaterThan(2)
    expect(new Set(cut.imported.runs.map(({ id }) => id)).size).toBe(cut.imported.runs.length)
    const ends = readAgain(cut, { ...cut, reduction: 'final' })
    expect(ends.imported.runs).toEqual(whole.imported.runs)
  })
})
