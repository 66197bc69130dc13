import { memo, type ReactElement, type ReactNode } from 'react'
import { Scatter } from 'recharts'
import { budgetInk, OWN_STYLE } from '../palette.ts'
import { BandLayer } from '../plot/BandLayer.tsx'
import { CurveLayer, type Curve, type Point } from '../plot/CurveLayer.tsx'
import { ExtrapolationGround } from '../plot/ExtrapolationGround.tsx'
import { HitSymbol } from '../plot/HitSymbol.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { OptimumMarks } from '../plot/OptimumMarks.tsx'
import type { OptimalLossSeries } from './series.ts'

interface OptimalLossChartProps {
  readonly series: OptimalLossSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  readonly height: number
  readonly tooltip: ReactElement
  readonly onBudgetPoint: (nominalFlops: number | null) => void
  readonly children?: ReactNode
}

/** Loss at the optimum of each budget against compute, with the fitted L(C) and its band. */
export const OptimalLossChart = memo(function OptimalLossChart({
  series,
  xTitle,
  yTitle,
  description,
  height,
  tooltip,
  onBudgetPoint,
  children,
}: OptimalLossChartProps) {
  const { optima, fittedRange, irreducible, xDomain } = series
  const own = (id: string, points: readonly Point[], dash: string): Curve => ({
    id,
    points,
    dash,
    stroke: OWN_STYLE.colour,
    width: OWN_STYLE.width,
  })
  const curves: Curve[] = [
    own('own', series.fitted, 'none'),
    ...series.extrapolated.map((points, i) => own(`own-extrapolated-${i}`, points, '6 5')),
  ]
  if (irreducible !== null) {
    curves.push({
      id: 'irreducible',
      points: xDomain.map((c): Point => [c, irreducible]),
      stroke: 'var(--color-muted)',
      dash: '2 4',
      width: 1.2,
    })
  }
  return (
    <LogPlot
      x={{ title: xTitle, domain: xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={height}
      description={description}
      tooltip={tooltip}
    >
      {fittedRange !== null && (
        <ExtrapolationGround low={fittedRange.low} high={fittedRange.high} />
      )}
      <BandLayer low={series.band.low} high={series.band.high} fill={OWN_STYLE.colour} />
      <CurveLayer curves={curves} />
      <OptimumMarks
        intervalAxis="y"
        marks={optima.map((point, index) => ({
          budget: point.budget,
          x: point.computeFlops,
          y: point.value,
          interior: point.interior,
          interval: point.interval,
          style: budgetInk(index, optima.length),
        }))}
      />
      <Scatter
        name="optima"
        data={optima.map((point) => ({ ...point, x: point.computeFlops, y: point.value }))}
        shape={<HitSymbol />}
        isAnimationActive={false}
        onMouseEnter={(point) => {
          onBudgetPoint((point.payload as { budget: number }).budget)
        }}
        onMouseLeave={() => {
          onBudgetPoint(null)
        }}
      />
      {children}
    </LogPlot>
  )
})
