import { memo } from 'react'
import { nominalText } from '../../format/formatNumber.ts'
import { budgetInk } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { EndLabels } from '../plot/EndLabels.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { OptimumMarks } from '../plot/OptimumMarks.tsx'
import { domainOf, type ImpliedCurve } from './series.ts'

interface ImpliedCurvesChartProps {
  readonly curves: readonly ImpliedCurve[]
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
}

const HEIGHT = 360
const LABEL_ROOM = 56

/** Loss against scale at round budgets, read off a surface. */
export const ImpliedCurvesChart = memo(function ImpliedCurvesChart({
  curves,
  xTitle,
  yTitle,
  description,
}: ImpliedCurvesChartProps) {
  return (
    <LogPlot
      x={{ title: xTitle, domain: domainOf(curves, 0) }}
      y={{ title: yTitle, domain: domainOf(curves, 1) }}
      height={HEIGHT}
      labelRoom={LABEL_ROOM}
      description={description}
    >
      <CurveLayer
        curves={curves.map(({ computeFlops, points }, i) => ({
          ...{ id: String(computeFlops), points, stroke: 'currentColor', dash: 'none', width: 1.6 },
          ...{ style: budgetInk(i, curves.length), className: 'budget-ink' },
        }))}
      />
      <OptimumMarks
        intervalAxis="y"
        marks={curves.map(({ computeFlops, optimum }, i) => ({
          ...{ budget: computeFlops, x: optimum.x, y: optimum.y, counts: true, interval: null },
          style: budgetInk(i, curves.length),
        }))}
      />
      <EndLabels
        place="line-end"
        room={LABEL_ROOM}
        labels={curves.flatMap(({ computeFlops, points }, i) => {
          const end = points.at(-1)
          if (end === undefined) return []
          return [
            {
              ...{
                id: String(computeFlops),
                text: nominalText(computeFlops),
                x: end[0],
                y: end[1],
              },
              ...{ style: budgetInk(i, curves.length), className: 'budget-ink' },
            },
          ]
        })}
      />
    </LogPlot>
  )
})
