import { describe, expect, it } from 'vitest'
import { percentiles } from '../../src/numerics/percentileInterval.ts'
import type { FitSettings } from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { resampleLaws } from '../../src/scaling/estimators/isoFlop/intervals/resampleLaws.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { makeIsoFlopRuns, makeRun } from '../fixtures/makeRuns.ts'

const SETTINGS: FitSettings = {
  metric: 'N',
  window: 'all',
  estimator: 'parabola',
  budgetCompute: 'nominal',
}
const BUDGETS = [1e18, 3e18, 1e19, 3e19]
const silent = () => undefined

/** Loss is an exact parabola in ln N whose minimum is at N = C^0.5 / 10, D = C^0.5 · 10 / 6. */
function exactRuns(budgets: readonly number[]): Run[] {
  return budgets.flatMap((c, budget) =>
    Array.from({ length: 9 }, (_, i) => {
      const fromOptimum = 0.3 * (i - 4) + 0.05
      const n = (c ** 0.5 / 10) * Math.exp(fromOptimum)
      return makeRun({
        line: budget * 9 + i + 2,
        computeFlops: c,
        tokens: c / (6 * n),
        scale: { N: n },
        loss: 30 * c ** -0.05 + 0.1 * fromOptimum ** 2,
      })
    }),
  )
}

function replicatesOf(runs: readonly Run[], replicates: number) {
  const { groups } = groupBudgets(runs, 0.1)
  return resampleLaws(
    { groups, settings: SETTINGS, lossForm: 'power', method: 'pairs', replicates, seed: 11 },
    silent,
  )
}

/** Distance from the lowest to the highest of the replicates that have a law. */
function width(replicates: Float64Array): number {
  const finite = replicates.filter(Number.isFinite)
  expect(finite.length).toBeGreaterThan(replicates.length / 2)
  return finite.reduce((a, b) => Math.max(a, b)) - finite.reduce((a, b) => Math.min(a, b))
}

describe('resampleLaws on a noise-free sweep', () => {
  const exact = replicatesOf(exactRuns(BUDGETS), 200)

  it('has replicates of no width when the curves are exact parabolas', () => {
    expect(width(exact.scale.exponent)).toBeLessThan(1e-9)
    expect(width(exact.scale.logCoefficient)).toBeLessThan(1e-7)
    expect(width(exact.tokens.exponent)).toBeLessThan(1e-9)
    expect(width(exact.loss.exponent)).toBeLessThan(1e-7)
  })

  it('finds the laws that the runs were made from', () => {
    const middle = percentiles(exact.scale.exponent, 0)?.low
    expect(middle).toBeCloseTo(0.5, 9)
    expect(percentiles(exact.tokens.exponent, 0)?.low).toBeCloseTo(0.5, 9)
    expect(percentiles(exact.scale.logCoefficient, 0)?.low).toBeCloseTo(Math.log(0.1), 7)
    expect(percentiles(exact.loss.exponent, 0)?.low).toBeCloseTo(0.05, 7)
  })

  it('has width where a parabola does not describe the curve: which runs are drawn matters', () => {
    const surface = replicatesOf(makeIsoFlopRuns({ budgets: BUDGETS, span: 100 }), 200)
    expect(width(surface.scale.exponent)).toBeGreaterThan(0.01)
  })
})

describe('resampleLaws draws', () => {
  it.each([
    ['first', 0],
    ['last', 8],
  ])('the %s run of a budget as well', (_, index) => {
    // One run of each budget lies off the parabola: where it is drawn, the curve is another.
    const runs = exactRuns(BUDGETS).map((run, i) =>
      i % 9 === index ? { ...run, loss: run.loss + 0.02 } : run,
    )
    expect(width(replicatesOf(runs, 100).optima[0]?.scale ?? new Float64Array())).toBeGreaterThan(
      1e5,
    )
  })
})

describe('resampleLaws keeps for every budget', () => {
  it('the optimum of each resample in N, D and loss', () => {
    const { optima } = replicatesOf(exactRuns(BUDGETS), 200)
    expect(optima.map((optimum) => optimum.nominalFlops)).toEqual(BUDGETS)
    for (const { nominalFlops, scale, tokens, loss } of optima) {
      expect((percentiles(scale, 0)?.low ?? NaN) / (nominalFlops ** 0.5 / 10)).toBeCloseTo(1, 9)
      expect((percentiles(tokens, 0)?.low ?? NaN) / ((nominalFlops ** 0.5 * 10) / 6)).toBeCloseTo(
        1,
        9,
      )
      expect(percentiles(loss, 0)?.low).toBeCloseTo(30 * nominalFlops ** -0.05, 9)
    }
  })

  it('a gap where the minimum of the resample lies outside of its runs', () => {
    // A budget of runs all above the optimum beside two sound ones.
    const sound = exactRuns([1e18, 1e19])
    const oneSided = exactRuns([1e20]).slice(5)
    const result = replicatesOf(
      [...sound, ...oneSided.map((run) => ({ ...run, line: run.line + 50 }))],
      50,
    )
    expect(result.optima[2]?.nominalFlops).toBe(1e20)
    expect(result.optima[2]?.scale.every(Number.isNaN)).toBe(true)
    expect(result.optima[2]?.loss.every(Number.isNaN)).toBe(true)
    // The laws go on without it.
    expect(percentiles(result.scale.exponent, 0)?.low).toBeCloseTo(0.5, 9)
  })
})

describe('resampleLaws without anything to fit', () => {
  it('gives no law at all for one budget, and counts every resample as failed', () => {
    const one = replicatesOf(exactRuns([1e18]), 40)
    expect(one.failed).toBe(40)
    expect(one.scale.exponent.every(Number.isNaN)).toBe(true)
    expect(one.loss.exponent.every(Number.isNaN)).toBe(true)
    expect(one.optima[0]?.scale.some(Number.isFinite)).toBe(true)
  })

  it('gives no law for a sweep without budgets, and none when no resample is asked for', () => {
    expect(replicatesOf([], 25)).toMatchObject({ optima: [], failed: 25, replicates: 25 })
    expect(replicatesOf(exactRuns(BUDGETS), 0)).toMatchObject({ failed: 0, replicates: 0 })
  })
})
