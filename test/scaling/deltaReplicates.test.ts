import { deviation, median } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import {
  fitLaws,
  profilesOf,
  type FitSettings,
} from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { resampleLaws } from '../../src/scaling/estimators/isoFlop/intervals/resampleLaws.ts'
import { trustedOptimum } from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const SETTINGS: FitSettings = {
  metric: 'N',
  window: 'all',
  estimator: 'shared-shape',
  budgetCompute: 'nominal',
}
const BUDGETS = [1e18, 3e18, 1e19, 3e19, 1e20]
/** The budget whose runs all lie above its optimum, and which has none that counts. */
const WITHOUT = 2

describe('delta replicates', () => {
  const noise = seededNoise(5, 0.003)
  const runs = BUDGETS.flatMap((budget, k) =>
    makeIsoFlopRuns({ budgets: [budget], centre: k === WITHOUT ? 12 : 1, span: 16, noise }),
  ).map((run, i) => ({ ...run, id: `L${i + 2}`, line: i + 2 }))
  const { groups } = groupBudgets(runs, 0.1)
  const sets = {
    scale: profilesOf(groups, 'N', SETTINGS),
    tokens: profilesOf(groups, 'D', SETTINGS),
  }
  const { covariance } = fitLaws(sets.scale, sets.tokens, SETTINGS)
  if (covariance === null) throw new Error('no covariance')
  const { optima, runNoise } = resampleLaws(
    {
      ...{ groups, settings: SETTINGS, lossForm: 'irreducible', method: 'delta' },
      ...{ replicates: 2000, seed: 3 },
    },
    () => undefined,
  )

  it.each(['scale', 'tokens'] as const)(
    'of the %s scatter about the optimum of their own budget, as far as its covariance says',
    (axis) => {
      let row = 0
      sets[axis].profiles.forEach((profile, k) => {
        const optimum = trustedOptimum(profile)
        const replicates = optima[k]?.[axis] ?? new Float64Array()
        expect(optima[k]?.nominalFlops).toBe(profile.nominalFlops)
        expect(optimum === null).toBe(k === WITHOUT)
        if (optimum === null) {
          expect(replicates.every(Number.isNaN)).toBe(true)
          return
        }
        const error = Math.sqrt(covariance[axis].get(row, row))
        row++
        const logs = [...replicates].map((value) => Math.log(value / optimum.at))
        expect(Math.abs(median(logs) ?? NaN)).toBeLessThan(0.1 * error)
        expect((deviation(logs) ?? NaN) / error).toBeGreaterThan(0.9)
        expect((deviation(logs) ?? NaN) / error).toBeLessThan(1.15)
      })
    },
  )

  it('of a run have the noise of the largest budget', () => {
    const largest = covariance.noise.at(-1) ?? NaN
    expect(largest).toBeGreaterThan(0.002)
    expect((deviation(runNoise) ?? NaN) / largest).toBeCloseTo(1, 1)
  })
})
