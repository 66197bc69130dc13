import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { nominalBudget } from '../../src/scaling/budgets/nominalBudget.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { sweepKind } from '../../src/scaling/sweeps/sweepKind.ts'
import { makeIsoFlopRuns, makeRun } from '../fixtures/makeRuns.ts'

/** Runs at the given compute with a different N each. */
function runsAt(compute: readonly number[], values: Partial<Run> = {}): Run[] {
  return compute.map((computeFlops, i) =>
    makeRun({ line: i + 2, computeFlops, scale: { N: 1e8 * 1.1 ** i }, ...values }),
  )
}

const sizes = (runs: readonly Run[], tolerance = 0.1): [number, number][] =>
  groupBudgets(runs, tolerance).groups.map((group) => [group.nominalFlops, group.runs.length])

describe('groupBudgets', () => {
  it('takes the budgets that the sweep states, whatever the compute realised', () => {
    const runs = [1, 1, 1, 2, 2, 2].map((budget, i) =>
      makeRun({
        line: i,
        computeFlops: 1e18 * (1 + i / 3),
        statedBudget: budget * 1e18,
        scale: { N: i + 1 },
      }),
    )
    const grouping = groupBudgets(runs, 0.1)
    expect(grouping.method).toBe('stated')
    expect(sizes(runs)).toEqual([
      [1e18, 3],
      [2e18, 3],
    ])
    expect(grouping.groups[0]?.realisedFlops).toBeCloseTo(1e18 * (4 / 3), -12)
  })

  it('finds clusters with gaps between them, also around numbers that are not round', () => {
    const runs = runsAt([2.31e18, 2.3e18, 2.29e18, 7.7e18, 7.71e18, 7.72e18])
    expect(groupBudgets(runs, 0.1).method).toBe('clustered')
    expect(sizes(runs)).toEqual([
      [2.3e18, 3],
      [7.7e18, 3],
    ])
  })

  it('finds the round numbers that scattered compute gathers around', () => {
    // A fixed sequence within ±9% of three nominal values, and an even background.
    const offsets = [-0.09, -0.07, -0.05, -0.03, -0.01, 0.02, 0.04, 0.06, 0.08]
    const gathered = [1e18, 3e18, 1e19].flatMap((nominal) => offsets.map((o) => nominal * (1 + o)))
    const background = Array.from({ length: 14 }, (_, i) => 1e18 * 10 ** ((i + 0.5) / 14))
    const grouping = groupBudgets(runsAt([...gathered, ...background]), 0.1)
    expect(grouping.method).toBe('round')
    expect(grouping.groups.map((group) => group.nominalFlops)).toEqual([1e18, 3e18, 1e19])
  })

  it('finds no budgets in compute that is spread evenly', () => {
    const even = Array.from({ length: 60 }, (_, i) => 1e18 * 10 ** (i / 20))
    const grouping = groupBudgets(runsAt(even), 0.1)
    expect(grouping.groups).toEqual([])
    expect(grouping.ungrouped).toHaveLength(60)
  })

  it('never groups a run whose row says that it has no budget', () => {
    const runs = [
      ...runsAt([1e18, 1e18, 1e18]),
      makeRun({ line: 9, statedBudget: 'none', scale: { N: 7 } }),
    ]
    const grouping = groupBudgets(runs, 0.1)
    expect(grouping.ungrouped.map((run) => run.line)).toEqual([9])
  })

  it('does not call two scales, or two runs, a budget', () => {
    expect(sizes(runsAt([1e18, 1e18]))).toEqual([])
    const twoScales = runsAt([1e18, 1e18, 1e18, 1e18]).map((run, i) => ({
      ...run,
      scale: { N: 1 + (i % 2) },
    }))
    expect(sizes(twoScales)).toEqual([])
  })

  it('does not depend on the order of the rows', () => {
    const runs = makeIsoFlopRuns({ budgets: [1e18, 3e18, 1e19] })
    const shuffled = runs.toSorted((a, b) => ((a.line * 7) % 27) - ((b.line * 7) % 27))
    expect(sizes(shuffled)).toEqual(sizes(runs))
  })

  it('splits clusters that a tighter tolerance keeps apart', () => {
    const runs = runsAt([1e18, 1e18, 1e18, 1.06e18, 1.06e18, 1.06e18])
    expect(sizes(runs, 0.1)).toHaveLength(1)
    expect(sizes(runs, 0.02)).toHaveLength(2)
  })
})

describe('nominalBudget', () => {
  it('takes the fewest digits that are within 0.2% of the median', () => {
    expect(nominalBudget([1.0001e18, 0.9999e18, 1e18])).toBe(1e18)
    expect(nominalBudget([1.25e16])).toBe(1.25e16)
    expect(nominalBudget([1.8e20, 1.800021e20, 1.79999e20])).toBe(1.8e20)
  })
})

describe('sweepKind', () => {
  it('knows an IsoFLOP sweep by its budgets', () => {
    const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19] })
    expect(sweepKind(runs, groupBudgets(runs, 0.1))).toBe('isoflop')
  })

  it('knows a hyperparameter sweep by cells that repeat at many settings', () => {
    const runs = Array.from({ length: 24 }, (_, i) =>
      makeRun({ line: i, scale: { N: 1e8 * (1 + (i % 2)) }, learningRate: 1e-4 * (i + 1) }),
    )
    expect(sweepKind(runs, groupBudgets(runs, 0.1))).toBe('hyperparameters')
  })

  it('calls the rest scattered', () => {
    const runs = runsAt(Array.from({ length: 30 }, (_, i) => 1e18 * 10 ** (i / 10)))
    expect(sweepKind(runs, groupBudgets(runs, 0.1))).toBe('scattered')
  })
})

describe('groupBudgets, where budgets are stated', () => {
  /** Nine runs at three computes; the first `count` of them say 5e18. */
  const statedBy = (count: number): Run[] =>
    runsAt([1, 1, 1, 3, 3, 3, 9, 9, 9].map((c) => c * 1e18)).map((run, i) =>
      i < count ? { ...run, statedBudget: 5e18 } : run,
    )

  it('believes the sweep when at least half of the runs state one', () => {
    expect(groupBudgets(statedBy(5), 0.1).method).toBe('stated')
    expect(sizes(statedBy(5))).toEqual([[5e18, 5]])
    expect(groupBudgets(statedBy(5), 0.1).ungrouped).toHaveLength(4)
  })

  it('looks at the compute when fewer do', () => {
    expect(groupBudgets(statedBy(4), 0.1).method).toBe('clustered')
    expect(sizes(statedBy(4)).map(([nominal]) => nominal)).toEqual([1e18, 3e18, 9e18])
  })

  it('counts only runs that may have a budget', () => {
    const outside = Array.from({ length: 20 }, (_, i) =>
      makeRun({ line: 50 + i, statedBudget: 'none', scale: { N: i + 1 } }),
    )
    const grouping = groupBudgets([...statedBy(9), ...outside], 0.1)
    expect(grouping.method).toBe('stated')
    expect(grouping.ungrouped).toEqual(outside)
  })

  it('keeps budgets in order of compute and runs in order of the file', () => {
    const runs = makeIsoFlopRuns({ budgets: [1e19, 1e18, 3e18], sizes: 4 })
    const { groups } = groupBudgets(runs, 0.1)
    expect(groups.map((group) => group.nominalFlops)).toEqual([1e18, 3e18, 1e19])
    expect(groups[2]?.runs.map((run) => run.line)).toEqual([2, 3, 4, 5])
  })

  it('finds nothing where there are no runs, one run, or only runs without a budget', () => {
    expect(groupBudgets([], 0.1)).toMatchObject({ groups: [], ungrouped: [] })
    expect(sizes(runsAt([1e18]))).toEqual([])
    expect(sizes(runsAt([1e18, 1e18, 1e18], { statedBudget: 'none' }))).toEqual([])
  })
})
