import { memo, type ReactNode } from 'react'
import { styleOf } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { EndLabels } from '../plot/EndLabels.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import type { AllocationPlaneSeries } from './series.ts'

interface AllocationPlaneChartProps {
  readonly series: AllocationPlaneSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  readonly height: number
  /** The law whose path moves with a slider; left to `children`. */
  readonly movingId: string
  /** What moves: the marks at the budget and the moving path, subscribing by themselves. */
  readonly children?: ReactNode
}

const LABEL_ROOM = 66

/** Tokens per parameter against parameters: the path of every law, and where the budget puts each. */
export const AllocationPlaneChart = memo(function AllocationPlaneChart({
  series,
  movingId,
  xTitle,
  yTitle,
  description,
  height,
  children,
}: AllocationPlaneChartProps) {
  const still = series.paths.filter(({ id }) => id !== movingId)
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={height}
      labelRoom={LABEL_ROOM}
      description={description}
    >
      <CurveLayer
        curves={still.map(({ id, isFitted, points }) => {
          const { colour, dash, width } = styleOf({ id, isFitted })
          return { id, points, stroke: colour, dash, width: width * 0.8 }
        })}
      />
      <EndLabels
        place="right"
        room={LABEL_ROOM}
        labels={series.paths.flatMap(({ id, isFitted, label, points }) => {
          const end = points.at(-1)
          if (end === undefined) return []
          const fill = styleOf({ id, isFitted }).colour
          return [{ id, text: label, x: end[0], y: end[1], fill }]
        })}
      />
      {children}
    </LogPlot>
  )
})
