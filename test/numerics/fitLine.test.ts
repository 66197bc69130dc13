import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLine } from '../../src/numerics/fitLine.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

function fitted(x: readonly number[], y: readonly number[]) {
  const line = fitLine(x, y)
  if (line.status !== 'fitted') throw new Error(line.reason)
  return line
}

function expectNear(actual: number | null, expected: number, error = 1e-9): void {
  expect(Math.abs((actual ?? NaN) - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(error)
}

const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const X = [41.2, 42, 43.7, 44.1, 46.9]

describe('fitLine', () => {
  it.each(reference.lines)('agrees with SciPy’s linregress to 1e-9 on data: $name', (expected) => {
    const line = fitted(expected.x, expected.y)
    expectNear(line.slope, expected.slope)
    expectNear(line.intercept, expected.intercept)
    expectNear(line.rSquared, expected.rSquared)
    expectNear(line.slopeStandardError, expected.slopeStandardError)
  })

  it('recovers any line whose values it is given', () => {
    fc.assert(
      fc.property(decimal(-10, 10), decimal(-10, 10), (intercept, slope) => {
        const line = fitted(
          X,
          X.map((x) => intercept + slope * x),
        )
        expectNear(line.slope, slope)
        expectNear(line.intercept, intercept)
        expectNear(line.slopeStandardError, 0)
      }),
    )
  })

  it('keeps its slope when the data are moved, and stretches it when they are stretched', () => {
    const values = fc.array(decimal(-5, 5), { minLength: X.length, maxLength: X.length })
    fc.assert(
      fc.property(values, decimal(-50, 50), decimal(0.1, 10), (y, shift, factor) => {
        const still = fitted(X, y)
        const moved = fitted(
          X.map((x) => x + shift),
          y.map((value) => value - shift),
        )
        expectNear(moved.slope, still.slope, 1e-8)
        const stretched = fitted(
          X.map((x) => x / factor),
          y,
        )
        expectNear(stretched.slope, still.slope * factor, 1e-8)
        expectNear(stretched.intercept, still.intercept, 1e-8)
      }),
    )
  })

  it('goes through two points and says that no error can be judged from them', () => {
    const line = fitted([1, 3], [2, 8])
    expectNear(line.slope, 3)
    expectNear(line.intercept, -1)
    expect(line.slopeStandardError).toBeNull()
  })

  it('finds no trend in values that are all the same, and calls that a perfect fit', () => {
    const line = fitted([1, 2, 3], [4, 4, 4])
    expectNear(line.slope, 0)
    expectNear(line.intercept, 4)
    expect(line.rSquared).toBe(1)
  })

  it.each([
    ['no point', [], []],
    ['one point', [1], [2]],
    ['all x the same', [2, 2, 2], [1, 2, 3]],
    ['a gap among the y', [1, 2, 3], [1, NaN, 3]],
    ['a gap among the x', [1, NaN, 3], [1, 2, 3]],
  ])('is unfittable with %s', (_, x, y) => {
    expect(fitLine(x, y)).toEqual({ status: 'unfittable', reason: 'too-few-points' })
  })
})
