import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  evaluateLossLaw,
  fitLossLaw,
  fitLossLawForm,
  type FittedLossLaw,
  type LossLaw,
  type LossLawFit,
  type LossPoint,
} from '../../src/scaling/estimators/overCompute/lossLaw.ts'
import reference from '../fixtures/reference/scaling.json' with { type: 'json' }

function fitted(fit: LossLawFit): FittedLossLaw {
  if (fit.status !== 'fitted') throw new Error(fit.reason)
  return fit
}

const HALF_DECADES = [1e17, 3e17, 1e18, 3e18, 1e19, 3e19, 1e20, 3e20]
const pointsOf = (law: LossLaw, budgets = HALF_DECADES): LossPoint[] =>
  budgets.map((computeFlops) => ({ computeFlops, loss: evaluateLossLaw(law, computeFlops) }))
const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true })

function squaredError(points: readonly LossPoint[], law: LossLaw): number {
  return points.reduce(
    (sum, { computeFlops, loss }) => sum + (loss - evaluateLossLaw(law, computeFlops)) ** 2,
    0,
  )
}

describe('evaluateLossLaw', () => {
  it('is E + k C^-a', () => {
    const law = { irreducible: 1.5, coefficient: 100, exponent: 0.1 }
    expect(evaluateLossLaw(law, 1e20)).toBeCloseTo(2.5, 12)
    expect(evaluateLossLaw(law, 1)).toBeCloseTo(101.5, 12)
  })
})

describe('fitLossLawForm', () => {
  it.each(reference.lossLaws)('agrees with SciPy in both forms on data: $name', (expected) => {
    const power = fitted(fitLossLawForm(expected.points, 'power'))
    expect(power.irreducible).toBe(0)
    expect(power.exponent).toBeCloseTo(expected.power.exponent, 6)
    expect(power.coefficient / expected.power.coefficient).toBeCloseTo(1, 4)

    const free = fitted(fitLossLawForm(expected.points, 'irreducible'))
    expect(free.irreducible).toBeCloseTo(expected.irreducible.irreducible, 4)
    expect(free.exponent).toBeCloseTo(expected.irreducible.exponent, 5)
  })

  it.each(reference.lossLaws)('finds no higher squared error than SciPy on: $name', (expected) => {
    for (const form of ['power', 'irreducible'] as const) {
      const found = squaredError(expected.points, fitted(fitLossLawForm(expected.points, form)))
      expect(found).toBeLessThanOrEqual(expected[form].squaredError * (1 + 1e-6))
    }
  })

  it('recovers any law with an irreducible term whose values it is given', () => {
    fc.assert(
      fc.property(decimal(0.3, 3), decimal(0.5, 3), decimal(0.05, 0.6), (E, atStart, exponent) => {
        const coefficient = atStart * 1e17 ** exponent
        const law = fitted(
          fitLossLawForm(pointsOf({ irreducible: E, coefficient, exponent }), 'irreducible'),
        )
        expect(law.irreducible).toBeCloseTo(E, 3)
        expect(law.exponent / exponent).toBeCloseTo(1, 2)
        expect(law.rSquared).toBeCloseTo(1, 9)
      }),
    )
  })

  it('keeps its exponent when compute is told in PF-days', () => {
    const points = reference.lossLaws[0]?.points ?? []
    const inDays = points.map(({ computeFlops, loss }) => ({
      computeFlops: computeFlops / 8.64e19,
      loss,
    }))
    const still = fitted(fitLossLawForm(points, 'irreducible'))
    const other = fitted(fitLossLawForm(inDays, 'irreducible'))
    expect(other.exponent).toBeCloseTo(still.exponent, 7)
    expect(other.irreducible).toBeCloseTo(still.irreducible, 6)
  })

  it('needs two budgets for a power law and three for an irreducible term', () => {
    const two = pointsOf({ irreducible: 0, coefficient: 30, exponent: 0.06 }, [1e18, 1e20])
    expect(fitted(fitLossLawForm(two, 'power')).exponent).toBeCloseTo(0.06, 7)
    const tooFew = { status: 'unfittable', reason: 'too-few-optima' }
    expect(fitLossLawForm(two, 'irreducible')).toEqual(tooFew)
    expect(fitLossLawForm(two.slice(1), 'power')).toEqual(tooFew)
    expect(fitLossLawForm([], 'power')).toEqual(tooFew)
    expect(fitLossLawForm([...two.slice(1), ...two.slice(1)], 'power')).toEqual(tooFew)
  })
})

describe('fitLossLaw', () => {
  it.each(reference.lossLaws)(
    'is the form with an irreducible term, as SciPy fits it: $name',
    (expected) => {
      const law = fitted(fitLossLaw(expected.points))
      const lowest = Math.min(...expected.points.map(({ loss }) => loss))
      const isNone = expected.irreducible.irreducible < 0.01 * lowest
      expect(law.form).toBe(isNone ? 'power' : 'irreducible')
      expect(law.irreducible).toBeCloseTo(isNone ? 0 : expected.irreducible.irreducible, 4)
    },
  )

  it('does not let rounding decide on noise-free points', () => {
    for (const exponent of [0.03, 0.05, 0.1, 0.2]) {
      const law = pointsOf({ irreducible: 0, coefficient: 3 * 1e18 ** exponent, exponent })
      expect([exponent, fitted(fitLossLaw(law)).form]).toEqual([exponent, 'power'])
    }
  })

  it('leaves the term out below four optima, even where it is there', () => {
    const law = { irreducible: 1.7, coefficient: 900, exponent: 0.16 }
    expect(fitted(fitLossLaw(pointsOf(law, HALF_DECADES.slice(0, 3)))).form).toBe('power')
    expect(fitted(fitLossLaw(pointsOf(law, HALF_DECADES.slice(0, 4)))).form).toBe('irreducible')
  })

  it('says how many optima it went through and how well', () => {
    const law = fitted(fitLossLaw(reference.lossLaws[0]?.points ?? []))
    expect(law.count).toBe(8)
    expect(law.rSquared).toBeGreaterThan(0.9999)
  })

  it('is unfittable when loss stays or rises with compute', () => {
    for (const step of [0, 0.01, 0.5]) {
      const points = HALF_DECADES.map((computeFlops, i) => ({ computeFlops, loss: 2 + step * i }))
      expect(fitLossLaw(points)).toEqual({ status: 'unfittable', reason: 'loss-does-not-fall' })
    }
  })
})
