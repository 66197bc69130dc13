import { mean } from 'd3-array'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { fitIsoFlopProfiles } from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const SETTINGS = { window: 'all', estimator: 'shared-shape' } as const
const BUDGETS = [1e18, 3e18, 1e19, 3e19, 1e20]

const shapeOf = (runs: readonly Run[]) =>
  fitIsoFlopProfiles(groupBudgets(runs, 0.1).groups, 'N', SETTINGS).shape

describe('curves of one shape', () => {
  it('say how far the runs lie from them, nearly without bias', () => {
    const told = Array.from({ length: 40 }, (_, i) => {
      const noise = seededNoise(100 + i, 0.003)
      return shapeOf(makeIsoFlopRuns({ budgets: BUDGETS, span: 16, noise }))?.noise
    })
    // Bisquare weights let the outermost tenth of the noise count less.
    expect((mean(told) ?? NaN) / 0.003).toBeGreaterThan(0.87)
    expect((mean(told) ?? NaN) / 0.003).toBeLessThan(1.03)
  })

  it('are told from runs that a step divides, in whatever order those stand', () => {
    const noise = seededNoise(7, 0.0005)
    const runs = makeIsoFlopRuns({ budgets: BUDGETS, sizes: 13, span: 64, noise }).map((run, i) =>
      i % 13 > 8 ? { ...run, loss: run.loss * 1.02 } : run,
    )
    expect(
      shapeOf(makeIsoFlopRuns({ budgets: BUDGETS, sizes: 13, span: 64, noise })),
    ).toMatchObject({ isWhole: true })
    fc.assert(
      fc.property(fc.shuffledSubarray(runs, { minLength: runs.length }), (shuffled) => {
        expect(shapeOf(shuffled)?.isWhole).toBe(false)
      }),
      { numRuns: 5 },
    )
  })
})
