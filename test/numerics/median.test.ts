import fc from 'fast-check'
import { median as medianOfD3 } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { median } from '../../src/numerics/median.ts'

describe('median', () => {
  it('is that of d3, of even counts and odd ones, and leaves the values in their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }),
        (values) => {
          const before = [...values]
          expect(median(values)).toBeCloseTo(medianOfD3(values) ?? Number.NaN, 9)
          expect(values).toEqual(before)
        },
      ),
    )
  })

  it('is no number where there is none', () => {
    expect(median([])).toBeNaN()
  })
})
