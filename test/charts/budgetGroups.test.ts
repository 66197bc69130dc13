import { describe, expect, it } from 'vitest'
import { budgetGroupSeries } from '../../src/charts/budgetGroups/series.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'

describe('the picture of budgets', () => {
  const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19] }).map((run, i) => ({
    ...run,
    computeFlops: run.computeFlops * (1 + 0.03 * ((i % 3) - 1)),
  }))
  const series = budgetGroupSeries(groupBudgets(runs, 0.1), 0.1)

  it('has a row a budget and a tick a run, at the logarithm of its ratio', () => {
    expect(series.rows.map(({ offsets }) => offsets.length)).toEqual([9, 9])
    const ratios = series.rows[0]?.offsets.map(Math.exp) ?? []
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeCloseTo(1.03 / 0.97, 9)
  })

  it('is wide enough for the tolerance, and keeps runs far out at its edge', () => {
    expect(series.span).toBeGreaterThan(series.tolerance)
    expect(series.tolerance).toBeCloseTo(Math.log(1.1), 12)
    const stated = runs.map((run) => ({ ...run, statedBudget: run.computeFlops / 3 }))
    const same = stated.map((run, i) => ({ ...run, statedBudget: i < 9 ? 3e17 : 3e18 }))
    const far = budgetGroupSeries(groupBudgets(same, 0.1), 0.1)
    for (const { offsets } of far.rows) {
      for (const offset of offsets) expect(offset).toBeCloseTo(Math.log(2), 12)
    }
  })
})
