import { budgetInk } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { DotLayer } from '../plot/DotLayer.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import type { CorpusCurves, SmallMultiples } from './series.ts'

interface SmallMultiplesChartProps {
  readonly corpus: CorpusCurves
  readonly axes: Pick<SmallMultiples, 'xDomain' | 'yDomain'>
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
}

const HEIGHT = 260

/** IsoFLOP curves of one corpus on axes that it shares with the others. */
export function SmallMultiplesChart({
  corpus,
  axes,
  xTitle,
  yTitle,
  description,
}: SmallMultiplesChartProps) {
  return (
    <LogPlot
      x={{ title: xTitle, domain: axes.xDomain }}
      y={{ title: yTitle, domain: axes.yDomain }}
      height={HEIGHT}
      description={description}
    >
      <CurveLayer
        curves={corpus.curves.map(({ nominalFlops, points }, i) => ({
          ...{ id: String(nominalFlops), points, stroke: 'currentColor', dash: 'none', width: 1.5 },
          ...{ className: 'budget-ink', style: budgetInk(i, corpus.curves.length) },
        }))}
      />
      <DotLayer marks={corpus.runs} className="stroke-muted" />
      <DotLayer marks={corpus.optima} className="stroke-accent" />
    </LogPlot>
  )
}
