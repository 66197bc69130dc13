import { memo, type ReactNode } from 'react'
import { styleOf } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { EndLabels } from '../plot/EndLabels.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { MarkLayer } from '../plot/MarkLayer.tsx'
import type { AllocationSeries, PlacedModel } from './series.ts'

interface AllocationChartProps {
  readonly series: AllocationSeries
  /** The law whose line moves and is drawn by a layer of its own; it keeps its label. */
  readonly movingId: string
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  /** What moves with a slider, subscribing by itself; must keep its identity between renders. */
  readonly children?: ReactNode
}

const HEIGHT = 360
const LABEL_ROOM = 84

const keyOf = ({ id }: PlacedModel): string => id
const symbol = (): ReactNode => (
  <circle r={3.2} fill="var(--color-muted)" fillOpacity={0.55} stroke="var(--color-card)" />
)
const tooltip = ({ name }: PlacedModel): ReactNode => name
const nothing = (): void => undefined

/** Optimal parameters of every law against compute, with known models where they were trained. */
export const AllocationChart = memo(function AllocationChart({
  series,
  movingId,
  xTitle,
  yTitle,
  description,
  children,
}: AllocationChartProps) {
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={HEIGHT}
      labelRoom={LABEL_ROOM}
      description={description}
    >
      <CurveLayer
        curves={series.lines.flatMap(({ id, isFitted, points }) => {
          const { colour, dash, width } = styleOf({ id, isFitted })
          return id === movingId ? [] : [{ id, points, stroke: colour, dash, width }]
        })}
      />
      <EndLabels
        place="right"
        room={LABEL_ROOM}
        labels={series.lines.flatMap(({ id, isFitted, label, points }) => {
          const end = points.at(-1)
          if (end === undefined) return []
          return [{ id, text: label, x: end[0], y: end[1], fill: styleOf({ id, isFitted }).colour }]
        })}
      />
      <MarkLayer marks={series.models} {...{ keyOf, symbol, tooltip }} onPoint={nothing} />
      {children}
    </LogPlot>
  )
})
