import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { act, type ComponentProps } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { IsoFlopCurvesChart } from '../../src/charts/isoFlopCurves/IsoFlopCurvesChart.tsx'
import { isoFlopSeries, type RunMark } from '../../src/charts/isoFlopCurves/series.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import {
  analyseSweep,
  type FitSettings,
} from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'

const SETTINGS: FitSettings = {
  metric: 'N',
  window: 'all',
  estimator: 'parabola',
  budgetCompute: 'nominal',
}

/** What a canvas was told, since there is no canvas to look at. */
function stubCanvas(): { readonly dots: [number, number][] } {
  const dots: [number, number][] = []
  const context = {
    ...{ scale: vi.fn(), beginPath: vi.fn(), clip: vi.fn(), fill: vi.fn(), fillStyle: '' },
    // The plot that all is cut to is a rectangle too, and no dot.
    rect: (x: number, y: number, width: number, height: number) => {
      if (width < 10) dots.push([x + width / 2, y + height / 2])
    },
  }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  return { dots }
}

function draw(sizes: number) {
  const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19], sizes })
  const { groups } = groupBudgets(runs, 0.1)
  const { scaleProfiles } = analyseSweep(groups, SETTINGS)
  const clicked = vi.fn()
  const pointed = vi.fn()
  const series = isoFlopSeries(groups, scaleProfiles, new Set())
  const tooltip = ({ run }: RunMark) => <p>run {run.name}</p>
  const chart = (ranges: ComponentProps<typeof IsoFlopCurvesChart>['ranges']) => (
    <IsoFlopCurvesChart
      series={series}
      ranges={ranges}
      xTitle="N"
      yTitle="loss"
      height={300}
      description="curves"
      tooltip={tooltip}
      runsLabel="Runs"
      onRunClick={clicked}
      onBudgetPoint={pointed}
    />
  )
  const { rerender } = render(chart(new Map()))
  const rangesCome = () => {
    rerender(chart(new Map([[1e18, { interval: { low: 1e7, high: 1e8 }, flat: [] }]])))
  }
  const lightest = runs.toSorted((a, b) => (a.scale.N ?? 0) - (b.scale.N ?? 0))
  return { runs, lightest, clicked, pointed, rangesCome }
}

describe('a chart of more runs than it has elements for', () => {
  beforeEach(() => {
    vi.restoreAllMocks()
  })

  it('draws every run on a canvas', async () => {
    const { dots } = stubCanvas()
    const { runs } = draw(600)
    await waitFor(() => {
      expect(dots.length).toBeGreaterThan(0)
    })
    expect(dots.length % runs.length).toBe(0)
    for (const [x, y] of dots) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
  })

  it('draws none of them anew where one is pointed at, or the ranges of the minima come', async () => {
    const { dots } = stubCanvas()
    const { rangesCome } = draw(600)
    await waitFor(() => {
      expect(dots.length).toBeGreaterThan(0)
    })
    const before = dots.length
    fireEvent.keyDown(screen.getByRole('application'), { key: 'ArrowRight' })
    await screen.findByText(/^run/)
    rangesCome()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    expect(dots.length).toBe(before)
  })

  it('goes from run to run with the keyboard, tells each, and does with Enter what a click does', async () => {
    stubCanvas()
    const { lightest, clicked, pointed } = draw(600)
    const layer = await screen.findByRole('application', { name: 'Runs' })
    act(() => {
      layer.focus()
    })
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(
      within(screen.getByRole('status')).getByText(`run ${lightest[1]?.name ?? ''}`),
    ).toBeVisible()
    expect(pointed).toHaveBeenLastCalledWith(expect.closeTo(1e18, -15))
    await userEvent.keyboard('{Enter}')
    expect(clicked).toHaveBeenCalledExactlyOnceWith(lightest[1]?.id)
    await userEvent.keyboard('{End}{ArrowRight}')
    expect(screen.getByText(`run ${lightest.at(-1)?.name ?? ''}`)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('has no such layer where each run is an element of its own', () => {
    draw(9)
    expect(screen.queryByRole('application')).toBeNull()
  })
})
