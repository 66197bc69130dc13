import { describe, expect, it } from 'vitest'
import { allocationPlaneSeries } from '../../src/charts/allocationPlane/series.ts'
import { isPointable } from '../../src/charts/isoFlopCurves/isPointable.ts'
import { isoFlopSeries } from '../../src/charts/isoFlopCurves/series.ts'
import { optimalLossSeries } from '../../src/charts/lawAgainstCompute/optimalLossSeries.ts'
import { budgetInk } from '../../src/charts/palette.ts'
import { logDomain, logTicks } from '../../src/charts/plot/axisTicks.ts'
import { ticksWithRoom } from '../../src/charts/plot/tickLabel.ts'
import { powerLawSeries } from '../../src/charts/lawAgainstCompute/powerLawSeries.ts'
import { surfaceSeries } from '../../src/charts/lossSurface/series.ts'
import type { OptimumPoint } from '../../src/charts/lawAgainstCompute/series.ts'
import {
  analyseSweep,
  type FitSettings,
} from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'

const BUDGETS = [1e18, 1e19, 1e20]
const { groups } = groupBudgets(makeIsoFlopRuns({ budgets: BUDGETS }), 0.1)
const SETTINGS: FitSettings = {
  metric: 'N',
  window: 'all',
  estimator: 'parabola',
  budgetCompute: 'nominal',
}
const { scaleProfiles } = analyseSweep(groups, SETTINGS)

function optimum(computeFlops: number, value: number, counts = true): OptimumPoint {
  return { budget: computeFlops, computeFlops, value, counts, interval: null }
}

describe('isoFlopSeries', () => {
  const series = isoFlopSeries(groups, scaleProfiles, new Set(['L2']))

  it('has a mark for every run, also for one that is set aside', () => {
    expect(series.budgets.map((budget) => budget.runs.length)).toEqual([9, 9, 9])
    expect(series.budgets[0]?.runs[0]?.state).toBe('set-aside')
    expect(series.budgets[0]?.runs[1]?.state).toBe('fitted')
  })

  it('draws each curve through the range of its runs and marks its minimum', () => {
    for (const [i, budget] of series.budgets.entries()) {
      const profile = scaleProfiles[i]
      const minimum = profile?.fit.status === 'fitted' ? profile.fit.optimum : null
      expect(budget.optimum?.x).toBe(minimum?.at)
      const lowest = Math.min(...budget.curve.map(([, y]) => y))
      expect(lowest).toBeGreaterThanOrEqual((minimum?.loss ?? NaN) - 1e-12)
      expect(lowest).toBeLessThan((minimum?.loss ?? NaN) * 1.001)
    }
  })

  it('does not let a diverged run that is set aside stretch the axis', () => {
    const wild = groups.map((group, i) =>
      i > 0
        ? group
        : {
            ...group,
            runs: group.runs.map((run) => (run.id === 'L2' ? { ...run, loss: 300 } : run)),
          },
    )
    const [, top] = isoFlopSeries(wild, scaleProfiles, new Set(['L2'])).yDomain
    expect(top).toBeLessThan(10)
  })

  it('does not let a run without weight stretch the axis: it stands at the edge', () => {
    const wild = groups.map((group) => ({
      ...group,
      runs: group.runs.map((run, i) => (i === 4 ? { ...run, loss: 30 } : run)),
    }))
    const robust = analyseSweep(wild, { ...SETTINGS, estimator: 'robust-parabola' })
    const { budgets, yDomain } = isoFlopSeries(wild, robust.scaleProfiles, new Set())
    expect(yDomain[1]).toBeLessThan(10)
    expect(budgets[0]?.runs[4]).toMatchObject({
      ...{ state: 'without-weight', y: yDomain[1], beyond: { side: 'above' } },
    })
  })

  it('writes the loss of a run at the edge where its text meets neither the next arrowhead nor a curve’s name', () => {
    const last = groups.length - 1
    const wildAt = (indices: readonly number[]) => {
      const wild = groups.map((group, i) => ({
        ...group,
        runs: group.runs.map((run, k) =>
          i === last && indices.includes(k) ? { ...run, loss: 300 } : run,
        ),
      }))
      const setAside = new Set(
        wild.flatMap(({ runs }) => runs.filter(({ loss }) => loss === 300).map(({ id }) => id)),
      )
      const { budgets } = isoFlopSeries(wild, scaleProfiles, setAside)
      return (budgets[last]?.runs ?? []).map(({ beyond }) => beyond?.labelled ?? null)
    }
    const alone = wildAt([4])
    expect(alone[4]).toBe(true)
    // Two neighbours of one budget lie nearer to one another than a written loss is wide.
    const neighbours = wildAt([4, 5])
    expect(neighbours[5]).toBe(true)
    expect(neighbours[4]).toBe(false)
    // The curve of the smallest budget ends at the top of the plot.
    const [top] = groups
    const highest = top?.runs.at(-1)
    if (top === undefined || highest === undefined) throw new Error('no runs')
    const steep = groups.map((group) =>
      group === top
        ? { ...group, runs: [...group.runs, { ...highest, id: 'wild', loss: 300 }] }
        : group,
    )
    const { budgets } = isoFlopSeries(steep, scaleProfiles, new Set(['wild']))
    expect(budgets[0]?.runs.at(-1)?.beyond?.labelled).toBe(false)
  })
})

describe('powerLawSeries', () => {
  const law = { coefficient: 0.2, exponent: 0.5 }
  const points = [...BUDGETS.map((c) => optimum(c, 0.2 * c ** 0.5)), optimum(1e21, 5e8, false)]

  it('is solid over the budgets of interior optima and extrapolated on either side', () => {
    const { fitted, extrapolated, fittedRange } = powerLawSeries(points, law, null, 0.95, [])
    expect(fittedRange).toEqual({ low: 1e18, high: 1e20 })
    expect(fitted[0]?.[0]).toBeCloseTo(1e18, -9)
    expect(fitted.at(-1)?.[0]).toBeCloseTo(1e20, -11)
    expect(extrapolated).toHaveLength(2)
  })

  it('shades the interval of the replicates, wider the farther out', () => {
    const replicates = {
      logCoefficient: Float64Array.from({ length: 101 }, () => Math.log(0.2)),
      exponent: Float64Array.from({ length: 101 }, (_, i) => 0.49 + i * 2e-4),
    }
    const { band } = powerLawSeries(points, law, replicates, 0.9, [])
    const width = (i: number): number =>
      Math.log((band.high.at(i)?.[1] ?? NaN) / (band.low.at(i)?.[1] ?? NaN))
    expect(width(-1)).toBeGreaterThan(width(0))
    const c = band.low.at(-1)?.[0] ?? NaN
    expect(width(-1)).toBeCloseTo(0.018 * Math.log(c), 6)
  })

  it('has neither line nor band without a law', () => {
    const { fitted, extrapolated, band, fittedRange } = powerLawSeries(points, null, null, 0.95, [])
    expect([fitted, extrapolated, band.low, fittedRange]).toEqual([[], [], [], null])
  })
})

describe('optimalLossSeries', () => {
  it('has room for the irreducible term, however far below the optima', () => {
    const points = BUDGETS.map((c) => optimum(c, 0.1 + 100 * c ** -0.05))
    const law = { irreducible: 0.1, coefficient: 100, exponent: 0.05 }
    expect(optimalLossSeries(points, law, null, 0.95).yDomain[0]).toBeLessThan(0.1)
  })

  it('marks the irreducible term where the law has one', () => {
    const points = BUDGETS.map((c) => optimum(c, 1 + 100 * c ** -0.1))
    const law = { irreducible: 1, coefficient: 100, exponent: 0.1 }
    expect(optimalLossSeries(points, law, null, 0.95).asymptote).toBe(1)
    expect(optimalLossSeries(points, { ...law, irreducible: 0 }, null, 0.95).asymptote).toBeNull()
  })
})

describe('allocationPlaneSeries', () => {
  it('takes a law through tokens per parameter at both ends of the compute range', () => {
    const scale = { coefficient: 1 / 6, exponent: 0.5 }
    const tokens = { coefficient: 1, exponent: 0.5 }
    const [path] = allocationPlaneSeries([
      { id: 'a', isFitted: false, label: 'A', scale, tokens },
    ]).paths
    expect(path?.points[0]?.[0]).toBeCloseTo(1e8 / 6, 3)
    expect(path?.points.map(([, ratio]) => ratio)).toEqual([
      expect.closeTo(6, 9),
      expect.closeTo(6, 9),
    ])
  })
})

describe('logTicks', () => {
  it('are powers of ten over many decades, with 2 and 5 over few, round numbers within one', () => {
    expect(logTicks([1e17, 1e21])).toEqual([1e17, 1e18, 1e19, 1e20, 1e21])
    expect(logTicks([8e7, 6e8])).toEqual([1e8, 2e8, 5e8])
    expect(logTicks([2.9, 3.4])).toEqual([2.9, 3, 3.1, 3.2, 3.3, 3.4])
  })

  it('are few enough to stand side by side', () => {
    expect(logTicks([1e6, 1e28]).length).toBeLessThanOrEqual(9)
  })
})

describe('labels of ticks', () => {
  const ticks = [2e8, 5e8, 1e9, 2e9, 5e9, 1e10]
  const over = (width: number) => (tick: number) => (width * Math.log(tick / 1e8)) / Math.log(200)

  it('are all written where there is room, and on a narrow plot the powers of ten and what fits between', () => {
    expect(ticksWithRoom(ticks, over(600)).toSorted((a, b) => a - b)).toEqual(ticks)
    const few = ticksWithRoom(ticks, over(210)).toSorted((a, b) => a - b)
    expect(few).toEqual([2e8, 1e9, 1e10])
  })
})

describe('logDomain', () => {
  it('holds all positive values with a margin and ignores the rest', () => {
    const [low, high] = logDomain([1, 10, 100, -5, NaN, Infinity])
    expect(low).toBeLessThan(1)
    expect(high).toBeGreaterThan(100)
    expect(low / 1).toBeCloseTo(100 / high, 9)
  })

  it('is a usable axis for nothing at all and for a single value', () => {
    expect(logDomain([])).toEqual([1, 10])
    const [low, high] = logDomain([5])
    expect(low).toBeLessThan(high)
  })
})

/** Relative luminance of `rgb(r, g, b)` or `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = colour.startsWith('#')
    ? [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number)
  const [r = 0, g = 0, b = 0] = channels.map((value) => {
    const c = value / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe('budgetInk', () => {
  it('keeps 3:1 against the card for every budget in both themes', () => {
    for (let i = 0; i < 12; i++) {
      const ink = budgetInk(i, 12) as Record<string, string>
      expect(contrast(ink['--ink-light'] ?? '', '#ffffff')).toBeGreaterThanOrEqual(3)
      expect(contrast(ink['--ink-dark'] ?? '', '#11151c')).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('isPointable', () => {
  it('is false for a sweep of more than a thousand runs', () => {
    const series = isoFlopSeries(groups, scaleProfiles, new Set())
    expect(isPointable(series)).toBe(true)
    const [budget] = series.budgets
    if (budget === undefined) throw new Error('no budget')
    const large = { ...series, budgets: Array.from({ length: 120 }, () => budget) }
    expect(isPointable(large)).toBe(false)
  })
})

describe('the contours of a loss surface', () => {
  const surface = { E: 1.8172, A: 477.8, B: 2143.4, alpha: 0.3473, beta: 0.3672 }
  const lossAt = (n: number, d: number) =>
    surface.E + surface.A * n ** -surface.alpha + surface.B * d ** -surface.beta
  const seriesOf = (sizes: readonly number[], tokens: readonly number[]) =>
    surfaceSeries(
      sizes.flatMap((x) =>
        tokens.map((y) => ({ id: `${x}-${y}`, name: '', x, y, loss: lossAt(x, y) })),
      ),
      surface,
      6,
    )

  it.each([
    ['right', [1e10, 3e10, 1e11], [1e7, 1e8, 1e9]],
    ['bottom', [1e6, 1e7, 1e8], [1e11, 2e11, 4e11]],
  ] as const)('are named where they leave the plane, at its %s edge', (edge, sizes, tokens) => {
    const { contours, xDomain, yDomain } = seriesOf(sizes, tokens)
    const leaving = contours.flatMap(({ loss, leaves }) =>
      leaves?.edge === edge ? [{ loss, at: leaves.at }] : [],
    )
    expect(leaving.length).toBeGreaterThan(3)
    for (const { loss, at } of leaving) {
      expect(lossAt(...at)).toBeCloseTo(loss, 9)
      expect(edge === 'right' ? at[0] : at[1]).toBe(edge === 'right' ? xDomain[1] : yDomain[0])
      expect(at[0]).toBeLessThanOrEqual(xDomain[1])
      expect(at[1]).toBeGreaterThanOrEqual(yDomain[0])
    }
  })
})
