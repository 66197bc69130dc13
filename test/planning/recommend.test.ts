import { describe, expect, it } from 'vitest'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../../src/laws/hyperparameterLaw.ts'
import { KAPLAN } from '../../src/laws/kaplan.ts'
import { predictLoss } from '../../src/planning/predictLoss.ts'
import { recommend, type RecommendInput } from '../../src/planning/recommend.ts'
import { scaleLawIn } from '../../src/planning/scaleLawIn.ts'

const PUBLISHED: RecommendInput = {
  computeFlops: 1e17,
  scaleMetric: 'M',
  scale: DEEPSEEK.scale,
  tokens: DEEPSEEK.tokens,
  replicates: null,
  level: 0.95,
  fittedRange: { low: 1e17, high: 3e20 },
  hyperparameters: DEEPSEEK_HYPERPARAMETERS,
}

/** Replicates of a law whose exponent is spread evenly by ±0.05 around it. */
function spread(law: { coefficient: number; exponent: number }) {
  const steps = Array.from({ length: 1001 }, (_, i) => -0.05 + i * 1e-4)
  return {
    logCoefficient: Float64Array.from(steps, () => Math.log(law.coefficient)),
    exponent: Float64Array.from(steps, (step) => law.exponent + step),
  }
}

describe('recommend', () => {
  it.each([
    [1e17, 1.404e8, 7.123e8, 1.062e5, 2.338e-3],
    [1e6, 239.9, 4168.6, 26.8, 0.0554],
  ])('gives M, D, B and η of the published laws at %d FLOPs', (computeFlops, m, d, batch, rate) => {
    const plan = recommend({ ...PUBLISHED, computeFlops })
    expect(plan.scale.value / m).toBeCloseTo(1, 3)
    expect(plan.tokens.value / d).toBeCloseTo(1, 3)
    expect(plan.batchTokens.value / batch).toBeCloseTo(1, 2)
    expect(plan.learningRate.value / rate).toBeCloseTo(1, 2)
    expect(plan.productRatio).toBeCloseTo(1.00012, 4)
  })

  it.each([
    [1e19, 'inside', 1],
    [3e21, 'above', 10],
    [1e16, 'below', 10],
  ] as const)(
    'says how far %d FLOPs lies outside the fitted budgets',
    (computeFlops, direction, factor) => {
      const plan = recommend({ ...PUBLISHED, computeFlops })
      expect(plan.extrapolationDirection).toBe(direction)
      expect(plan.extrapolation).toBeCloseTo(factor, 9)
    },
  )

  it('has no interval where nothing was resampled', () => {
    const plan = recommend(PUBLISHED)
    expect(plan.scale.interval).toBeNull()
    expect(plan.batchTokens.interval).toBeNull()
  })

  it('reads intervals off the replicates at the budget', () => {
    const replicates = { scale: spread(DEEPSEEK.scale), tokens: spread(DEEPSEEK.tokens) }
    const { scale } = recommend({ ...PUBLISHED, computeFlops: 1e20, replicates })
    // 95% of exponents spread evenly over ±0.05 lie within ±0.0475, at every coefficient.
    expect((scale.interval?.low ?? NaN) / (scale.value * 1e20 ** -0.0475)).toBeCloseTo(1, 6)
    expect((scale.interval?.high ?? NaN) / (scale.value * 1e20 ** 0.0475)).toBeCloseTo(1, 6)
  })

  it('counts parameters as N itself or a sixth of the FLOPs/token', () => {
    expect(recommend(PUBLISHED).parametersEquivalent).toBeCloseTo(1.404e8 / 6, -5)
    const inN = recommend({ ...PUBLISHED, scaleMetric: 'N' })
    expect(inN.parametersEquivalent).toBe(inN.scale.value)
    expect(inN.tokensPerParameter.value).toBeCloseTo(inN.tokens.value / inN.scale.value, 9)
  })
})

describe('scaleLawIn', () => {
  it('turns FLOPs/token into parameters and back by six, and leaves the exponent', () => {
    expect(scaleLawIn(DEEPSEEK, 'N').coefficient).toBeCloseTo(0.1715 / 6, 12)
    expect(scaleLawIn(KAPLAN, 'M').coefficient / KAPLAN.scale.coefficient).toBeCloseTo(6, 12)
    expect(scaleLawIn(KAPLAN, '6N1').exponent).toBe(0.73)
    expect(scaleLawIn(DEEPSEEK, '6N2')).toBe(DEEPSEEK.scale)
  })
})

describe('predictLoss', () => {
  it('evaluates the law at the budget, with the interval of the replicates there', () => {
    const law = { irreducible: 1.5, coefficient: 100, exponent: 0.1 }
    const irreducible = Float64Array.from({ length: 101 }, (_, i) => 1.4 + i * 0.002)
    const replicates = {
      irreducible,
      logCoefficient: irreducible.map(() => Math.log(100)),
      exponent: irreducible.map(() => 0.1),
    }
    const { value, interval } = predictLoss(law, replicates, 1e20, 0.9)
    expect(value).toBeCloseTo(1.5 + 100 * 1e-2, 12)
    expect(interval?.low).toBeCloseTo(value - 0.09, 9)
    expect(interval?.high).toBeCloseTo(value + 0.09, 9)
  })
})
