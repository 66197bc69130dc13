import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitPowerLaw } from '../../src/scaling/estimators/overCompute/allocationFit.ts'
import reference from '../fixtures/reference/scaling.json' with { type: 'json' }

type Points = Parameters<typeof fitPowerLaw>[0]

function fitted(points: Points) {
  const law = fitPowerLaw(points)
  if (law.status !== 'fitted') throw new Error(law.reason)
  return law
}

const BUDGETS = [6e18, 1e19, 3e19, 6e19, 1e20, 3e20]
const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true })

describe('fitPowerLaw', () => {
  it.each(reference.powerLaws)('agrees with SciPy’s linregress on data: $name', (expected) => {
    const law = fitted(expected.points)
    expect(law.exponent).toBeCloseTo(expected.exponent, 9)
    expect(law.coefficient / expected.coefficient).toBeCloseTo(1, 9)
    expect(law.rSquared).toBeCloseTo(expected.rSquared, 9)
    expect(law.exponentStandardError).toBeCloseTo(expected.exponentStandardError, 9)
    expect(law.count).toBe(expected.points.length)
  })

  it('recovers any power law whose values it is given', () => {
    fc.assert(
      fc.property(decimal(-3, 12), decimal(-1, 1), (logCoefficient, exponent) => {
        const coefficient = 10 ** logCoefficient
        const law = fitted(
          BUDGETS.map((c) => ({ computeFlops: c, value: coefficient * c ** exponent })),
        )
        expect(law.exponent).toBeCloseTo(exponent, 9)
        expect(law.coefficient / coefficient).toBeCloseTo(1, 8)
      }),
    )
  })

  it('keeps its exponent when compute and optima are told in other units', () => {
    const points = reference.powerLaws[1]?.points ?? []
    const still = fitted(points)
    const other = fitted(
      points.map(({ computeFlops, value }) => ({
        computeFlops: computeFlops / 8.64e19,
        value: 6 * value,
      })),
    )
    expect(other.exponent).toBeCloseTo(still.exponent, 9)
    expect(other.coefficient / (6 * still.coefficient * 8.64e19 ** still.exponent)).toBeCloseTo(
      1,
      8,
    )
    expect(other.exponentStandardError).toBeCloseTo(still.exponentStandardError ?? NaN, 9)
  })

  it('does not depend on the order of the optima', () => {
    const points = reference.powerLaws[0]?.points ?? []
    expect(fitted(points.toReversed()).exponent).toBeCloseTo(fitted(points).exponent, 12)
  })

  it('goes through two optima and says that no error can be judged from them', () => {
    const law = fitted([
      { computeFlops: 1e18, value: 1e8 },
      { computeFlops: 1e20, value: 1e9 },
    ])
    expect(law.exponent).toBeCloseTo(0.5, 12)
    expect(law.exponentStandardError).toBeNull()
    expect(law.count).toBe(2)
  })

  it.each([
    ['no optimum', []],
    ['one optimum', [{ computeFlops: 1e18, value: 1e8 }]],
    [
      'optima of one budget only',
      [
        { computeFlops: 1e18, value: 1e8 },
        { computeFlops: 1e18, value: 2e8 },
      ],
    ],
  ])('is unfittable with %s', (_, points) => {
    expect(fitPowerLaw(points)).toEqual({ status: 'unfittable', reason: 'too-few-optima' })
  })
})
