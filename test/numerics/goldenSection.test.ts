import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goldenSection } from '../../src/numerics/goldenSection.ts'

describe('goldenSection', () => {
  it.each([
    ['exp(x) - 3x, lowest at ln 3', (x: number) => Math.exp(x) - 3 * x, -2, 4, Math.log(3)],
    ['x ln x, lowest at 1/e', (x: number) => x * Math.log(x), 0.05, 3, Math.exp(-1)],
    ['|x - 2|, which has no derivative there', (x: number) => Math.abs(x - 2), -1, 9, 2],
  ])('finds the minimum of %s', (_, f, low, high, expected) => {
    // A smooth minimum is flat to rounding over about 1e-8 of its width.
    expect(goldenSection(f, low, high, 1e-7)).toBeCloseTo(expected, 6)
  })

  it('comes within the width that was asked for', () => {
    const place = fc.double({ min: -5, max: 5, noNaN: true })
    const width = fc.double({ min: 1e-6, max: 1, noNaN: true })
    fc.assert(
      fc.property(place, width, (at, wanted) => {
        const found = goldenSection((x) => Math.abs(x - at), -6, 7, wanted)
        expect(Math.abs(found - at)).toBeLessThanOrEqual(wanted / 2 + 1e-12)
      }),
    )
  })

  it('ends at the edge of the interval where the function only rises or falls', () => {
    expect(goldenSection((x) => x, 2, 5, 1e-8)).toBeCloseTo(2, 7)
    expect(goldenSection((x) => -x, 2, 5, 1e-8)).toBeCloseTo(5, 7)
  })

  it('asks for one value a step: 0.618 of the bracket is left each time', () => {
    let calls = 0
    const count = (x: number): number => {
      calls++
      return x * x
    }
    goldenSection(count, -1, 2, 1e-6)
    // Two to begin with, then ln(3e6) / ln(1.618) = 31 steps.
    expect(calls).toBe(33)
  })
})
