import { mean, quantileSorted, variance } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { evenStudent } from '../../src/scaling/estimators/isoFlop/intervals/draws.ts'

describe('evenStudent', () => {
  // scipy.stats.t.ppf(p, freedom)
  it.each([
    { freedom: 3, p: 0.025, quantile: -3.1824463 },
    { freedom: 10, p: 0.025, quantile: -2.2281389 },
    { freedom: 10, p: 0.16, quantile: -1.0464226 },
    { freedom: 85, p: 0.975, quantile: 1.9882679 },
  ])('has SciPy’s quantile of $p for $freedom degrees of freedom', ({ freedom, p, quantile }) => {
    const found = quantileSorted(Array.from(evenStudent(freedom, 1000)), p) ?? Number.NaN
    expect(Math.abs(found / quantile - 1)).toBeLessThan(0.01)
  })

  it('has mean 0 and the variance of the distribution', () => {
    const values = evenStudent(12, 1000)
    expect(Math.abs(mean(values) ?? 1)).toBeLessThan(1e-3)
    expect(Math.abs((variance(values) ?? 0) / (12 / 10) - 1)).toBeLessThan(0.01)
  })
})
