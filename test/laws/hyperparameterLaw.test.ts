import { describe, expect, it } from 'vitest'
import { DEEPSEEK_HYPERPARAMETERS } from '../../src/laws/hyperparameterLaw.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

const { batchTokens, learningRate, fitRange } = DEEPSEEK_HYPERPARAMETERS

describe('DeepSeek’s hyperparameter law', () => {
  it.each([
    [1e6, 0.05544675200501362, 26.790625372691753],
    [1e17, 0.0023381701446985974, 106189.81188460746],
    [2e19, 0.0012057224889884626, 600827.4458100845],
    [1e20, 0.0009859981744405008, 1017144.9599051544],
    [8.4935e22, 0.0004243657003161382, 9236067.710566122],
    [8.6545e23, 0.00031748328336806265, 19735798.565144893],
    [1e24, 0.0003118, 20691065.30596966],
  ])('gives the rate and batch of equation 1 at %d FLOPs', (computeFlops, rate, batch) => {
    expect(evaluatePowerLaw(learningRate, computeFlops) / rate).toBeCloseTo(1, 9)
    expect(evaluatePowerLaw(batchTokens, computeFlops) / batch).toBeCloseTo(1, 9)
  })

  it.each([
    ['7B', 8.4935e22, 2304, 4.2e-4],
    ['67B', 8.6545e23, 4608, 3.2e-4],
  ])(
    'comes within 5%% of how the paper trained its %s model: the batch is in tokens',
    (_, computeFlops, sequences, rate) => {
      const batch = evaluatePowerLaw(batchTokens, computeFlops)
      expect(Math.abs(batch / (sequences * 4096) - 1)).toBeLessThan(0.05)
      expect(Math.abs(evaluatePowerLaw(learningRate, computeFlops) / rate - 1)).toBeLessThan(0.05)
    },
  )

  it('has the paper’s coefficient of the rate, not the miscopied 0.3188 or 0.3318', () => {
    expect(evaluatePowerLaw(learningRate, 1)).toBe(0.3118)
  })

  it('was fitted from 1e17 to 2e19 FLOPs only', () => {
    expect(fitRange).toEqual({ low: 1e17, high: 2e19 })
  })
})
