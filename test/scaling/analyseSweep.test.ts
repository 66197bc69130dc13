import { describe, expect, it } from 'vitest'
import { fitPowerLaw } from '../../src/scaling/estimators/overCompute/allocationFit.ts'
import {
  analyseSweep,
  trustedOptima,
  type FitSettings,
} from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { groupBudgets, type BudgetGroup } from '../../src/scaling/budgets/budgetGroups.ts'
import { runsInWindow } from '../../src/scaling/estimators/isoFlop/isoFlopProfile.ts'
import { evaluateLossLaw, fitLossLaw } from '../../src/scaling/estimators/overCompute/lossLaw.ts'
import {
  evaluateParametricLoss,
  optimalAllocation,
} from '../../src/scaling/forms/parametricLoss.ts'
import { makeIsoFlopRuns, makeRun, TEST_LAW } from '../fixtures/makeRuns.ts'

const SETTINGS: FitSettings = {
  metric: 'N',
  window: 'all',
  estimator: 'parabola',
  budgetCompute: 'nominal',
}
const BUDGETS = [1e18, 3e18, 1e19, 3e19, 1e20]

function groupsOf(options: Parameters<typeof makeIsoFlopRuns>[0]): readonly BudgetGroup[] {
  return groupBudgets(makeIsoFlopRuns(options), 0.1).groups
}

describe('fitPowerLaw', () => {
  it('recovers a power law exactly', () => {
    const law = fitPowerLaw(BUDGETS.map((c) => ({ computeFlops: c, value: 0.1715 * c ** 0.5243 })))
    if (law.status !== 'fitted') throw new Error(law.reason)
    expect(law.exponent).toBeCloseTo(0.5243, 10)
    expect(law.coefficient).toBeCloseTo(0.1715, 8)
  })

  it('needs optima at two different budgets', () => {
    expect(fitPowerLaw([]).status).toBe('unfittable')
    const same = [1e8, 2e8].map((value) => ({ computeFlops: 1e18, value }))
    expect(fitPowerLaw(same)).toEqual({ status: 'unfittable', reason: 'too-few-optima' })
  })
})

describe('analyseSweep', () => {
  it('recovers the law of a narrow, centred, noise-free sweep to 0.002', () => {
    const { laws } = analyseSweep(groupsOf({ budgets: BUDGETS, span: 4 }), SETTINGS)
    if (laws.scale.status !== 'fitted' || laws.tokens.status !== 'fitted') throw new Error('no law')
    const truth = optimalAllocation(TEST_LAW)
    expect(Math.abs(laws.scale.exponent - truth.scale.exponent)).toBeLessThan(0.002)
    expect(Math.abs(laws.tokens.exponent - truth.tokens.exponent)).toBeLessThan(0.002)
  })

  it('is less biased over a window than over a wide, off-centre grid', () => {
    const wide = groupsOf({ budgets: BUDGETS, span: 60, centre: 2.5, sizes: 21 })
    const truth = optimalAllocation(TEST_LAW).scale
    const errorOfOptimum = (window: FitSettings['window']): number => {
      const [profile] = analyseSweep(wide, { ...SETTINGS, window }).scaleProfiles
      if (profile?.fit.status !== 'fitted') throw new Error('no optimum')
      const optimum = truth.coefficient * profile.nominalFlops ** truth.exponent
      return Math.abs(Math.log(profile.fit.optimum.at / optimum))
    }
    expect(errorOfOptimum({ factor: 6 })).toBeLessThan(errorOfOptimum('all') / 2)
  })

  it('keeps a minimum outside the sampled range out of the laws', () => {
    const groups = groupsOf({ budgets: [1e18, 1e19], span: 3 })
    const oneSided = groupsOf({ budgets: [1e20], span: 3, centre: 6 })
    const { scaleProfiles, laws } = analyseSweep([...groups, ...oneSided], SETTINGS)
    const edge = scaleProfiles[2]?.fit
    expect(edge?.status === 'fitted' && !edge.optimum.interior).toBe(true)
    expect(laws.scale.status === 'fitted' && laws.scale.count).toBe(2)
  })

  it('has curves but no law for one budget, or when every minimum lies outside', () => {
    const one = analyseSweep(groupsOf({ budgets: [1e18] }), SETTINGS)
    expect(one.scaleProfiles[0]?.fit.status).toBe('fitted')
    expect(one.laws.scale.status).toBe('unfittable')
    expect(one.laws.loss.status).toBe('unfittable')
    const aside = analyseSweep(groupsOf({ budgets: [1e18, 1e19], span: 3, centre: 8 }), SETTINGS)
    expect(trustedOptima(aside.scaleProfiles, SETTINGS)).toEqual([])
    expect(aside.laws.scale.status).toBe('unfittable')
  })

  it('says that a curve falling all the way has no minimum', () => {
    const runs = [1, 2, 3, 4].map((i) =>
      makeRun({ line: i, scale: { N: 10 ** i }, loss: 5 - i - 0.1 * i * i }),
    )
    const [profile] = analyseSweep(
      [{ nominalFlops: 1e18, realisedFlops: 1e18, runs }],
      SETTINGS,
    ).scaleProfiles
    expect(profile?.fit.status).toBe('no-minimum')
  })

  it('stands a budget for its mean compute when asked to', () => {
    const groups = groupsOf({ budgets: BUDGETS, span: 4 }).map((group, i) => ({
      ...group,
      realisedFlops: group.nominalFlops * 1.1 ** i,
    }))
    const exponent = (budgetCompute: 'nominal' | 'realised'): number => {
      const { scale } = analyseSweep(groups, { ...SETTINGS, budgetCompute }).laws
      return scale.status === 'fitted' ? scale.exponent : NaN
    }
    // Compute that grows faster for the same optima means a smaller exponent, by the known ratio.
    const points = [0, 1, 2, 3, 4]
    const slope =
      points.reduce(
        (sum, i) => sum + (i - 2) * (Math.log(BUDGETS[i] ?? 1) + i * Math.log(1.1)),
        0,
      ) / points.reduce((sum, i) => sum + (i - 2) * Math.log(BUDGETS[i] ?? 1), 0)
    expect(exponent('realised')).toBeCloseTo(exponent('nominal') / slope, 2)
  })
})

describe('runsInWindow', () => {
  it('holds the runs within the factor of the best one, ends included', () => {
    const runs = [1, 2, 6, 12, 36, 40].map((n, i) =>
      makeRun({ line: i, scale: { N: n }, loss: n === 6 ? 1 : 2 }),
    )
    const kept = runsInWindow(runs, 'N', { factor: 6 }).map((run) => run.scale.N)
    expect(kept).toEqual([1, 2, 6, 12, 36])
  })
})

describe('fitLossLaw', () => {
  const at = (budgets: readonly number[], law: Parameters<typeof evaluateLossLaw>[0]) =>
    budgets.map((c) => ({ computeFlops: c, loss: evaluateLossLaw(law, c) }))
  const EIGHT = [1e17, 3e17, 1e18, 3e18, 1e19, 3e19, 1e20, 3e20]

  it('finds an irreducible term that is there, and its value', () => {
    const law = fitLossLaw(at(EIGHT, { irreducible: 1.7, coefficient: 900, exponent: 0.16 }))
    if (law.status !== 'fitted') throw new Error(law.reason)
    expect(law.form).toBe('irreducible')
    expect(law.irreducible).toBeCloseTo(1.7, 5)
    expect(law.exponent).toBeCloseTo(0.16, 5)
  })

  it('does not invent one where there is none', () => {
    const law = fitLossLaw(at(EIGHT, { irreducible: 0, coefficient: 30, exponent: 0.05 }))
    if (law.status !== 'fitted') throw new Error(law.reason)
    expect(law.form).toBe('power')
    expect(law.exponent).toBeCloseTo(0.05, 6)
    expect(law.coefficient).toBeCloseTo(30, 3)
  })

  it('leaves it out below four optima, which cannot tell', () => {
    const three = at(EIGHT.slice(0, 3), { irreducible: 1.7, coefficient: 900, exponent: 0.16 })
    const law = fitLossLaw(three)
    expect(law.status === 'fitted' && law.form).toBe('power')
  })

  it('refuses loss that rises with compute, and a single budget', () => {
    const rising = EIGHT.map((c, i) => ({ computeFlops: c, loss: 2 + 0.1 * i }))
    expect(fitLossLaw(rising)).toEqual({ status: 'unfittable', reason: 'loss-does-not-fall' })
    expect(fitLossLaw([{ computeFlops: 1e18, loss: 2 }]).status).toBe('unfittable')
  })
})

describe('optimalAllocation', () => {
  it('lies where the surface is lowest along C = 6ND', () => {
    const { scale } = optimalAllocation(TEST_LAW)
    const n = scale.coefficient * 1e20 ** scale.exponent
    const loss = (parameters: number): number =>
      evaluateParametricLoss(TEST_LAW, { parameters, tokens: 1e20 / (6 * parameters) })
    expect(loss(n)).toBeLessThan(loss(n * 1.01))
    expect(loss(n)).toBeLessThan(loss(n / 1.01))
  })
})
