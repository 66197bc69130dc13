import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ExponentForestChart } from '../../src/charts/exponentForest/ExponentForestChart.tsx'
import {
  forestPosition,
  forestSeries,
  type ForestRow,
} from '../../src/charts/exponentForest/series.ts'

const row = (id: string, a: number, reach: number | null): ForestRow => ({
  ...{ id, label: id, note: '', isFitted: true, isActive: false },
  a: { value: a, low: reach === null ? null : a - reach, high: reach === null ? null : a + reach },
  b: null,
})

describe('forestSeries', () => {
  it('spans every interval end and leaves out groups without rows', () => {
    const { groups, domain, ticks } = forestSeries([
      { id: 'one', title: 'One', rows: [row('x', 0.5, 0.1), row('y', 0.7, null)] },
      { id: 'none', title: 'None', rows: [] },
    ])
    expect(groups.map(({ id }) => id)).toEqual(['one'])
    expect(domain[0]).toBeLessThan(0.4)
    expect(domain[1]).toBeGreaterThan(0.7)
    expect(ticks.map((tick) => tick.toFixed(1))).toEqual(['0.4', '0.5', '0.6', '0.7'])
  })

  it('is not pushed together by an interval that says nothing: that is cut at the frame', () => {
    const { domain, ticks } = forestSeries([
      { id: 'one', title: 'One', rows: [row('x', 0.5, 0.02), row('y', 0.6, 3)] },
    ])
    expect(domain[0]).toBeGreaterThan(0.3)
    expect(domain[0]).toBeLessThan(0.48)
    expect(domain[1]).toBeLessThan(0.8)
    expect(ticks.length).toBeLessThan(6)
  })

  it('places values in proportion, and holds them inside', () => {
    expect(forestPosition(0.5, [0, 1])).toBe(0.5)
    expect(forestPosition(2, [0, 1])).toBe(1)
    expect(forestPosition(-1, [0, 1])).toBe(0)
  })
})

describe('ExponentForestChart', () => {
  it('draws a point for each exponent, an interval from its low to its high end, and none where there is none', () => {
    const series = forestSeries([
      { id: 'one', title: 'One', rows: [row('x', 0.5, 0.1), row('y', 0.7, null)] },
    ])
    const { container } = render(
      <ExponentForestChart
        series={series}
        description="two laws"
        headings={{ a: 'scale exponent', b: 'token exponent' }}
        text={(value) => value.toFixed(3)}
        marker={() => null}
      />,
    )
    const at = (id: string, mark: string) =>
      container.querySelector<HTMLElement>(`[data-forest-row="${id}"] [data-${mark}="a"]`)
    const left = (value: number) => `${100 * forestPosition(value, series.domain)}%`
    expect(at('x', 'point')?.style.left).toBe(left(0.5))
    expect(at('x', 'interval')?.style.left).toBe(left(0.4))
    expect(Number.parseFloat(at('x', 'interval')?.style.width ?? '')).toBeCloseTo(
      Number.parseFloat(left(0.6)) - Number.parseFloat(left(0.4)),
    )
    expect(at('y', 'interval')).toBeNull()
    expect(container.querySelector('[data-cut-low], [data-cut-high]')).toBeNull()
  })

  it('marks an interval that goes on beyond the frame', () => {
    const series = forestSeries([
      { id: 'one', title: 'One', rows: [row('x', 0.5, 0.02), row('y', 0.6, 3)] },
    ])
    const { container } = render(
      <ExponentForestChart
        series={series}
        description="two laws"
        headings={{ a: 'scale exponent', b: null }}
        text={(value) => value.toFixed(3)}
        marker={() => null}
      />,
    )
    const cut = [...container.querySelectorAll('[data-cut-low][data-cut-high]')]
    expect(cut).toHaveLength(1)
    expect(cut[0]?.closest('[data-forest-row]')).toHaveAttribute('data-forest-row', 'y')
  })
})
