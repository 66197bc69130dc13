import { en } from '../../src/words/en/en.ts'
import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { ISOFLOP_ESTIMATORS } from '../../src/scaling/estimators/estimators.ts'
import { INTERVAL_METHODS } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { PROFILE_ESTIMATORS } from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { LOSS_LAW } from '../../src/scaling/estimators/overCompute/lossLaw.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'

const silent = () => undefined

describe('the table of estimators', () => {
  it.each([...ISOFLOP_ESTIMATORS, LOSS_LAW])('says of $id what a reader must know', (estimator) => {
    for (const text of [estimator.name, estimator.formula, estimator.source]) {
      expect(text.length).toBeGreaterThan(10)
    }
    expect(estimator.source).toMatch(/\d{4}/)
    expect(en.fit.assumes[estimator.id].length).toBeGreaterThan(0)
  })
})

describe('the table of the IsoFLOP family', () => {
  it('has every way to find curves, in the order in which a person chooses among them', () => {
    expect(ISOFLOP_ESTIMATORS.map(({ id }) => id)).toEqual(PROFILE_ESTIMATORS)
  })
})

describe.each(ISOFLOP_ESTIMATORS)('$id', (estimator) => {
  const groups = groupBudgets(
    makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20], sizes: 33, span: 4 }),
    0.1,
  ).groups
  const { id } = estimator
  const settings = { metric: 'N', window: 'all', estimator: id, budgetCompute: 'nominal' } as const

  it('evaluates the laws that it fitted, and every resample of them is near', () => {
    const { laws } = estimator.fit({ groups, settings })
    if (laws.scale.status !== 'fitted' || laws.tokens.status !== 'fitted') throw new Error('no law')
    const own = { scale: laws.scale, tokens: laws.tokens }
    const at = estimator.evaluate(own, 1e21)
    // C = 6 N D up to what the two parabolas miss.
    expect((6 * at.scale * at.tokens) / 1e21).toBeCloseTo(1, 1)
    const input = { groups, settings, lossForm: 'power' } as const
    for (const method of INTERVAL_METHODS) {
      const resampled = { ...input, method, replicates: 20, seed: 1 }
      const { scale } = estimator.resample(resampled, silent)
      for (const exponent of scale.exponent.filter(Number.isFinite)) {
        expect(exponent).toBeCloseTo(laws.scale.exponent, 1)
      }
    }
  })

  it('gives the reason where there is no law', () => {
    const { laws } = estimator.fit({ groups: groups.slice(0, 1), settings })
    expect(laws.scale).toEqual({ status: 'unfittable', reason: 'too-few-optima' })
  })
})
