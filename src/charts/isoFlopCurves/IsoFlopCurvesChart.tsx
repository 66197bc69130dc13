import { lazy, memo, Suspense, type ReactNode } from 'react'
import { nominalText } from '../../format/formatNumber.ts'
import { budgetInk } from '../palette.ts'
import { CurveLayer } from '../plot/CurveLayer.tsx'
import { EndLabels } from '../plot/EndLabels.tsx'
import { LogPlot } from '../plot/LogPlot.tsx'
import { OptimumMarks } from '../plot/OptimumMarks.tsx'
import { isPointable } from './isPointable.ts'
import { RunMarks } from './RunMarks.tsx'
import type { BudgetRanges, IsoFlopSeries, RunMark } from './series.ts'

/** Most sweeps have few runs, and never ask for it. */
const RunsCanvas = lazy(() => import('./RunsCanvas.tsx'))

interface IsoFlopCurvesChartProps {
  readonly series: IsoFlopSeries
  /** By the nominal compute of the budget. */
  readonly ranges: ReadonlyMap<number, BudgetRanges>
  readonly xTitle: string
  readonly yTitle: string
  readonly description: string
  readonly height: number
  /** What the run that is pointed at is. */
  readonly tooltip: (mark: RunMark) => ReactNode
  /** What a screen reader calls the layer of the runs, where it answers to keys. */
  readonly runsLabel: string
  readonly onRunClick: (runId: string) => void
  readonly onBudgetPoint: (nominalFlops: number | null) => void
}

/** Room for the label of the last budget, whose curve ends at the edge of the plot. */
const LABEL_ROOM = 48
/** Height of the arrowheads of runs above the plot, which stand along its top. */
const ARROWHEADS = 11

/** Loss against model scale, one ordered colour a budget, with parabolas and their minima. */
export const IsoFlopCurvesChart = memo(function IsoFlopCurvesChart({
  series,
  ranges,
  xTitle,
  yTitle,
  description,
  height,
  tooltip,
  runsLabel,
  onRunClick,
  onBudgetPoint,
}: IsoFlopCurvesChartProps) {
  const count = series.budgets.length
  const pointable = isPointable(series)
  const hasArrowheads = series.budgets.some(({ runs }) =>
    runs.some(({ beyond }) => beyond?.side === 'above'),
  )
  return (
    <LogPlot
      x={{ title: xTitle, domain: series.xDomain }}
      y={{ title: yTitle, domain: series.yDomain }}
      height={height}
      labelRoom={LABEL_ROOM}
      description={description}
      isOperable={!pointable}
    >
      <CurveLayer
        curves={series.budgets.map((budget, index) => ({
          id: `flat-${budget.nominalFlops}`,
          points: ranges.get(budget.nominalFlops)?.flat ?? [],
          stroke: 'currentColor',
          dash: 'none',
          width: 7,
          opacity: 0.28,
          className: 'budget-ink',
          style: budgetInk(index, count),
          budget: budget.nominalFlops,
        }))}
      />
      <CurveLayer
        curves={series.budgets.map((budget, index) => ({
          id: `curve-${budget.nominalFlops}`,
          points: budget.curve,
          stroke: 'currentColor',
          dash: budget.isTrusted ? 'none' : '2 4',
          width: budget.isTrusted ? 1.5 : 1.1,
          className: 'budget-ink',
          style: budgetInk(index, count),
          budget: budget.nominalFlops,
        }))}
      />
      {pointable && <RunMarks {...{ series, tooltip, onRunClick, onBudgetPoint }} />}
      {!pointable && (
        <Suspense>
          <RunsCanvas
            budgets={series.budgets}
            tooltip={tooltip}
            label={runsLabel}
            onRunClick={onRunClick}
            onBudgetPoint={onBudgetPoint}
          />
        </Suspense>
      )}
      <OptimumMarks
        intervalAxis="x"
        marks={series.budgets.flatMap((budget, index) =>
          budget.optimum === null
            ? []
            : [
                {
                  ...budget.optimum,
                  interval: ranges.get(budget.nominalFlops)?.interval ?? null,
                  budget: budget.nominalFlops,
                  style: budgetInk(index, count),
                },
              ],
        )}
      />
      <EndLabels
        place="line-end"
        room={LABEL_ROOM}
        taken={hasArrowheads ? ARROWHEADS : 0}
        labels={series.budgets.flatMap((budget, index) => {
          const last = budget.curve.at(-1)
          if (last === undefined) return []
          return [
            {
              id: String(budget.nominalFlops),
              text: nominalText(budget.nominalFlops),
              x: last[0],
              y: last[1],
              className: 'budget-ink',
              style: budgetInk(index, count),
              budget: budget.nominalFlops,
            },
          ]
        })}
      />
    </LogPlot>
  )
})
