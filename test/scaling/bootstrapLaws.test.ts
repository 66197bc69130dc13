import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { percentiles } from '../../src/numerics/percentileInterval.ts'
import type { ResampleInput } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { resampleLaws } from '../../src/scaling/estimators/isoFlop/intervals/resampleLaws.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { optimalAllocation } from '../../src/scaling/forms/parametricLoss.ts'
import { makeIsoFlopRuns, TEST_LAW } from '../fixtures/makeRuns.ts'

/** Gaussian noise of the given relative size from a seed. */
function gaussian(seed: number, size: number): () => number {
  const generator = xoroshiro128plus(seed)
  const uniform = () => uniformFloat64(generator)
  return () => size * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

function input(seed: number, replicates = 200, noiseSeed = 5): ResampleInput {
  const runs = makeIsoFlopRuns({
    budgets: [1e18, 3e18, 1e19, 3e19, 1e20],
    sizes: 12,
    span: 6,
    noise: gaussian(noiseSeed, 0.003),
  })
  return {
    groups: groupBudgets(runs, 0.1).groups,
    settings: {
      metric: 'N',
      window: 'all',
      estimator: 'robust-parabola',
      budgetCompute: 'nominal',
    },
    lossForm: 'power',
    method: 'pairs',
    replicates,
    seed,
  }
}

const silent = () => undefined

describe('resampleLaws', () => {
  it('gives the same replicates for the same seed and others for another', () => {
    const first = resampleLaws(input(1), silent)
    expect(resampleLaws(input(1), silent)).toEqual(first)
    expect(resampleLaws(input(2), silent).scale.exponent).not.toEqual(first.scale.exponent)
  })

  it('reports its progress up to the end', () => {
    const heard: number[] = []
    resampleLaws(input(1, 100), (fraction) => heard.push(fraction))
    expect(heard.at(-1)).toBe(1)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
  })

  it('counts resamples that give no law and marks them as missing', () => {
    const { groups, ...rest } = input(1)
    const few = groups.map((group) => ({ ...group, runs: group.runs.slice(4, 7) }))
    const result = resampleLaws({ ...rest, groups: few }, silent)
    const missing = result.scale.exponent.filter(Number.isNaN).length
    expect(result.failed).toBe(missing)
    expect(missing).toBeGreaterThan(0)
  })

  it('holds the true exponent in at least 85% of 60 simulated sweeps at 95%', () => {
    const truth = optimalAllocation(TEST_LAW).scale.exponent
    let held = 0
    for (let sweep = 0; sweep < 60; sweep++) {
      const { settings, ...simulated } = input(1, 100, 1000 + sweep)
      const { scale } = resampleLaws(
        {
          ...{ ...simulated, method: 'delta' },
          settings: { ...settings, estimator: 'shared-shape' },
        },
        silent,
      )
      const interval = percentiles(scale.exponent, 0.95)
      if (interval !== null && interval.low <= truth && truth <= interval.high) held++
    }
    expect(held).toBeGreaterThanOrEqual(51)
  })
})
