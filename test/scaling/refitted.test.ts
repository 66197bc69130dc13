import { describe, expect, it } from 'vitest'
import type { FitSettings } from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { analyseSweep } from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import type { ResampleInput } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { refitted } from '../../src/scaling/estimators/isoFlop/intervals/refitted.ts'
import { fitIsoFlopProfiles } from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const SETTINGS: FitSettings = {
  metric: 'N',
  window: 'all',
  estimator: 'shared-shape',
  budgetCompute: 'nominal',
}

describe('refitted, of a sweep that one shape describes', () => {
  const budgets = [1e18, 3e18, 1e19, 3e19, 1e20, 3e20]
  const runs = makeIsoFlopRuns({ budgets, sizes: 9, span: 256, noise: seededNoise(13, 0.004) })
  const { groups } = groupBudgets(runs, 0.1)
  // As a resample has them, at its most: every run drawn twice.
  const twice = groups.map((group) => ({ ...group, runs: group.runs.flatMap((run) => [run, run]) }))

  it('keeps that shape where runs that are drawn twice would say that it is wrong', () => {
    expect(fitIsoFlopProfiles(groups, 'N', SETTINGS).shape?.isWhole).toBe(true)
    expect(fitIsoFlopProfiles(twice, 'N', SETTINGS).shape?.isWhole).toBe(false)
    const input: ResampleInput = {
      ...{ groups, settings: SETTINGS, lossForm: 'irreducible', method: 'pairs' },
      ...{ replicates: 1, seed: 1 },
    }
    const { scale, tokens } = refitted(
      input,
      () => ({ scale: twice, tokens: twice }),
      () => undefined,
    )
    const { laws } = analyseSweep(groups, SETTINGS)
    if (laws.scale.status !== 'fitted' || laws.tokens.status !== 'fitted')
      throw new Error('no laws')
    // The same runs with twice the weight, but for what is known of the exponents beforehand.
    expect(scale.exponent[0]).toBeCloseTo(laws.scale.exponent, 4)
    expect(tokens.exponent[0]).toBeCloseTo(laws.tokens.exponent, 4)
  })
})
