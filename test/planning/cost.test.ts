import { describe, expect, it } from 'vitest'
import { ACCELERATORS } from '../../src/laws/accelerators.ts'
import { EPOCH, EPOCH_SURFACE } from '../../src/laws/epoch.ts'
import { KAPLAN } from '../../src/laws/kaplan.ts'
import {
  choiceCost,
  computeOverOptimum,
  inferenceAware,
  lossAtOptimum,
  tokensForLoss,
} from '../../src/planning/cost/choiceCost.ts'
import {
  affordableDays,
  clusterDays,
  clusterFlops,
  runCost,
  type Cluster,
} from '../../src/planning/cost/clusterBudget.ts'
import {
  dataConstrainedLoss,
  dataConstrainedPlan,
  effectiveParameters,
  effectiveTokens,
  MUENNIGHOFF,
  parametersForTokens,
} from '../../src/planning/cost/dataConstrained.ts'
import {
  evaluateParametricLoss,
  optimalAllocation,
} from '../../src/scaling/forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

function cluster(id: string, said: Partial<Cluster> = {}): Cluster {
  const accelerator = ACCELERATORS.find((one) => one.id === id)
  if (accelerator === undefined) throw new Error(`no ${id}`)
  return { accelerator, devices: 1, format: 'bf16', utilisation: 1, ...said }
}

describe('a cluster', () => {
  it('takes 11 A100-days at peak for 3e20 FLOPs, 22 at half of it', () => {
    expect(clusterDays(cluster('a100-80'), 3e20)).toBeCloseTo(11.13, 2)
    expect(clusterDays(cluster('a100-80', { utilisation: 0.5 }), 3e20)).toBeCloseTo(22.26, 2)
  })

  it('does in a time what it takes that time for', () => {
    const big = cluster('h100-sxm', { devices: 2048, utilisation: 0.4, format: 'fp8' })
    const flops = clusterFlops(big, 30) ?? Number.NaN
    expect(clusterDays(big, flops)).toBeCloseTo(30, 9)
    expect(flops / (2048 * 1.9789e15 * 0.4 * 30 * 86_400)).toBeCloseTo(1, 9)
  })

  it('has no time in a format that its chips lack', () => {
    expect(clusterDays(cluster('a100-80', { format: 'fp8' }), 1e21)).toBeNull()
  })

  it('draws 28.8 MWh in 3,000 A100-days, and money and carbon in proportion', () => {
    const prices = { deviceHour: 2, powerUsage: 1, carbonIntensity: 400 }
    const cost = runCost(cluster('a100-80', { devices: 100 }), 30, prices)
    expect(cost.deviceHours).toBe(72_000)
    expect(cost.energy).toBeCloseTo(28_800, 6)
    expect(cost.money).toBe(144_000)
    expect(cost.carbon).toBeCloseTo(11_520, 6)
    expect(affordableDays(cluster('a100-80', { devices: 100 }), cost.money, prices)).toBe(30)
  })

  it('has no energy where the power of its chips is not known', () => {
    const prices = { deviceHour: 2, powerUsage: 1, carbonIntensity: 400 }
    expect(runCost(cluster('trn1'), 30, prices)).toMatchObject({ energy: null, carbon: null })
  })
})

describe('what a size costs on a loss surface', () => {
  it('is nothing at the optimum of the surface', () => {
    const cost = choiceCost(EPOCH_SURFACE, evaluatePowerLaw(EPOCH.scale, 1e24), 1e24)
    expect(cost.excess).toBeLessThan(1e-12)
    expect(cost.waste).toBeLessThan(1e-9)
  })

  it('is the same as a smaller budget spent well: the optimum of what is left has its loss', () => {
    const cost = choiceCost(EPOCH_SURFACE, evaluatePowerLaw(KAPLAN.scale, 1e24), 1e24)
    expect(cost.waste).toBeGreaterThan(0.5)
    expect(lossAtOptimum(EPOCH_SURFACE, 1e24 * (1 - cost.waste))).toBeCloseTo(cost.loss, 9)
    expect(cost.excess).toBeCloseTo(cost.loss - lossAtOptimum(EPOCH_SURFACE, 1e24), 12)
  })

  it('takes more compute for the same loss at any other size, and none reaches it when too small', () => {
    const optimum = evaluatePowerLaw(EPOCH.scale, 1e24)
    expect(computeOverOptimum(EPOCH_SURFACE, optimum, 1e24)).toBeCloseTo(1, 9)
    for (const factor of [0.3, 0.6, 2, 5]) {
      expect(computeOverOptimum(EPOCH_SURFACE, optimum * factor, 1e24)).toBeGreaterThan(1)
    }
    expect(computeOverOptimum(EPOCH_SURFACE, optimum / 1e4, 1e24)).toBe(Infinity)
  })
})

describe('a model that will be served', () => {
  const target = {
    parameters: evaluatePowerLaw(EPOCH.scale, 1e23),
    loss: lossAtOptimum(EPOCH_SURFACE, 1e23),
  }

  it('is the training optimum where nothing is served', () => {
    const plan = inferenceAware(EPOCH_SURFACE, target, 0)
    expect(plan.parameters / target.parameters).toBeCloseTo(1, 3)
    expect(plan.trainingFlops / 1e23).toBeCloseTo(1, 6)
  })

  it('has the least total of a fine grid of sizes, and comes to the loss', () => {
    const served = 1e13
    const plan = inferenceAware(EPOCH_SURFACE, target, served)
    const total = plan.trainingFlops + plan.inferenceFlops
    expect(evaluateParametricLoss(EPOCH_SURFACE, plan)).toBeCloseTo(target.loss, 9)
    for (let i = 0; i < 2000; i++) {
      const n = target.parameters * 10 ** (-2 + (3 * i) / 2000)
      const other = 6 * n * tokensForLoss(EPOCH_SURFACE, n, target.loss) + 2 * n * served
      expect(total).toBeLessThanOrEqual(other * (1 + 1e-9))
    }
  })

  it('is smaller and trained longer the more it is served', () => {
    const sizes = [1e11, 1e12, 1e13, 1e14].map(
      (served) => inferenceAware(EPOCH_SURFACE, target, served).parameters,
    )
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})

describe('a corpus that ends', () => {
  it('is worth 3.73 times itself after four epochs, and never more than 16.4 times', () => {
    expect(effectiveTokens(4, 1)).toBeCloseTo(3.725673123061326, 12)
    expect(effectiveTokens(1e6, 1)).toBeCloseTo(1 + MUENNIGHOFF.repeats, 9)
    expect(effectiveTokens(0.5, 1)).toBe(0.5)
  })

  it('needs parameters that are its surface’s optimum for so many tokens', () => {
    const { scale, tokens } = optimalAllocation(MUENNIGHOFF.surface)
    const flops = 1e22
    expect(
      parametersForTokens(evaluatePowerLaw(tokens, flops)) / evaluatePowerLaw(scale, flops),
    ).toBeCloseTo(1, 9)
    expect(effectiveParameters(0.5, 1)).toBeLessThanOrEqual(0.5)
  })

  it('is no limit where it is larger than the optimum asks for', () => {
    const { scale } = optimalAllocation(MUENNIGHOFF.surface)
    const plan = dataConstrainedPlan(1e21, 1e15)
    expect(plan.epochs).toBe(1)
    expect(plan.parameters / evaluatePowerLaw(scale, 1e21)).toBeCloseTo(1, 2)
  })

  it('is trained on for several epochs where it is small, at the lowest loss of any size', () => {
    const plan = dataConstrainedPlan(1e22, 2e10)
    expect(plan.epochs).toBeGreaterThan(2)
    for (let i = -100; i <= 100; i++) {
      const other = dataConstrainedLoss(plan.parameters * 1.07 ** i, 1e22, 2e10)
      expect(plan.loss).toBeLessThanOrEqual(other + 1e-9)
    }
  })
})
