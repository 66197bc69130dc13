import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentileInterval, percentiles } from '../../src/numerics/percentileInterval.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

const replicates = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 20,
  maxLength: 200,
})
const levels = fc.double({ min: 0.01, max: 0.99, noNaN: true })

describe('percentiles', () => {
  it.each(
    reference.quantiles.flatMap(({ size, sample, ends }) =>
      Object.entries(ends).map(([level, [low, high]]) => ({
        size,
        level: Number(level),
        sample,
        low: low ?? NaN,
        high: high ?? NaN,
      })),
    ),
  )('are NumPy’s linear quantiles: $size replicates at level $level', (expected) => {
    const ends = percentiles(expected.sample, expected.level)
    expect(ends?.low).toBeCloseTo(expected.low, 9)
    expect(ends?.high).toBeCloseTo(expected.high, 9)
  })

  it('leave out replicates that are not finite, wherever they stand', () => {
    const sample = reference.quantiles[1]?.sample ?? []
    const gaps = [NaN, ...sample.slice(0, 9), Infinity, ...sample.slice(9), NaN, -Infinity]
    expect(percentiles(gaps, 0.8)).toEqual(percentiles(sample, 0.8))
    expect(percentiles(Float64Array.from(gaps), 0.8)).toEqual(percentiles(sample, 0.8))
  })

  it('are null with fewer than twenty replicates that count', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => i)
    expect(percentiles(twenty, 0.5)).not.toBeNull()
    expect(percentiles(twenty.slice(1), 0.5)).toBeNull()
    expect(percentiles([...twenty.slice(1), NaN, NaN, NaN], 0.5)).toBeNull()
    expect(percentiles([], 0.5)).toBeNull()
  })

  it('sort by value, not by text, and leave the replicates in their order', () => {
    const values = [100, 9, 80, ...Array.from({ length: 18 }, (_, i) => 20 + i)]
    const before = [...values]
    expect(percentiles(values, 1)).toEqual({ low: 9, high: 100 })
    expect(values).toEqual(before)
  })

  it('lie within the replicates, and further apart at a higher level', () => {
    fc.assert(
      fc.property(replicates, levels, levels, (values, one, other) => {
        const narrow = percentiles(values, Math.min(one, other)) ?? { low: NaN, high: NaN }
        const wide = percentiles(values, Math.max(one, other)) ?? { low: NaN, high: NaN }
        // The last digit may be lost in the interpolation between equal neighbours.
        const hair = 1e-9 * Math.max(...values.map(Math.abs))
        expect(wide.low).toBeGreaterThanOrEqual(Math.min(...values) - hair)
        expect(wide.high).toBeLessThanOrEqual(Math.max(...values) + hair)
        expect(wide.low).toBeLessThanOrEqual(narrow.low + hair)
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - hair)
      }),
    )
  })
})

describe('percentileInterval', () => {
  it('says at what level and by what method it was made', () => {
    const sample = reference.quantiles[0]?.sample ?? []
    expect(percentileInterval(sample, 0.8, 'pairs')).toEqual({
      ...percentiles(sample, 0.8),
      level: 0.8,
      origin: 'pairs',
    })
  })

  it('is null where the percentiles are', () => {
    expect(percentileInterval([1, 2, 3], 0.8, 'pairs')).toBeNull()
  })
})
