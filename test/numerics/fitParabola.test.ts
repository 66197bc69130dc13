import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitParabola, type Parabola } from '../../src/numerics/fitParabola.ts'
import { evaluateParabola, parabolaMinimum } from '../../src/numerics/weightedParabola.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

function fitted(x: ArrayLike<number>, y: ArrayLike<number>): Parabola {
  const fit = fitParabola(x, y)
  if (fit.status !== 'fitted') throw new Error(fit.reason)
  return fit
}

/** Within a relative error of 1e-9 of the reference, or of 1e-9 where that is below 1. */
function expectNear(actual: number | undefined, expected: number, error = 1e-9): void {
  expect(Math.abs((actual ?? NaN) - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(error)
}

const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** 4 to 12 places that differ by at least 0.5, somewhere from -50 to 50. */
const places = fc
  .tuple(decimal(-50, 38), fc.array(decimal(0.5, 1), { minLength: 3, maxLength: 11 }))
  .map(([start, gaps]) => gaps.reduce((x, gap) => [...x, (x.at(-1) ?? 0) + gap], [start]))

/** Places and values that a parabola with a minimum of its own was shaken from. */
const samples = fc
  .tuple(
    places,
    decimal(-2, 2),
    decimal(0.2, 5),
    fc.array(decimal(-0.01, 0.01), { minLength: 12, maxLength: 12 }),
  )
  .map(([x, shift, curvature, noise]) => {
    const centre = x.reduce((sum, value) => sum + value, 0) / x.length + shift
    return { x, y: x.map((v, i) => 3 + curvature * (v - centre) ** 2 + (noise[i] ?? 0)) }
  })

describe('fitParabola', () => {
  it.each(reference.parabolas)('agrees with NumPy to 1e-9 on data: $name', (expected) => {
    const fit = fitted(expected.x, expected.y)
    expectNear(fit.c0, expected.c0)
    expectNear(fit.c1, expected.c1)
    expectNear(fit.c2, expected.c2)
    expectNear(fit.rSquared, expected.rSquared)
    const minimum = parabolaMinimum(fit)
    if (expected.minimum === null) expect(minimum).toBeNull()
    else {
      expectNear(minimum?.x, expected.minimum.x)
      expectNear(minimum?.y, expected.minimum.y)
    }
  })

  it('recovers any parabola whose values it is given', () => {
    fc.assert(
      fc.property(places, decimal(-5, 5), decimal(-5, 5), decimal(-5, 5), (x, c0, c1, c2) => {
        const middle = x.reduce((sum, value) => sum + value, 0) / x.length
        const f = (value: number) => c0 + c1 * (value - middle) + c2 * (value - middle) ** 2
        const fit = fitted(x, x.map(f))
        // Also between the places and beyond them.
        for (const at of [...x, middle + 0.1, middle - 10]) {
          expectNear(evaluateParabola(fit, at), f(at), 1e-7)
        }
      }),
    )
  })

  it('meets three points exactly', () => {
    const fit = fitted([1, 2, 4], [5, 3, 8])
    expectNear(evaluateParabola(fit, 1), 5)
    expectNear(evaluateParabola(fit, 2), 3)
    expectNear(evaluateParabola(fit, 4), 8)
    expectNear(fit.rSquared, 1)
  })

  it('moves its minimum with the data, in x and in y', () => {
    fc.assert(
      fc.property(samples, decimal(-40, 40), decimal(-10, 10), ({ x, y }, right, up) => {
        const still = fitted(x, y)
        const moved = fitted(
          x.map((value) => value + right),
          y.map((value) => value + up),
        )
        expectNear(moved.c2, still.c2, 1e-8)
        const from = parabolaMinimum(still)
        if (from === null) throw new Error('the sample has no minimum')
        const to = parabolaMinimum(moved)
        expectNear(to?.x, from.x + right, 1e-7)
        expectNear(to?.y, from.y + up, 1e-7)
      }),
    )
  })

  it('stretches with the data: R² stays, curvature follows y / x²', () => {
    fc.assert(
      fc.property(samples, decimal(0.1, 10), decimal(0.1, 10), ({ x, y }, wide, tall) => {
        const still = fitted(x, y)
        const stretched = fitted(
          x.map((value) => value * wide),
          y.map((value) => value * tall),
        )
        expectNear(stretched.c2 / still.c2, tall / wide ** 2, 1e-7)
        expectNear(stretched.rSquared, still.rSquared, 1e-7)
        const from = parabolaMinimum(still)
        expectNear(parabolaMinimum(stretched)?.x, (from?.x ?? NaN) * wide, 1e-7)
      }),
    )
  })

  it('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(samples, ({ x, y }) => {
        const backwards = fitted(x.toReversed(), y.toReversed())
        const forwards = fitted(x, y)
        expectNear(backwards.c1, forwards.c1)
        expectNear(backwards.c2, forwards.c2)
      }),
    )
  })

  it.each([
    ['no point', [], []],
    ['one point', [1], [2]],
    ['two points', [1, 2], [2, 3]],
    ['many points at one x', [3, 3, 3, 3], [1, 2, 3, 4]],
    ['many points at two x', [3, 4, 3, 4, 4], [1, 2, 3, 4, 5]],
    ['a gap among the x', [1, 2, 3, NaN], [1, 2, 3, 4]],
    ['an infinite x', [1, 2, 3, Infinity], [1, 2, 3, 4]],
    ['a gap among the y', [1, 2, 3, 4], [1, NaN, 3, 4]],
  ])('is unfittable with %s', (_, x, y) => {
    expect(fitParabola(x, y)).toEqual({ status: 'unfittable', reason: 'too-few-points' })
  })
})

describe('parabolaMinimum', () => {
  it('is null for a concave parabola, which is a fit all the same', () => {
    const fit = fitted([0, 1, 2, 3], [0, 3, 3, 0])
    expect(fit.c2).toBeLessThan(0)
    expect(parabolaMinimum(fit)).toBeNull()
  })

  it('is null for a straight line', () => {
    expect(parabolaMinimum({ centre: 2, c0: 1, c1: -3, c2: 0 })).toBeNull()
  })

  it('is where the derivative vanishes: c1 + 2 c2 (x - centre) = 0', () => {
    // 5 + 4 (x - 10) + 2 (x - 10)^2 = 3 + 2 (x - 9)^2
    expect(parabolaMinimum({ centre: 10, c0: 5, c1: 4, c2: 2 })).toEqual({
      x: 9,
      y: 3,
    })
  })
})
