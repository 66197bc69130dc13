import { describe, expect, it } from 'vitest'
import { ACCELERATORS } from '../../src/laws/accelerators.ts'
import { CHINCHILLA } from '../../src/laws/chinchilla.ts'
import { allocationAtQuality, PUBLISHED_CORPORA } from '../../src/laws/dataQuality.ts'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { EPOCH, EPOCH_SURFACE } from '../../src/laws/epoch.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../../src/laws/hyperparameterLaw.ts'
import { KAPLAN, PF_DAY_FLOPS } from '../../src/laws/kaplan.ts'
import { LLAMA3 } from '../../src/laws/llama3.ts'
import { PUBLISHED_ALLOCATIONS } from '../../src/laws/publishedAllocations.ts'
import { evaluateParametricLoss } from '../../src/scaling/parametricLoss.ts'
import { evaluatePowerLaw, type PowerLaw } from '../../src/scaling/powerLaw.ts'

/** Equal to six significant digits. */
function expectAt(law: PowerLaw, c: number, expected: number): void {
  expect(evaluatePowerLaw(law, c) / expected).toBeCloseTo(1, 6)
}

describe('DeepSeek’s allocation law', () => {
  it.each([
    [1e6, 239.91871372605559, 4168.576033389201],
    [1e17, 140399035.51612017, 712340648.4406865],
    [3e20, 9341546892.989899, 32118430002.76041],
    [1e24, 656846854303.3589, 1522606667669.453],
  ])('gives the M and D of the paper’s formula at C = %d', (c, m, d) => {
    expectAt(DEEPSEEK.scale, c, m)
    expectAt(DEEPSEEK.tokens, c, d)
  })

  it('is not the 2,400 FLOPs/token and 710 tokens that circulate for C = 1e6', () => {
    expect(evaluatePowerLaw(DEEPSEEK.scale, 1e6)).toBeLessThan(300)
    expect(evaluatePowerLaw(DEEPSEEK.tokens, 1e6)).toBeGreaterThan(4000)
  })

  it('splits every budget between 1e6 and 1e28 so that M·D = C to 0.02%', () => {
    for (let exponent = 6; exponent <= 28; exponent += 0.5) {
      const c = 10 ** exponent
      const product = evaluatePowerLaw(DEEPSEEK.scale, c) * evaluatePowerLaw(DEEPSEEK.tokens, c)
      expect(Math.abs(product / c - 1)).toBeLessThan(2e-4)
    }
  })
})

describe('DeepSeek’s hyperparameter laws', () => {
  it.each([
    [1e6, 26.790625372691753, 0.05544675200501362],
    [1e17, 106189.81188460746, 0.0023381701446985974],
    [2e19, 600827.4458100845, 0.0012057224889884626],
    [8.6545e23, 19735798.565144893, 0.00031748328336806265],
  ])('give batch size in tokens and peak rate at C = %d', (c, batch, rate) => {
    expectAt(DEEPSEEK_HYPERPARAMETERS.batchTokens, c, batch)
    expectAt(DEEPSEEK_HYPERPARAMETERS.learningRate, c, rate)
  })
})

describe('the other published laws', () => {
  it('Kaplan: 1.3e9 parameters and 2e10 tokens at one PF-day, 1.8 times the compute', () => {
    expectAt(KAPLAN.scale, PF_DAY_FLOPS, 1.3e9)
    expectAt(KAPLAN.tokens, PF_DAY_FLOPS, 2e10)
    expect((6 * 1.3e9 * 2e10) / PF_DAY_FLOPS).toBeCloseTo(1.8056, 4)
  })

  it('Epoch refit: 18.39 tokens per parameter at 5.76e23 FLOPs, and its loss', () => {
    expectAt(EPOCH.scale, 5.76e23, 72248702500.38242)
    expectAt(EPOCH.tokens, 5.76e23, 1328743585388.151)
    const loss = evaluateParametricLoss(EPOCH_SURFACE, { parameters: 70e9, tokens: 1.4e12 })
    expect(loss).toBeCloseTo(1.9738818631585637, 10)
  })

  it.each([
    [1.84e19, 400e6, 7.7e9],
    [1.32e22, 10e9, 219.5e9],
    [6.88e23, 67e9, 1.7e12],
    [1.59e26, 1e12, 26.5e12],
  ])('Chinchilla: within 6%% of Table A3’s Approach 2 at %d FLOPs', (c, n, d) => {
    expect(Math.abs(evaluatePowerLaw(CHINCHILLA.scale, c) / n - 1)).toBeLessThan(0.06)
    expect(Math.abs(evaluatePowerLaw(CHINCHILLA.tokens, c) / d - 1)).toBeLessThan(0.06)
  })

  it('Llama 3: the paper’s own 16.55T tokens at 3.8e25, which its printed exponent misses', () => {
    expect(evaluatePowerLaw(LLAMA3.tokens, 3.8e25) / 16.55e12).toBeCloseTo(1, 3)
  })

  it('all split the budget they are given, but for Kaplan’s 1.8', () => {
    for (const law of PUBLISHED_ALLOCATIONS) {
      const perScale = law.scaleMetric === 'N' ? 6 : 1
      const share =
        (perScale * evaluatePowerLaw(law.scale, 1e22) * evaluatePowerLaw(law.tokens, 1e22)) / 1e22
      expect([law.id, share]).toEqual([law.id, expect.closeTo(law.id === 'kaplan' ? 1.8056 : 1, 1)])
    }
  })

  it('are told apart by id', () => {
    expect(new Set(PUBLISHED_ALLOCATIONS.map((law) => law.id)).size).toBe(5)
  })
})

describe('allocationAtQuality', () => {
  it('has Table 4’s exponents at the corpora', () => {
    expect(PUBLISHED_CORPORA.map(({ a }) => a)).toEqual([0.45, 0.5243, 0.578])
    expect(allocationAtQuality(0, 1e20).scale.exponent).toBeCloseTo(0.45, 12)
    expect(allocationAtQuality(0, 1e20).tokens.exponent).toBeCloseTo(0.55, 12)
    expect(allocationAtQuality(2, 1e20).scale.exponent).toBeCloseTo(0.578, 12)
  })

  it('is the published law at current data', () => {
    expect(allocationAtQuality(1, 1e20)).toBe(DEEPSEEK)
  })

  it('meets the published law at the pinned budget and splits the budget at any quality', () => {
    for (const quality of [0, 0.4, 1.3, 2]) {
      const law = allocationAtQuality(quality, 1e20)
      expectAt(law.scale, 1e20, evaluatePowerLaw(DEEPSEEK.scale, 1e20))
      const product = evaluatePowerLaw(law.scale, 1e25) * evaluatePowerLaw(law.tokens, 1e25)
      expect(Math.abs(product / 1e25 - 1)).toBeLessThan(1e-3)
    }
  })

  it('gives more of the compute to the model as the data gets better', () => {
    const exponents = [0, 0.5, 1, 1.5, 2].map(
      (quality) => allocationAtQuality(quality, 1e20).scale.exponent,
    )
    expect(exponents).toEqual(exponents.toSorted((a, b) => a - b))
  })
})

describe('ACCELERATORS', () => {
  it.each([
    ['a100-80', 312e12],
    ['h100-sxm', 989.4e12],
    ['rtx4090', 165.2e12],
  ])('has the dense bf16 peak of %s, not the sparse headline', (id, peak) => {
    expect(ACCELERATORS.find((accelerator) => accelerator.id === id)?.denseFlops.bf16).toBe(peak)
  })
})
