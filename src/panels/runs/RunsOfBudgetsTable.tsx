import type { IsoFlopSeries, RunMark } from '../../charts/isoFlopCurves/series.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { significant } from '../../format/formatNumber.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { METRIC_LABELS } from '../text/metricLabels.ts'

interface RunsOfBudgetsTableProps {
  readonly series: IsoFlopSeries
  readonly metric: ScaleMetric
  readonly lossUnit: LossUnit
}

const STATES: Readonly<Record<RunMark['state'], string>> = {
  fitted: 'in the fit',
  'without-weight': 'without weight in the robust fit',
  'outside-window': 'outside the window',
  'set-aside': 'set aside',
}

/** The runs behind the IsoFLOP curves, budget by budget. */
export function RunsOfBudgetsTable({ series, metric, lossUnit }: RunsOfBudgetsTableProps) {
  const { symbol, unit } = METRIC_LABELS[metric]
  return (
    <DataTable
      caption="Runs of the IsoFLOP curves"
      rows={series.budgets.flatMap((budget) => budget.runs)}
      rowKey={(mark) => mark.run.id}
      rowAttributes={(mark) => ({ 'data-budget': mark.budget })}
      columns={[
        {
          key: 'run',
          heading: 'Run',
          numeric: false,
          cell: ({ run }) => run.name || `line ${run.line}`,
        },
        {
          key: 'budget',
          heading: 'Budget (FLOPs)',
          numeric: true,
          cell: ({ budget }) => <Scientific value={budget} digits={2} />,
        },
        {
          key: 'scale',
          heading: `${symbol} (${unit})`,
          numeric: true,
          cell: ({ x }) => <Scientific value={x} digits={4} />,
        },
        {
          key: 'tokens',
          heading: 'D (tokens)',
          numeric: true,
          cell: ({ run }) => <Scientific value={run.tokens} digits={4} />,
        },
        {
          key: 'loss',
          heading: `Loss (${lossUnit})`,
          numeric: true,
          cell: ({ run }) => significant(run.loss, 5),
        },
        {
          key: 'residual',
          heading: 'Residual',
          numeric: true,
          cell: ({ residual }) => (residual === null ? '—' : significant(residual, 2)),
        },
        { key: 'state', heading: 'State', numeric: false, cell: ({ state }) => STATES[state] },
      ]}
    />
  )
}
