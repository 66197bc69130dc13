import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { sweepKind } from '../../src/scaling/sweeps/sweepKind.ts'
import { makeIsoFlopRuns, makeRun } from '../fixtures/makeRuns.ts'

const kindOf = (runs: readonly Run[]) => sweepKind(runs, groupBudgets(runs, 0.1))

/** `count` runs of one size and token count, each at a rate of its own. */
const cell = (size: number, count: number): Run[] =>
  Array.from({ length: count }, (_, i) =>
    makeRun({ line: size * 100 + i, scale: { N: size * 1e8 }, learningRate: 1e-4 * 2 ** i }),
  )

describe('sweepKind', () => {
  it('looks at grids first: their cells share their compute like the runs of a budget do', () => {
    const runs = [1, 2, 3, 4].flatMap((size) => cell(size, 6))
    expect(groupBudgets(runs, 0.1).groups).toHaveLength(1)
    expect(kindOf(runs)).toBe('hyperparameters')
  })

  it('takes five settings of one model as a grid, not four', () => {
    expect(kindOf(cell(1, 5))).toBe('hyperparameters')
    expect(kindOf(cell(1, 4))).toBe('scattered')
  })

  it('tells settings apart by batch size as well as by learning rate', () => {
    const runs = cell(1, 5).map(({ learningRate: _, ...run }, i) => ({
      ...run,
      batchTokens: 1e5 * (i + 1),
    }))
    expect(kindOf(runs)).toBe('hyperparameters')
  })

  it('does not take one model repeated at the same settings for a grid', () => {
    const seeds = cell(1, 12).map((run) => ({ ...run, learningRate: 1e-3 }))
    expect(kindOf(seeds)).toBe('scattered')
  })

  it('keeps an IsoFLOP sweep with a small grid on the side', () => {
    const isoflop = makeIsoFlopRuns({ budgets: [1e18, 1e19], sizes: 9 })
    expect(kindOf([...isoflop, ...cell(3, 6)])).toBe('isoflop')
  })

  it('calls checkpoints along training scattered: same size, other tokens', () => {
    const checkpoints = [1e8, 2e8, 4e8].flatMap((n, model) =>
      Array.from({ length: 20 }, (_, i) => {
        const tokens = 1e9 * 1.13 ** (i + 1)
        return makeRun({
          line: model * 20 + i,
          tokens,
          scale: { N: n },
          computeFlops: 6 * n * tokens,
        })
      }),
    )
    expect(kindOf(checkpoints)).toBe('scattered')
  })

  it('calls no runs, and one run, scattered', () => {
    expect(kindOf([])).toBe('scattered')
    expect(kindOf([makeRun({ line: 2 })])).toBe('scattered')
  })
})
