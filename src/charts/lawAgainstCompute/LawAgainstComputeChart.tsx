import { MarkLayer } from '../plot/MarkLayer.tsx'
import { memo, useMemo, type ReactNode } from 'react'
import { ASYMPTOTE_STYLE, budgetInk, lawStyle, FITTED_STYLE } from '../palette.ts'
import { BandLayer } from '../plot/BandLayer.tsx'
import { CurveLayer, type Curve, type Point } from '../plot/CurveLayer.tsx'
import { EndLabels } from '../plot/EndLabels.tsx'
import { ExtrapolationGround } from '../plot/ExtrapolationGround.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { OptimumMarks } from '../plot/OptimumMarks.tsx'
import type { LawAgainstComputeSeries, OptimumPoint } from './series.ts'

interface LawAgainstComputeChartProps {
  readonly series: LawAgainstComputeSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  readonly height: number
  /** What the optimum that is pointed at is. */
  readonly tooltip: (point: OptimumPoint) => ReactNode
  /** The law in full colour beside the fit; the others are faint. */
  readonly comparedLawId: string
  readonly onBudgetPoint: (nominalFlops: number | null) => void
  /** What moves with a slider, subscribing by itself; must keep its identity between renders. */
  readonly children?: ReactNode
}

const LABEL_ROOM = 66

const budgetOf = ({ budget }: OptimumPoint): string => String(budget)

/** What catches the pointer for a mark that another layer draws. */
const hitDisc = () => <circle r={9} fill="transparent" />

/** Opacity of the laws that are not compared. */
const FAINT = 0.3

/**
 * One quantity of the optimum against compute: optima, the fitted law with its band, solid over
 * the fitted budgets and dashed beyond, other laws beside it, and the asymptote if there is one.
 */
export const LawAgainstComputeChart = memo(function LawAgainstComputeChart({
  series,
  xTitle,
  yTitle,
  description,
  height,
  tooltip,
  comparedLawId,
  onBudgetPoint,
  children,
}: LawAgainstComputeChartProps) {
  const { optima, references, fittedRange, asymptote, xDomain } = series
  const count = optima.length
  const points = useMemo(
    () => optima.map((point) => ({ ...point, x: point.computeFlops, y: point.value })),
    [optima],
  )
  const curves: Curve[] = [
    ...references.map(({ id, points }) => {
      const { colour, dash, width } = lawStyle(id)
      const isCompared = id === comparedLawId
      return {
        ...{ id, points, stroke: colour, dash },
        width: isCompared ? width * 1.5 : width,
        opacity: isCompared ? 1 : FAINT,
      }
    }),
    {
      id: 'fitted',
      points: series.fitted,
      stroke: FITTED_STYLE.colour,
      dash: 'none',
      width: FITTED_STYLE.width,
    },
    ...series.extrapolated.map((points, i) => ({
      id: `extrapolated-${i}`,
      points,
      stroke: FITTED_STYLE.colour,
      dash: '6 5',
      width: FITTED_STYLE.width * 0.8,
    })),
  ]
  if (asymptote !== null) {
    const points = xDomain.map((c): Point => [c, asymptote])
    curves.push({ id: 'asymptote', points, ...ASYMPTOTE_STYLE, stroke: ASYMPTOTE_STYLE.colour })
  }
  return (
    <LogPlot
      x={{ title: xTitle, domain: xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={height}
      labelRoom={references.length > 0 ? LABEL_ROOM : 0}
      description={description}
    >
      {fittedRange !== null && (
        <ExtrapolationGround low={fittedRange.low} high={fittedRange.high} />
      )}
      <BandLayer low={series.band.low} high={series.band.high} fill={FITTED_STYLE.colour} />
      <CurveLayer curves={curves} />
      <OptimumMarks
        intervalAxis="y"
        marks={optima.map((point, index) => ({
          budget: point.budget,
          x: point.computeFlops,
          y: point.value,
          counts: point.counts,
          interval: point.interval,
          style: budgetInk(index, count),
        }))}
      />
      <MarkLayer
        marks={points}
        keyOf={budgetOf}
        symbol={hitDisc}
        tooltip={tooltip}
        onPoint={(point) => {
          onBudgetPoint(point?.budget ?? null)
        }}
      />
      <EndLabels
        place="right"
        room={LABEL_ROOM}
        labels={references.flatMap(({ id, label, points }) => {
          const end = points.at(-1)
          if (end === undefined) return []
          const opacity = id === comparedLawId ? 1 : 0.6
          return [{ id, text: label, x: end[0], y: end[1], fill: lawStyle(id).colour, opacity }]
        })}
      />
      {children}
    </LogPlot>
  )
})
