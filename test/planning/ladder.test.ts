import { deviation } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { percentiles } from '../../src/numerics/percentileInterval.ts'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { EPOCH, EPOCH_SURFACE } from '../../src/laws/epoch.ts'
import { HYPERPARAMETER_RULES } from '../../src/laws/hyperparameterRules.ts'
import { ladderOf } from '../../src/planning/ladder/ladder.ts'
import { expectedLoss, simulateLadder } from '../../src/planning/ladder/simulateLadder.ts'
import { lossAtOptimum } from '../../src/planning/cost/choiceCost.ts'
import { scaleLawIn } from '../../src/planning/scaleLawIn.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

const [rule] = HYPERPARAMETER_RULES
if (rule === undefined) throw new Error('no rule')
const CHOICES = { totalFlops: 1e21, budgets: 6, sizes: 7, sequenceLength: 2048, vocabulary: 32_768 }
const LADDER = ladderOf(CHOICES, DEEPSEEK.scale, rule)

describe('the next sweep', () => {
  it('costs no more than it may, and nearly that', () => {
    expect(LADDER.cost).toBeLessThanOrEqual(1e21 * 1.001)
    expect(LADDER.cost).toBeGreaterThan(0.8e21)
  })

  it('has budgets a factor of the root of ten apart, with sizes on both sides of the optimum', () => {
    expect(LADDER.budgets).toHaveLength(6)
    for (const [i, budget] of LADDER.budgets.entries()) {
      if (i > 0) expect(budget / (LADDER.budgets[i - 1] ?? 0)).toBeCloseTo(Math.sqrt(10), 1)
      const sizes = LADDER.runs.filter((run) => run.budget === budget)
      const optimum = evaluatePowerLaw(DEEPSEEK.scale, budget)
      expect(sizes.length).toBeGreaterThanOrEqual(5)
      expect(Math.min(...sizes.map(({ modelScale }) => modelScale))).toBeLessThan(optimum / 2.5)
      expect(Math.max(...sizes.map(({ modelScale }) => modelScale))).toBeGreaterThan(optimum * 2.5)
    }
  })

  it('spends each budget to the full on shapes that can be built', () => {
    for (const { budget, modelScale, tokens, shape, batchTokens } of LADDER.runs) {
      expect((modelScale * tokens) / budget).toBeCloseTo(1, 9)
      expect(shape.heads * shape.headSize).toBe(shape.width)
      expect(batchTokens).toBeGreaterThan(0)
    }
  })
})

describe('what the next sweep would tell', () => {
  const ladder = ladderOf(CHOICES, scaleLawIn(EPOCH, 'M'), rule)
  const outlook = (noise: number, draws = 60) =>
    simulateLadder(
      {
        ...{ runs: ladder.runs, surface: EPOCH_SURFACE, flopsPerScale: 6, noise },
        ...{ estimator: 'shared-shape', draws, seed: 1 },
      },
      () => undefined,
    )

  it('is an interval about the exponent of the surface that it is drawn from', () => {
    const drawn = outlook(0.002)
    const exponent = percentiles(drawn.exponents, 0.95)
    const loss = expectedLoss(drawn, 1e24, 0.95)
    const { beta, alpha } = EPOCH_SURFACE
    const a = beta / (alpha + beta)
    expect(drawn.failed).toBe(0)
    expect(exponent?.low).toBeLessThan(a)
    expect(exponent?.high).toBeGreaterThan(a)
    const truth = lossAtOptimum(EPOCH_SURFACE, 1e24)
    expect(loss?.low).toBeLessThan(truth)
    expect(loss?.high).toBeGreaterThan(truth)
  })

  it('is wider the noisier the runs are', () => {
    const width = ({ exponents }: ReturnType<typeof outlook>) => deviation(exponents) ?? Number.NaN
    expect(width(outlook(0.005))).toBeGreaterThan(1.5 * width(outlook(0.001)))
  })

  it('is the same for the same seed', () => {
    expect(outlook(0.002, 25)).toEqual(outlook(0.002, 25))
  })
})
