import { describe, expect, it } from 'vitest'
import { ACCELERATORS } from '../../src/laws/accelerators.ts'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { NOTHING_GIVEN } from '../../src/planning/architecture/candidates.ts'
import { trainingPlan, type PlanInput } from '../../src/planning/trainingPlan.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

const [accelerator] = ACCELERATORS.filter(({ id }) => id === 'h100-sxm')

function input(computeFlops: number, said: Partial<PlanInput> = {}): PlanInput {
  if (accelerator === undefined) throw new Error('no accelerator')
  return {
    computeFlops,
    modelScale: evaluatePowerLaw(DEEPSEEK.scale, computeFlops),
    architecture: {
      ...{ sequenceLength: 4096, vocabulary: 102_400, headSize: 128, kvHeads: 8, multiple: 128 },
      ...{ isTied: false, aspectRatio: 110 },
    },
    ...{ given: NOTHING_GIVEN, shapeRank: 0, ruleId: 'deepseek', ownRule: null, lossInNats: null },
    cluster: { accelerator, devices: 1024, format: 'bf16', utilisation: 0.4 },
    prices: { deviceHour: 2, powerUsage: 1.1, carbonIntensity: 400 },
    ...said,
  }
}

describe('a training plan', () => {
  it('spends the budget on the shape that was chosen', () => {
    const { shaped } = trainingPlan(input(1e23))
    expect(((shaped?.tokens ?? 0) * (shaped?.counts.exactM ?? 0)) / 1e23).toBeCloseTo(1, 9)
    expect(shaped?.chosen.ofTarget).toBeCloseTo(1, 1)
  })

  it('has a batch of whole sequences, near DeepSeek’s 2,304 and 4,608 at its two budgets', () => {
    const small = trainingPlan(input(8.4935e22)).shaped
    const large = trainingPlan(input(8.6545e23)).shaped
    expect((small?.batchSequences ?? 0) / 2304).toBeCloseTo(0.98, 1)
    expect((large?.batchSequences ?? 0) / 4608).toBeCloseTo(1.05, 1)
    expect((large?.batchTokens ?? 0) % 4096).toBe(0)
    expect((large?.learningRate ?? 0) / 3.2e-4).toBeCloseTo(1, 1)
  })

  it('takes the days and the money that its cluster does', () => {
    const { days, cost } = trainingPlan(input(1e23))
    expect(days).toBeCloseTo(1e23 / (1024 * 9.894e14 * 0.4 * 86_400), 9)
    expect(cost?.money).toBeCloseTo((days ?? 0) * 24 * 1024 * 2, 6)
  })

  it('takes a shape that was given: DeepSeek’s 67B again, 2 trillion tokens at 0.71 of M_opt', () => {
    const { shaped } = trainingPlan(
      input(8.6545e23, { given: { layers: 95, width: 8192, feedForward: 22016 } }),
    )
    expect((shaped?.tokens ?? 0) / 2e12).toBeCloseTo(1, 3)
    expect(shaped?.chosen.ofTarget).toBeCloseTo(0.71, 2)
    const uneven = { layers: 10, width: 1000, feedForward: 0 }
    expect(trainingPlan(input(1e22, { given: uneven })).noShape).toBe('head-size-does-not-divide')
  })

  it('says why where no shape can be had, and keeps what does not hang on it', () => {
    const plan = trainingPlan(input(1e6))
    expect(plan.noShape).toBe('too-small')
    expect(plan.shaped).toBeNull()
    expect(plan.days).not.toBeNull()
  })
})
