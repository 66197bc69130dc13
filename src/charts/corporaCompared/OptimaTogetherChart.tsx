import { CurveLayer } from '../plot/CurveLayer.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { useProjection } from '../plot/projection.ts'
import { corpusStyle } from './corpusStyle.ts'
import type { OptimaTogether } from './series.ts'

interface OptimaTogetherChartProps {
  readonly series: OptimaTogether
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
}

const HEIGHT = 320

/** Minima of all corpora against compute, with the law through each corpus' own. */
export function OptimaTogetherChart({
  series,
  xTitle,
  yTitle,
  description,
}: OptimaTogetherChartProps) {
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={HEIGHT}
      description={description}
    >
      <CurveLayer
        curves={series.corpora.map(({ id, line }, i) => {
          const { colour, dash, width } = corpusStyle(i)
          return { id, points: line, stroke: colour, dash, width: width * 0.8 }
        })}
      />
      <Minima series={series} />
    </LogPlot>
  )
}

function Minima({ series }: { readonly series: OptimaTogether }) {
  const { toX, toY } = useProjection()
  return series.corpora.map(({ id, optima }, i) => (
    <g key={id} fill={corpusStyle(i).colour} stroke="var(--color-card)">
      {optima.map(({ x, y }) => (
        <path
          key={x}
          transform={`translate(${toX(x)},${toY(y)})`}
          d="M0,-6L6,0L0,6L-6,0Z"
          data-corpus={id}
        />
      ))}
    </g>
  ))
}
