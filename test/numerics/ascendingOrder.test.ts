import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ascendingOrder } from '../../src/numerics/ascendingOrder.ts'

describe('the ascending order of numbers', () => {
  it('is that of a stable sort by comparison, with equal numbers and infinite ones', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    )
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const sorted = values.map((_, i) => i).toSorted((i, j) => compared(values, i, j))
        expect([...ascendingOrder(values)]).toEqual(sorted)
      }),
    )
  })
})

function compared(values: readonly number[], i: number, j: number): number {
  const [a = 0, b = 0] = [values[i], values[j]]
  return a < b ? -1 : a > b ? 1 : 0
}
