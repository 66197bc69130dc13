import { styleOf } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { useProjection } from '../plot/projection.ts'
import type { SliceSeries } from './series.ts'

interface IsoFlopSliceChartProps {
  readonly series: SliceSeries
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
}

const HEIGHT = 300

/** Loss against size at one budget, with the size of each law marked. */
export function IsoFlopSliceChart({ series, xTitle, yTitle, description }: IsoFlopSliceChartProps) {
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={HEIGHT}
      description={description}
    >
      <CurveLayer
        curves={[
          {
            ...{ id: 'slice', points: series.curve, stroke: 'var(--color-muted)' },
            ...{ dash: 'none', width: 1.6 },
          },
        ]}
      />
      <SliceMarks marks={series.marks} />
    </LogPlot>
  )
}

/** Laws as dots on the slice, each named above or below its dot so that neighbours do not collide. */
function SliceMarks({ marks }: Pick<SliceSeries, 'marks'>) {
  const { toX, toY, area } = useProjection()
  const sorted = marks.toSorted((a, b) => a.parameters - b.parameters)
  return sorted.map((law, i) => {
    const [x, y] = [toX(law.parameters), toY(law.loss)]
    const colour = styleOf(law).colour
    // Names stand on rungs of their own above the curve.
    const labelY = area.y + 12 + i * 12
    const anchor = x > area.x + area.width * 0.7 ? 'end' : 'start'
    return (
      <g key={law.id} data-mark={law.id}>
        <line x1={x} x2={x} y1={labelY + 4} y2={y} stroke={colour} strokeWidth={1} opacity={0.5} />
        <circle
          cx={x}
          cy={y}
          r={law.isFitted ? 6 : 4.5}
          fill={colour}
          stroke="var(--color-card)"
          strokeWidth={1.5}
        />
        <text
          x={anchor === 'start' ? x + 4 : x - 4}
          y={labelY}
          textAnchor={anchor}
          fill={colour}
          className="halo text-[11px]"
        >
          {law.label}
        </text>
      </g>
    )
  })
}
