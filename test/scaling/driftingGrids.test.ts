import { mean } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { analyseSweep, profilesOf } from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { runNoise } from '../../src/scaling/estimators/isoFlop/runNoise.ts'
import { smoothShapes } from '../../src/scaling/estimators/isoFlop/smoothShapes.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { makeIsoFlopRuns, TEST_LAW } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const SETTINGS = {
  ...({ metric: 'N', window: 'all', estimator: 'shared-shape' } as const),
  budgetCompute: 'nominal',
} as const
const TRUTH = TEST_LAW.beta / (TEST_LAW.alpha + TEST_LAW.beta)

/** Noise of one of many sweeps: generators with neighbouring seeds begin alike. */
const noiseOf = (sweepNumber: number, size: number) => seededNoise(sweepNumber * 7919 + 13, size)

/** Budgets from 1e18 to 3e20 whose grids follow the optimum with `follows` of its slope. */
function sweep(
  count: number,
  sizes: number,
  follows: number,
  noise: () => number,
  span = 36,
): readonly Run[] {
  return Array.from({ length: count }, (_, k) => {
    const decades = (2.5 * k) / (count - 1)
    const centre = 10 ** (-(1 - follows) * TRUTH * decades)
    const budgets = [10 ** (18 + decades)]
    return makeIsoFlopRuns({ budgets, sizes, span, centre, noise })
  })
    .flat()
    .map((run, line) => ({ ...run, line, id: `L${line}` }))
}

const groupsOf = (runs: readonly Run[]) => groupBudgets(runs, 0.1).groups

describe('laws where the grid drifts against the optimum', () => {
  it('have no bias from weights that follow the noise', () => {
    const errors = Array.from({ length: 150 }, (_, seed) => {
      const runs = sweep(6, 9, 0.6, noiseOf(seed, 0.01))
      const { scale } = analyseSweep(groupsOf(runs), SETTINGS).laws
      return scale.status === 'fitted' ? scale.exponent - TRUTH : Number.NaN
    })
    // By covariances at each budget's own curve it is -0.012; the standard error of this mean is 0.0022.
    expect(Math.abs(mean(errors) ?? 1)).toBeLessThan(0.006)
  })
})

describe('the noise of the runs', () => {
  it.each([0.002, 0.006, 0.02])('is found as large as it is under bisquare weights: %s', (size) => {
    const found = Array.from({ length: 20 }, (_, seed) => {
      const runs = sweep(6, 41, 1, noiseOf(seed, size), 4)
      return runNoise(profilesOf(groupsOf(runs), 'N', SETTINGS))?.sizes[0] ?? Number.NaN
    })
    // What bisquare weights lose of the runs, 5% of their variance, counts as noise. Weighted squares alone give 0.96.
    expect(Math.abs((mean(found) ?? 0) / size - 1.02)).toBeLessThan(0.025)
  })
})

describe('smooth shapes', () => {
  const { profiles } = profilesOf(groupsOf(sweep(6, 9, 1, () => 0)), 'N', SETTINGS)

  it('are the curves themselves where there is no noise', () => {
    const smooth = smoothShapes(profiles)
    expect(smooth.size).toBe(6)
    for (const profile of profiles) {
      const { fit } = profile
      if (fit.status !== 'fitted') throw new Error('no curve')
      const { centre = 0, c2 = 0 } = smooth.get(profile) ?? {}
      expect(Math.exp(centre) / fit.optimum.at).toBeCloseTo(1, 3)
      // At the minimum of a slice of the surface the second derivative is (alpha + beta) alpha A/N^alpha.
      const { alpha, beta, A } = TEST_LAW
      expect(c2 / ((alpha + beta) * alpha * A * fit.optimum.at ** -alpha)).toBeCloseTo(1, 3)
    }
  })

  it('are none of fewer than four curves', () => {
    expect(smoothShapes(profiles.slice(0, 3)).size).toBe(0)
  })
})
