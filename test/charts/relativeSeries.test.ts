import { describe, expect, it } from 'vitest'
import { powerLawSeries } from '../../src/charts/lawAgainstCompute/powerLawSeries.ts'
import { relativeSeries } from '../../src/charts/lawAgainstCompute/relativeSeries.ts'

const LAW = { coefficient: 0.2, exponent: 0.5 }
const own = (c: number) => 0.2 * c ** 0.5
const optima = [1e18, 1e19, 1e20].map((c, i) => ({
  ...{ budget: c, computeFlops: c, counts: true },
  value: own(c) * (1 + 0.1 * i),
  interval: { low: own(c) * 0.9, high: own(c) * 1.2 },
}))
const twice = { id: 'twice', label: 'Twice', law: { coefficient: 0.4, exponent: 0.5 } }
const series = powerLawSeries(optima, LAW, null, 0.95, [twice])
const relative = relativeSeries(series, own)

describe('laws relative to the fitted one', () => {
  it('have the fitted law at 1, on both sides of its budgets too', () => {
    for (const line of [relative.fitted, ...relative.extrapolated]) {
      for (const [, ratio] of line) expect(ratio).toBeCloseTo(1, 9)
    }
  })

  it('have another law at its ratio, on an axis from a quarter to four', () => {
    for (const [, ratio] of relative.references[0]?.points ?? []) expect(ratio).toBeCloseTo(2, 9)
    expect(relative.yDomain).toEqual([0.25, 4])
  })

  it('have minima and their intervals as ratios, at the same compute', () => {
    expect(relative.optima.map(({ value }) => value)).toEqual(
      [1, 1.1, 1.2].map((ratio) => expect.closeTo(ratio, 9) as number),
    )
    expect(relative.optima[0]?.interval).toEqual({
      ...{ low: expect.closeTo(0.9, 9) as number, high: expect.closeTo(1.2, 9) as number },
    })
    expect(relative.optima.map((point) => point.computeFlops)).toEqual([1e18, 1e19, 1e20])
    expect(relative.xDomain).toEqual(series.xDomain)
  })
})
