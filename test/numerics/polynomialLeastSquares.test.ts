import { describe, expect, it } from 'vitest'
import { polynomialLeastSquares } from '../../src/numerics/leastSquares.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

const { x, y, fits } = reference.polynomials

function expectAllNear(actual: readonly number[] | null, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  expected.forEach((value, i) => expect(actual?.[i]).toBeCloseTo(value, 9))
}

describe('polynomialLeastSquares', () => {
  it.each(fits)('agrees with NumPy at degree $degree', (expected) => {
    expectAllNear(polynomialLeastSquares(x, y, expected.degree), expected.plain)
  })

  it('reads typed arrays like lists', () => {
    expectAllNear(
      polynomialLeastSquares(Float64Array.from(x), Float64Array.from(y), 2),
      fits[2]?.plain ?? [],
    )
  })

  it.each([
    ['no points', [], [], 0],
    ['as many points as the degree', [1, 2], [1, 2], 2],
    ['fewer different x than coefficients', [1, 2, 1, 2], [1, 2, 3, 4], 2],
    ['a value that is not finite', [1, 2, 3], [1, NaN, 3], 1],
    ['fewer values than places', [1, 2, 3], [1, 2], 1],
  ])('is null with %s', (_, places, values, degree) => {
    expect(polynomialLeastSquares(places, values, degree)).toBeNull()
  })
})
