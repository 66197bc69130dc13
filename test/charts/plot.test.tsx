import { fireEvent, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { LawAgainstComputeChart } from '../../src/charts/lawAgainstCompute/LawAgainstComputeChart.tsx'
import { powerLawSeries } from '../../src/charts/lawAgainstCompute/powerLawSeries.ts'
import { BandLayer } from '../../src/charts/plot/BandLayer.tsx'
import { BudgetCursor } from '../../src/charts/plot/BudgetCursor.tsx'
import { CurveLayer } from '../../src/charts/plot/CurveLayer.tsx'
import { EndLabels } from '../../src/charts/plot/EndLabels.tsx'
import { ExtrapolationGround } from '../../src/charts/plot/ExtrapolationGround.tsx'
import { FootLabels } from '../../src/charts/plot/FootLabels.tsx'
import { LogPlot } from '../../src/charts/plot/LogPlot.tsx'
import { MarkLayer } from '../../src/charts/plot/MarkLayer.tsx'
import { OptimumMarks } from '../../src/charts/plot/OptimumMarks.tsx'
import { logProjection } from '../../src/charts/plot/projection.ts'

const AREA = { x: 50, y: 20, width: 600, height: 300 }

function draw(children: ReactNode) {
  return render(
    <LogPlot
      x={{ title: 'C', domain: [1e18, 1e21] }}
      y={{ title: 'N', domain: [1, 100] }}
      height={300}
      description="a plot"
    >
      {children}
    </LogPlot>,
  ).container
}
const number = (element: Element | null | undefined, name: string) =>
  Number(element?.getAttribute(name))

describe('the projection', () => {
  const { toX, toY, fromX } = logProjection(AREA, [1, 1e4], [1e-2, 1e2])

  it('puts the ends of both axes at the edges, the larger to the right and up', () => {
    expect([toX(1), toX(1e4), toX(100)]).toEqual([50, 650, 350])
    expect(toY(1e-2)).toBeCloseTo(320, 9)
    expect(toY(1e2)).toBeCloseTo(20, 9)
    expect(toY(1)).toBeCloseTo(170, 9)
  })

  it('finds the value under a pixel again', () => {
    for (const value of [1, 3, 77, 1e4]) expect(fromX(toX(value)) / value).toBeCloseTo(1, 12)
  })
})

describe('the frame', () => {
  it('has a label at each power of ten, where the value is', () => {
    const plot = draw(<CurveLayer curves={[]} />)
    const ticks = [...plot.querySelectorAll('[text-anchor="middle"][data-tick]')]
    expect(ticks.map((tick) => Number(tick.getAttribute('data-tick')))).toEqual([
      1e18, 1e19, 1e20, 1e21,
    ])
    const xs = ticks.map((tick) => number(tick, 'x'))
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeCloseTo((xs[3] ?? 0) - (xs[2] ?? 0), 6)
    expect(ticks[2]?.textContent).toBe('1020')
  })

  it('draws a law of exponent a as a line that rises by a decades per decade', () => {
    const curve = { id: 'law', stroke: 'red', dash: 'none', width: 1 }
    const plot = draw(
      <CurveLayer
        curves={[
          {
            ...curve,
            points: [
              [1e18, 1],
              [1e21, 100],
            ],
          },
        ]}
      />,
    )
    const d = plot.querySelector('[data-curve="law"]')?.getAttribute('d') ?? ''
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = d
      .slice(1)
      .split('L')
      .map((point) => point.split(',').map(Number))
    expect(x2).toBeGreaterThan(x1)
    // Up is towards 0, over the whole height.
    expect(y1 - y2).toBeCloseTo(300 - 19 - 56, 1)
  })
})

describe('the layers', () => {
  it('draw an interval along the axis that it is of', () => {
    const mark = { budget: 1e19, counts: true, style: {}, x: 1e19, y: 10 }
    const along = (axis: 'x' | 'y', interval: { low: number; high: number }) => {
      const plot = draw(<OptimumMarks intervalAxis={axis} marks={[{ ...mark, interval }]} />)
      const line = plot.querySelector('[data-optimum] line')
      return {
        width: Math.abs(number(line, 'x2') - number(line, 'x1')),
        height: Math.abs(number(line, 'y2') - number(line, 'y1')),
      }
    }
    const x = along('x', { low: 5e18, high: 2e19 })
    expect(x.width).toBeGreaterThan(20)
    expect(x.height).toBe(0)
    const y = along('y', { low: 5, high: 20 })
    expect(y.height).toBeGreaterThan(20)
    expect(y.width).toBe(0)
  })

  it('shade a band from its low to its high edge, and hatch only what was not fitted', () => {
    const plot = draw(
      <>
        <ExtrapolationGround low={1e19} high={1e20} />
        <BandLayer
          low={[
            [1e18, 2],
            [1e21, 2],
          ]}
          high={[
            [1e18, 50],
            [1e21, 50],
          ]}
          fill="red"
        />
      </>,
    )
    const ys = [
      ...(plot.querySelector('[data-band]')?.getAttribute('d') ?? '').matchAll(/,([\d.]+)/g),
    ]
    expect(new Set(ys.map(([, y]) => y)).size).toBe(2)
    const [below, above] = plot.querySelectorAll('rect[fill^="url"]')
    expect(number(below, 'width')).toBeCloseTo(number(above, 'width'), 6)
    expect(number(above, 'x')).toBeGreaterThan(number(below, 'x') + number(below, 'width'))
  })

  it('keep labels apart that would stand on one another', () => {
    const at = (id: string, y: number) => ({ id, text: id, x: 1e21, y })
    const plot = draw(
      <EndLabels place="right" room={60} labels={[at('a', 10), at('b', 10.1), at('c', 9.9)]} />,
    )
    const ys = [...plot.querySelectorAll('.halo')]
      .map((label) => number(label, 'y'))
      .toSorted((a, b) => a - b)
    expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeGreaterThanOrEqual(13)
    expect((ys[2] ?? 0) - (ys[1] ?? 0)).toBeGreaterThanOrEqual(13)
  })

  it('have a label that is too long for the room end where that ends, above the line and not upon it', () => {
    const labelOf = (text: string) =>
      draw(
        <EndLabels place="line-end" room={30} labels={[{ id: 'a', text, x: 1e21, y: 10 }]} />,
      ).querySelector('.halo')
    const [short, long] = [labelOf('3'), labelOf('3.16 × 10²¹')]
    expect(short?.getAttribute('text-anchor')).toBe('start')
    expect(long?.getAttribute('text-anchor')).toBe('end')
    expect(number(long, 'x')).toBeGreaterThan(number(short, 'x') + 20)
    expect(number(long, 'y')).toBeLessThan(number(short, 'y'))
  })

  it('keep their labels clear of what stands along the top', () => {
    const label = { id: 'a', text: 'a', x: 1e20, y: 100 }
    const yOf = (taken: number) =>
      number(
        draw(<EndLabels place="line-end" room={60} labels={[label]} taken={taken} />).querySelector(
          '.halo',
        ),
        'y',
      )
    expect(yOf(11) - yOf(0)).toBe(11)
  })

  it('are named along the foot where they leave there, each right of its line, and none upon another', () => {
    const at = (id: string, x: number) => ({ id, text: '3.21', x })
    const plot = draw(
      <FootLabels room={44} labels={[at('c', 1e20), at('b', 1.01e19), at('a', 1e19)]} />,
    )
    const xs = [...plot.querySelectorAll('.halo')].map((label) => number(label, 'x'))
    const [left = 0, right = 0] = xs
    expect(xs).toHaveLength(2)
    expect(right - left).toBeGreaterThan(40)
  })

  it('show what a mark is while it is pointed at, and hear of it', () => {
    const heard = vi.fn()
    const clicked = vi.fn()
    const plot = draw(
      <MarkLayer
        marks={[
          { x: 1e19, y: 10, name: 'first' },
          { x: 1e20, y: 20, name: 'second' },
        ]}
        keyOf={({ name }) => name}
        symbol={({ name }) => <circle r={3} data-dot={name} />}
        tooltip={({ name }) => <p>this is the {name}</p>}
        onClick={clicked}
        onPoint={heard}
      />,
    )
    const dot = plot.querySelector('[data-dot="second"]')?.parentElement
    if (dot == null) throw new Error('no mark')
    fireEvent.pointerEnter(dot)
    expect(plot.querySelector('.plot-tooltip')?.textContent).toBe('this is the second')
    expect(heard).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'second' }))
    fireEvent.click(dot)
    expect(clicked).toHaveBeenCalledWith(expect.objectContaining({ name: 'second' }))
    fireEvent.pointerLeave(dot)
    expect(plot.querySelector('.plot-tooltip')).toBeNull()
    expect(heard).toHaveBeenLastCalledWith(null)
  })

  it('rest the budget at the edge that it lies beyond, with an arrow there', () => {
    const plot = draw(<BudgetCursor computeFlops={1e25} onDrag={() => undefined} />)
    expect(plot.querySelector('[data-budget-cursor] text')?.textContent).toBe('C = 1.00 × 10²⁵ →')
    const line = plot.querySelectorAll('[data-budget-cursor] line')[1]
    expect(number(line, 'x1')).toBeCloseTo(640 - 18, 6)
  })
})

describe('the chart of a law against compute', () => {
  it('is solid over the fitted budgets and dashed beyond, its optima filled where they count', () => {
    const law = { coefficient: 1e-8, exponent: 0.5 }
    const optimum = (c: number, counts: boolean) => ({
      ...{ budget: c, computeFlops: c, value: law.coefficient * c ** 0.5, counts, interval: null },
    })
    const optima = [optimum(1e18, true), optimum(1e19, true), optimum(1e20, false)]
    const fitted = {
      status: 'fitted',
      ...law,
      rSquared: 1,
      count: 2,
      residualDeviation: 0,
    } as never
    const { container } = render(
      <LawAgainstComputeChart
        series={powerLawSeries(optima, fitted, null, 0.95, [])}
        xTitle="C"
        yTitle="N"
        description="a law"
        height={300}
        tooltip={() => null}
        comparedLawId=""
        onBudgetPoint={() => undefined}
      />,
    )
    const dashOf = (id: string) =>
      container.querySelector(`[data-curve="${id}"]`)?.getAttribute('stroke-dasharray')
    expect(dashOf('fitted')).toBe('none')
    expect(dashOf('extrapolated-0')).toBe('6 5')
    expect(container.querySelectorAll('[data-optimum="counts"]')).toHaveLength(2)
    expect(container.querySelectorAll('[data-optimum="apart"]')).toHaveLength(1)
  })
})
