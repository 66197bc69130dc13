import { describe, expect, it } from 'vitest'
import { DEEPSEEK_HYPERPARAMETERS } from '../../src/laws/hyperparameterLaw.ts'
import { recommend } from '../../src/planning/recommend.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import {
  analyseSweep,
  type FitSettings,
} from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import type { LawReplicates } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { fittedLawRows } from '../../src/tables/fittedLaws.ts'
import { allocationAt, outsideRange } from '../../src/tables/lawsAtBudget.ts'
import { optimumRows } from '../../src/tables/optima.ts'
import { recommendationRows } from '../../src/tables/recommendation.ts'
import { makeIsoFlopRuns, TEST_LAW } from '../fixtures/makeRuns.ts'

const SETTINGS: FitSettings = {
  ...{ metric: 'N', window: 'all' },
  ...{ estimator: 'parabola', budgetCompute: 'nominal' },
}
const A = TEST_LAW.beta / (TEST_LAW.alpha + TEST_LAW.beta)

const analysisOf = (centre = 1) =>
  analyseSweep(
    groupBudgets(makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20], centre }), 0.1).groups,
    SETTINGS,
  )

/** Replicates whose columns run from 0 to 1 in equal steps. */
const UNIFORM = (() => {
  const column = Float64Array.from({ length: 1001 }, (_, i) => i / 1000)
  const law = { exponent: column, logCoefficient: column }
  return { scale: law, tokens: law, loss: { ...law, irreducible: column }, optima: [] }
})() as unknown as LawReplicates

describe('the rows of the fitted laws', () => {
  const { laws } = analysisOf()
  const scaleLaws = [
    { metric: 'N', law: laws.scale },
    { metric: '6N1', law: laws.scale },
  ] as const

  it('are one for each metric, then tokens and loss, the loss with a negative exponent', () => {
    const rows = fittedLawRows(scaleLaws, 'N', laws, null, 0.95)
    expect(rows.map(({ of }) => of)).toEqual(['N', '6N1', 'tokens', 'loss'])
    const exponents = rows.map(({ law }) => ('fault' in law ? Number.NaN : law.exponent.value))
    expect(exponents[0]).toBeCloseTo(A, 3)
    expect(exponents[2]).toBeCloseTo(1 - A, 3)
    expect(exponents[3]).toBeLessThan(0)
  })

  it('have intervals for the metric that is fitted alone, at the level that is asked for', () => {
    const rows = fittedLawRows(scaleLaws, 'N', laws, UNIFORM, 0.8)
    const ends = rows.map(({ law }) => {
      const interval = 'fault' in law ? null : law.exponent.interval
      return interval === null ? null : [interval.low, interval.high].map((end) => end.toFixed(1))
    })
    expect(ends).toEqual([['0.1', '0.9'], null, ['0.1', '0.9'], ['-0.9', '-0.1']])
    const [scale] = rows
    const coefficient =
      scale === undefined || 'fault' in scale.law ? null : scale.law.coefficient.interval
    expect(coefficient?.high).toBeCloseTo(Math.exp(0.9), 2)
  })

  it('say why there is no law where there is none', () => {
    const none = analyseSweep(
      groupBudgets(makeIsoFlopRuns({ budgets: [1e18] }), 0.1).groups,
      SETTINGS,
    ).laws
    const rows = fittedLawRows([{ metric: 'N', law: none.scale }], 'N', none, null, 0.95)
    expect(rows.map(({ law }) => ('fault' in law ? law.fault : ''))).toEqual(
      Array(3).fill('too-few-optima'),
    )
  })
})

describe('the rows of the optima', () => {
  it('are where the runs have their minimum, inside their range', () => {
    const rows = optimumRows(analysisOf(), SETTINGS, null, 0.95)
    for (const { nominalFlops, scale, tokens, state, runs, weighty } of rows) {
      expect((6 * (scale ?? 0) * (tokens?.value ?? 0)) / nominalFlops).toBeCloseTo(1, 2)
      expect(state.kind).toBe('inside')
      expect([runs, weighty]).toEqual([9, 9])
    }
  })

  it('say that a minimum lies outside, and give it no interval', () => {
    const rows = optimumRows(analysisOf(20), SETTINGS, null, 0.95)
    expect(rows.map(({ state }) => state.kind)).toEqual(Array(3).fill('outside'))
    expect(rows.map(({ scaleInterval }) => scaleInterval)).toEqual(Array(3).fill(null))
  })
})

describe('a law at a budget', () => {
  const law = {
    scale: { coefficient: 2, exponent: 0.5 },
    tokens: { coefficient: 3, exponent: 0.5 },
  }

  it('is parameters, tokens and their ratio', () => {
    expect(allocationAt(law, 1e4)).toEqual({
      parameters: 200,
      tokens: 300,
      tokensPerParameter: 1.5,
    })
  })

  it.each([
    [1e21, { factor: 10, isAbove: true }],
    [1e17, { factor: 10, isAbove: false }],
    [1e19, 'inside'],
    [1e20, 'inside'],
  ] as const)('is %d FLOPs %o of a range from 1e18 to 1e20', (budget, outside) => {
    expect(outsideRange({ low: 1e18, high: 1e20 }, budget)).toEqual(outside)
  })

  it('is nowhere where no range is stated', () => {
    expect(outsideRange(null, 1e20)).toBe('unknown')
  })
})

describe('the rows of the recommendation', () => {
  const recommendation = recommend({
    ...{ computeFlops: 1e20, scaleMetric: 'M', level: 0.95, replicates: null },
    scale: { coefficient: 6, exponent: 0.5 },
    tokens: { coefficient: 1 / 6, exponent: 0.5 },
    fittedRange: { low: 1e18, high: 1e20 },
    hyperparameters: DEEPSEEK_HYPERPARAMETERS,
  })

  it('have M in FLOPs/token, in short as a sixth of it, and D/N by that', () => {
    const rows = recommendationRows(recommendation, null)
    expect(rows.map(({ quantity }) => quantity)).toEqual([
      ...['scale', 'tokens', 'batch', 'learningRate', 'tokensPerParameter'],
    ])
    const [scale, tokens, , , ratio] = rows
    expect(scale?.estimate.value).toBeCloseTo(6e10, 0)
    expect(scale?.short).toBeCloseTo(1e10, 0)
    expect(ratio?.estimate.value).toBeCloseTo((tokens?.estimate.value ?? 0) / 1e10, 9)
  })

  it('have a loss where a law of it was fitted', () => {
    const loss = { value: 2.5, interval: null }
    expect(recommendationRows(recommendation, loss).at(-1)).toEqual({
      ...{ quantity: 'loss', estimate: loss, short: null },
    })
  })
})
