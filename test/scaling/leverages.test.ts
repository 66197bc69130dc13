import { describe, expect, it } from 'vitest'
import type { ProfileSettings } from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import {
  evaluateProfile,
  fitIsoFlopProfiles,
} from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { leverages } from '../../src/scaling/estimators/isoFlop/linearisedCurves.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const BUDGETS = [1e18, 3e18, 1e19, 3e19]
const runs = makeIsoFlopRuns({ budgets: BUDGETS, noise: seededNoise(5, 0.002) })
const { groups } = groupBudgets(runs, 0.1)
const settings = (estimator: ProfileSettings['estimator']): ProfileSettings => ({
  window: 'all',
  estimator,
})
const total = (of: ReadonlyMap<unknown, number>): number =>
  [...of.values()].reduce((sum, value) => sum + value, 0)

describe('leverages', () => {
  it('are how far a parabola follows a run that moves', () => {
    const of = leverages(fitIsoFlopProfiles(groups, 'N', settings('parabola')))
    for (const budget of [0, 3]) {
      for (const place of [0, 4, 8]) {
        const valueOf = (by: number): number => {
          const moved = groups.map((group, g) => ({
            ...group,
            runs: group.runs.map((run, i) =>
              g === budget && i === place ? { ...run, loss: run.loss + by } : run,
            ),
          }))
          const profile = fitIsoFlopProfiles(moved, 'N', settings('parabola')).profiles[budget]
          if (profile?.fit.status !== 'fitted') throw new Error('no curve')
          return evaluateProfile(profile.fit.curve, groups[budget]?.runs[place]?.scale.N ?? 0)
        }
        const run = groups[budget]?.runs[place]
        if (run === undefined) throw new Error('no run')
        expect(of.get(run)).toBeCloseTo((valueOf(0.01) - valueOf(-0.01)) / 0.02, 6)
      }
    }
  })

  it('of curves of one shape add up to their coefficients, less what is known beforehand', () => {
    const of = leverages(fitIsoFlopProfiles(groups, 'N', settings('shared-shape')))
    expect(of.size).toBe(runs.length)
    expect(Math.min(...of.values())).toBeGreaterThan(0)
    expect(Math.max(...of.values())).toBeLessThan(1)
    expect(total(of)).toBeGreaterThan(3 * BUDGETS.length)
    expect(total(of)).toBeLessThan(3 * BUDGETS.length + 2)
  })

  it('are not said of curves without coefficients', () => {
    expect(leverages(fitIsoFlopProfiles(groups, 'N', settings('akima'))).size).toBe(0)
  })
})
