import { describe, expect, it } from 'vitest'
import { gaussNewton, type SquaresOfTwo } from '../../src/numerics/gaussNewton.ts'

/** Rosenbrock's valley as residuals: 10 (q - p²) and 1 - p, lowest at (1, 1). */
function valley(low: number, high: number): SquaresOfTwo {
  let at = 0
  return {
    count: 2,
    bounds: { low, high },
    derivatives: (byP, byQ) => {
      byP.set([-20 * at, -1])
      byQ.set([10, 0])
    },
    residuals: (p, q, into) => {
      at = p
      const [first, second] = [10 * (q - p * p), 1 - p]
      into.set([first, second])
      return first ** 2 + second ** 2
    },
  }
}

describe('gaussNewton', () => {
  it('goes along a bent valley to its end', () => {
    const found = gaussNewton(valley(-3, 3), { p: -1.2, q: 1 }, 1e-12)
    expect(found?.p).toBeCloseTo(1, 8)
    expect(found?.q).toBeCloseTo(1, 8)
  })

  it('stops at the bound that holds one coordinate, at the best of the other', () => {
    // Both end at 0.5: p is held there, and q = p² is the best of the other.
    const found = gaussNewton(valley(-3, 0.5), { p: -1, q: 0.2 }, 1e-12)
    expect(found?.p).toBeCloseTo(0.5, 8)
    expect(found?.q).toBeCloseTo(0.25, 6)
  })

  it('has nothing where the sum at the start is no number', () => {
    const none: SquaresOfTwo = {
      count: 1,
      bounds: { low: 0, high: 1 },
      residuals: () => Number.NaN,
      derivatives: () => undefined,
    }
    expect(gaussNewton(none, { p: 0.5, q: 0.5 }, 1e-9)).toBeNull()
  })
})
