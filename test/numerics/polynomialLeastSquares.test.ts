import { describe, expect, it } from 'vitest'
import { polynomialLeastSquares } from '../../src/numerics/leastSquares.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

const { x, y, weights, fits } = reference.polynomials

function expectAllNear(actual: readonly number[] | null, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  expected.forEach((value, i) => expect(actual?.[i]).toBeCloseTo(value, 9))
}

describe('polynomialLeastSquares', () => {
  it.each(fits)('agrees with NumPy at degree $degree, weighted and not', (expected) => {
    expectAllNear(polynomialLeastSquares(x, y, expected.degree), expected.plain)
    expectAllNear(polynomialLeastSquares(x, y, expected.degree, weights), expected.weighted)
  })

  it('counts a whole weight as that many copies of the point', () => {
    const weighted = polynomialLeastSquares([0, 1, 2, 4], [1, 0, 3, 2], 2, [1, 3, 2, 1])
    const copied = polynomialLeastSquares([0, 1, 1, 1, 2, 2, 4], [1, 0, 0, 0, 3, 3, 2], 2)
    expectAllNear(weighted, copied ?? [])
  })

  it('leaves out a point of weight zero', () => {
    const without = polynomialLeastSquares([0, 1, 2], [1, 5, 3], 1)
    expectAllNear(
      polynomialLeastSquares([0, 1, 7, 2], [1, 5, 99, 3], 1, [1, 1, 0, 1]),
      without ?? [],
    )
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

  it('is null when the weights leave fewer points than coefficients', () => {
    expect(polynomialLeastSquares([1, 2, 3], [1, 2, 3], 1, [1, 0, 0])).toBeNull()
  })
})
