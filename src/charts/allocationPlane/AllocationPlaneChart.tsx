import { memo, type ReactNode } from 'react'
import { Scatter } from 'recharts'
import { lawStyle, OWN_STYLE } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import type { AllocationPlaneSeries } from './series.ts'

interface AllocationPlaneChartProps {
  readonly series: AllocationPlaneSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  readonly height: number
  /** The marks at the budget, subscribing by themselves. */
  readonly children?: ReactNode
}

const NOTHING: never[] = []

/** Tokens against model scale: the path of every law, and where the budget puts each. */
export const AllocationPlaneChart = memo(function AllocationPlaneChart({
  series,
  xTitle,
  yTitle,
  description,
  height,
  children,
}: AllocationPlaneChartProps) {
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={height}
      description={description}
    >
      {/* Recharts lays out axes only for a chart that has a series. */}
      <Scatter data={NOTHING} isAnimationActive={false} />
      <CurveLayer
        curves={series.paths.map(({ id, points }) => {
          const { colour, dash, width } = id === 'own' ? OWN_STYLE : lawStyle(id)
          return { id, points, stroke: colour, dash, width: width * 0.8 }
        })}
      />
      {children}
    </LogPlot>
  )
})
