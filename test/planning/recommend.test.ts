import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../../src/laws/hyperparameterLaw.ts'
import { KAPLAN } from '../../src/laws/kaplan.ts'
import { predictLoss } from '../../src/planning/predictLoss.ts'
import { recommend, type RecommendInput } from '../../src/planning/recommend.ts'
import { scaleLawIn } from '../../src/planning/scaleLawIn.ts'
import type { PowerLaw } from '../../src/scaling/forms/powerLaw.ts'

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
    const replicates = {
      origin: 'delta' as const,
      scale: spread(DEEPSEEK.scale),
      tokens: spread(DEEPSEEK.tokens),
    }
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

const NO_NOISE = new Float64Array(0)

describe('predictLoss', () => {
  it('evaluates the law at the budget, with the interval of the replicates there', () => {
    const law = { irreducible: 1.5, coefficient: 100, exponent: 0.1 }
    const irreducible = Float64Array.from({ length: 101 }, (_, i) => 1.4 + i * 0.002)
    const replicates = {
      irreducible,
      logCoefficient: irreducible.map(() => Math.log(100)),
      exponent: irreducible.map(() => 0.1),
    }
    const { value, interval } = predictLoss(
      law,
      { loss: replicates, origin: 'delta', runNoise: NO_NOISE },
      1e20,
      0.9,
    )
    expect(value).toBeCloseTo(1.5 + 100 * 1e-2, 12)
    expect(interval?.low).toBeCloseTo(value - 0.09, 9)
    expect(interval?.high).toBeCloseTo(value + 0.09, 9)
  })
})

describe('recommend, with replicates', () => {
  const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  /** Replicates in pairs that mirror each other in ln coefficient and exponent. */
  const mirrored = (law: PowerLaw, offsets: readonly (readonly [number, number])[]) => ({
    logCoefficient: Float64Array.from(
      offsets.flatMap(([k]) => [Math.log(law.coefficient) + k, Math.log(law.coefficient) - k]),
    ),
    exponent: Float64Array.from(offsets.flatMap(([, a]) => [law.exponent + a, law.exponent - a])),
  })
  const offsets = fc.array(fc.tuple(decimal(-1, 1), decimal(-0.05, 0.05)), {
    minLength: 20,
    maxLength: 60,
  })

  it('holds the value in the middle of its interval when the replicates mirror each other', () => {
    fc.assert(
      fc.property(offsets, offsets, decimal(6, 28), decimal(0.5, 0.99), (m, d, log10, level) => {
        const plan = recommend({
          ...PUBLISHED,
          computeFlops: 10 ** log10,
          level,
          replicates: {
            origin: 'delta' as const,
            scale: mirrored(DEEPSEEK.scale, m),
            tokens: mirrored(DEEPSEEK.tokens, d),
          },
        })
        for (const { value, interval } of [plan.scale, plan.tokens]) {
          expect(interval?.level).toBe(level)
          const below = Math.log(value / (interval?.low ?? NaN))
          const above = Math.log((interval?.high ?? NaN) / value)
          expect(below).toBeGreaterThan(-1e-9)
          expect(below).toBeCloseTo(above, 7)
        }
      }),
    )
  })

  it('takes the 2.5% and 97.5% quantiles of M at the budget, and says by what method', () => {
    // ln M at 1e20 is spread evenly from -0.4 to +0.4 around the law, by the coefficient alone.
    const even = (law: PowerLaw) => ({
      logCoefficient: Float64Array.from(
        { length: 401 },
        (_, i) => Math.log(law.coefficient) - 0.4 + i / 500,
      ),
      exponent: new Float64Array(401).fill(law.exponent),
    })
    const { scale } = recommend({
      ...PUBLISHED,
      computeFlops: 1e20,
      replicates: {
        origin: 'delta' as const,
        scale: even(DEEPSEEK.scale),
        tokens: even(DEEPSEEK.tokens),
      },
    })
    expect(Math.log((scale.interval?.low ?? NaN) / scale.value)).toBeCloseTo(-0.38, 9)
    expect(Math.log((scale.interval?.high ?? NaN) / scale.value)).toBeCloseTo(0.38, 9)
    expect(scale.interval?.origin).toBe('delta')
  })

  it('pairs M and D of one resample in tokens per parameter', () => {
    // M and D move together, so that their ratio does not move at all.
    const together = (law: PowerLaw) => ({
      logCoefficient: Float64Array.from(
        { length: 40 },
        (_, i) => Math.log(law.coefficient) + i / 40,
      ),
      exponent: new Float64Array(40).fill(law.exponent),
    })
    const { tokensPerParameter: ratio, tokens } = recommend({
      ...PUBLISHED,
      replicates: {
        origin: 'delta' as const,
        scale: together(DEEPSEEK.scale),
        tokens: together(DEEPSEEK.tokens),
      },
    })
    expect((ratio.interval?.low ?? NaN) / ratio.value).toBeCloseTo(1, 9)
    expect((ratio.interval?.high ?? NaN) / ratio.value).toBeCloseTo(1, 9)
    expect((tokens.interval?.high ?? NaN) / (tokens.interval?.low ?? NaN)).toBeGreaterThan(2)
  })

  it('leaves out resamples that gave no law, and has no interval when few are left', () => {
    const some = (count: number) => ({
      logCoefficient: Float64Array.from({ length: 100 }, (_, i) => (i < count ? i / 100 : NaN)),
      exponent: Float64Array.from({ length: 100 }, (_, i) => (i < count ? 0.5 : NaN)),
    })
    const intervalOf = (count: number) =>
      recommend({
        ...PUBLISHED,
        replicates: { origin: 'delta' as const, scale: some(count), tokens: some(count) },
      }).scale.interval
    expect(intervalOf(19)).toBeNull()
    expect(intervalOf(20)?.low).toBeGreaterThan(0)
  })

  it('has no interval for B and η, which are published without one', () => {
    const replicates = {
      origin: 'delta' as const,
      scale: spread(DEEPSEEK.scale),
      tokens: spread(DEEPSEEK.tokens),
    }
    const plan = recommend({ ...PUBLISHED, replicates })
    expect([plan.batchTokens.interval, plan.learningRate.interval]).toEqual([null, null])
  })
})

describe('recommend, at the ends of the fitted budgets', () => {
  it.each([1e17, 3e20])('does not call %d FLOPs an extrapolation', (computeFlops) => {
    const plan = recommend({ ...PUBLISHED, computeFlops })
    expect([plan.extrapolation, plan.extrapolationDirection]).toEqual([1, 'inside'])
  })

  it('counts 6·N·D against the budget when the scale is in parameters', () => {
    const n = { coefficient: 0.1715 / 6, exponent: 0.5243 }
    const plan = recommend({ ...PUBLISHED, scaleMetric: 'N', scale: n, computeFlops: 1e20 })
    expect(plan.productRatio).toBeCloseTo(1.00012, 5)
    expect(plan.parametersEquivalent).toBe(plan.scale.value)
  })
})

describe('predictLoss, with the noise of single runs', () => {
  it('is as wide as the law’s uncertainty and the noise together', () => {
    const column = (value: number) => new Float64Array(2001).fill(value)
    const law = { irreducible: 1, coefficient: 20, exponent: 0.05 }
    const loss = {
      irreducible: column(1),
      logCoefficient: column(Math.log(20)),
      exponent: column(0.05),
    }
    // Even draws of noise between -2% and 2%: 90% of them lie within 1.8%.
    const runNoise = Float64Array.from({ length: 2001 }, (_, i) => (i - 1000) / 50_000)
    const { value, interval } = predictLoss(law, { loss, runNoise, origin: 'delta' }, 1e20, 0.9)
    expect((interval?.low ?? NaN) / value).toBeCloseTo(1 - 0.018, 6)
    expect((interval?.high ?? NaN) / value).toBeCloseTo(1 + 0.018, 6)
  })
})

describe('predictLoss, without replicates', () => {
  it('has the value and no interval', () => {
    const law = { irreducible: 0, coefficient: 30, exponent: 0.05 }
    expect(predictLoss(law, null, 1e20, 0.95)).toEqual({
      value: expect.closeTo(3, 9) as number,
      interval: null,
    })
  })
})

describe('predictLoss, with replicates', () => {
  it('pairs the coefficient and exponent of one resample', () => {
    // Every replicate passes through a loss of 2 at 1e20; they fan out on both sides.
    const steps = Array.from({ length: 41 }, (_, i) => (i - 20) / 1000)
    const replicates = {
      irreducible: new Float64Array(41),
      logCoefficient: Float64Array.from(steps, (a) => Math.log(2) + (0.05 + a) * Math.log(1e20)),
      exponent: Float64Array.from(steps, (a) => 0.05 + a),
    }
    const law = { irreducible: 0, coefficient: 20, exponent: 0.05 }
    const at = (c: number) =>
      predictLoss(law, { loss: replicates, origin: 'delta', runNoise: NO_NOISE }, c, 0.9).interval
    expect(at(1e20)?.low).toBeCloseTo(2, 9)
    expect(at(1e20)?.high).toBeCloseTo(2, 9)
    // 90% of the exponents lie within ±0.018.
    expect(at(1e22)?.low).toBeCloseTo(2 * 100 ** -0.068, 9)
    expect(at(1e22)?.high).toBeCloseTo(2 * 100 ** -0.032, 9)
  })

  it('leaves out resamples without a law, and has no interval when few are left', () => {
    const columns = (count: number) =>
      Float64Array.from({ length: 60 }, (_, i) => (i < count ? 0.05 : NaN))
    const at = (count: number) => {
      const column = columns(count)
      const replicates = { irreducible: column, logCoefficient: column, exponent: column }
      const law = { irreducible: 0.05, coefficient: 1, exponent: 0.05 }
      return predictLoss(law, { loss: replicates, origin: 'delta', runNoise: NO_NOISE }, 1e18, 0.9)
        .interval
    }
    expect(at(19)).toBeNull()
    expect(at(20)?.low).toBeCloseTo(at(20)?.high ?? NaN, 12)
  })
})
