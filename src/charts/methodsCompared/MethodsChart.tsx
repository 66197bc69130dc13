import { memo, type ReactNode } from 'react'
import { methodStyle } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { ExtrapolationGround } from '../plot/ExtrapolationGround.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import type { MethodsSeries } from './series.ts'

interface MethodsChartProps {
  readonly series: MethodsSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  /** What moves with a slider, subscribing by itself; must keep its identity between renders. */
  readonly children?: ReactNode
}

const HEIGHT = 300

/** Where estimators part: the optimal scale of each over that of the one in use, against compute. */
export const MethodsChart = memo(function MethodsChart({
  series,
  xTitle,
  yTitle,
  description,
  children,
}: MethodsChartProps) {
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={HEIGHT}
      description={description}
    >
      <ExtrapolationGround low={series.range.low} high={series.range.high} />
      <CurveLayer
        curves={series.lines.map(({ id, isInUse, points }) => {
          const { colour, dash, width } = methodStyle(id, isInUse)
          return { id, points, stroke: colour, dash, width }
        })}
      />
      {children}
    </LogPlot>
  )
})
