import { describe, expect, it } from 'vitest'
import { goldenSection } from '../../src/numerics/goldenSection.ts'
import { percentileInterval, percentiles } from '../../src/numerics/percentileInterval.ts'
import reference from './reference.json' with { type: 'json' }

describe('percentiles', () => {
  it('agrees with NumPy’s default quantiles', () => {
    const ends = percentiles(reference.sample, 0.95)
    expect(ends?.low).toBeCloseTo(reference.percentiles95.low, 12)
    expect(ends?.high).toBeCloseTo(reference.percentiles95.high, 12)
  })

  it('leaves out replicates that could not be fitted', () => {
    const withGaps = [...reference.sample, NaN, Infinity, NaN]
    expect(percentiles(withGaps, 0.95)).toEqual(percentiles(reference.sample, 0.95))
  })

  it('is null with fewer than twenty replicates', () => {
    expect(
      percentiles(
        Array.from({ length: 19 }, (_, i) => i),
        0.95,
      ),
    ).toBeNull()
    expect(
      percentiles(
        Array.from({ length: 20 }, (_, i) => i),
        0.95,
      ),
    ).not.toBeNull()
  })
})

describe('percentileInterval', () => {
  it('carries its level and method with it', () => {
    expect(percentileInterval(reference.sample, 0.9, 'by hand')).toMatchObject({
      level: 0.9,
      method: 'by hand',
    })
  })
})

describe('goldenSection', () => {
  it('finds the minimum of a unimodal function to the width asked for', () => {
    expect(goldenSection((x) => (x - 1.234) ** 2, -3, 7, 1e-9)).toBeCloseTo(1.234, 7)
  })
})
