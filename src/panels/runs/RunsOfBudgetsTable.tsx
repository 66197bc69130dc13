import { useWords } from '../../components/WordsContext.tsx'
import { residualOf, type IsoFlopSeries } from '../../charts/isoFlopCurves/series.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { significant } from '../../format/formatNumber.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'

interface RunsOfBudgetsTableProps {
  readonly series: IsoFlopSeries
  readonly metric: ScaleMetric
  readonly lossUnit: LossUnit
}

/** The runs behind the IsoFLOP curves, budget by budget. */
export function RunsOfBudgetsTable({ series, metric, lossUnit }: RunsOfBudgetsTableProps) {
  const { runs: words, quantities } = useWords()
  const said = words.table
  const { symbol, unit } = METRIC_LABELS[metric]
  return (
    <DataTable
      caption={said.ofCurves}
      rows={series.budgets.flatMap((budget) => budget.runs)}
      rowKey={(mark) => mark.run.id}
      rowAttributes={(mark) => ({ 'data-budget': mark.budget })}
      columns={[
        {
          key: 'run',
          heading: said.run,
          numeric: false,
          cell: ({ run }) => run.name || words.line(run.line),
        },
        {
          key: 'budget',
          heading: said.budget,
          numeric: true,
          cell: ({ budget }) => <Scientific value={budget} digits={2} />,
        },
        {
          key: 'scale',
          heading: `${symbol} (${quantities.units[unit]})`,
          numeric: true,
          cell: ({ x }) => <Scientific value={x} digits={4} />,
        },
        {
          key: 'tokens',
          heading: said.tokens,
          numeric: true,
          cell: ({ run }) => <Scientific value={run.tokens} digits={4} />,
        },
        {
          key: 'loss',
          heading: said.loss(lossUnit),
          numeric: true,
          cell: ({ run }) => significant(run.loss, 5),
        },
        {
          key: 'residual',
          heading: said.residual,
          numeric: true,
          cell: (mark) => {
            const residual = residualOf(mark)
            return residual === null ? '—' : significant(residual, 2)
          },
        },
        {
          key: 'state',
          heading: said.state,
          numeric: false,
          cell: ({ state }) => said.states[state],
        },
      ]}
    />
  )
}
