import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { polynomialLeastSquares } from '../../src/numerics/leastSquares.ts'
import { evaluateParabola, weightedParabola } from '../../src/numerics/weightedParabola.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

const { x, y, weights, fits } = reference.polynomials

function valuesAt(
  places: readonly number[],
  values: readonly number[],
  of: readonly number[],
  at: readonly number[],
): number[] {
  const fit = weightedParabola(places, values, of)
  if (fit === null) throw new Error('not fitted')
  return at.map((place) => evaluateParabola(fit, place))
}

describe('weightedParabola', () => {
  it('agrees with NumPy’s weighted least squares', () => {
    const [c0 = 0, c1 = 0, c2 = 0] = fits[2]?.weighted ?? []
    const expected = x.map((at) => c0 + c1 * at + c2 * at ** 2)
    valuesAt(x, y, weights, x).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? 0, 9))
  })

  it('agrees with Householder QR on any points that determine a parabola', () => {
    const point = fc.tuple(
      fc.integer({ min: -20, max: 20 }),
      fc.double({ min: 0, max: 9, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 20 }), (points) => {
        const places = points.map(([at]) => at / 4)
        const values = points.map(([, value]) => value)
        fc.pre(new Set(places).size > 3)
        const [c0 = 0, c1 = 0, c2 = 0] = polynomialLeastSquares(places, values, 2) ?? []
        const plain = values.map(() => 1)
        valuesAt(places, values, plain, places).forEach((value, i) => {
          const at = places[i] ?? 0
          expect(value).toBeCloseTo(c0 + c1 * at + c2 * at * at, 6)
        })
      }),
      { seed: 3 },
    )
  })

  it('counts a whole weight as that many copies of the point', () => {
    const at = [0, 1, 2, 3, 4]
    const weighted = valuesAt([0, 1, 2, 4], [1, 0, 3, 2], [1, 3, 2, 1], at)
    const copied = valuesAt(
      [0, 1, 1, 1, 2, 2, 4],
      [1, 0, 0, 0, 3, 3, 2],
      Array<number>(7).fill(1),
      at,
    )
    weighted.forEach((value, i) => expect(value).toBeCloseTo(copied[i] ?? 0, 9))
  })

  it('leaves out a point of weight zero', () => {
    const at = [0, 1, 2, 3]
    const without = valuesAt([0, 1, 2, 3], [1, 5, 3, 1], [1, 1, 1, 1], at)
    const zero = valuesAt([0, 1, 7, 2, 3], [1, 5, 99, 3, 1], [1, 1, 0, 1, 1], at)
    zero.forEach((value, i) => expect(value).toBeCloseTo(without[i] ?? 0, 9))
  })

  it.each([
    ['no points', [], [], []],
    ['two different x', [18.1, 19.3, 18.1, 19.3], [1, 2, 3, 4], [1, 1, 1, 1]],
    ['two points of positive weight', [1, 2, 3], [1, 2, 3], [1, 1, 0]],
    ['a value that is not finite', [1, 2, 3], [1, NaN, 3], [1, 1, 1]],
  ])('is null with %s', (_, places, values, of) => {
    expect(weightedParabola(places, values, of)).toBeNull()
  })
})
