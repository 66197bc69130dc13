import type { LawAgainstComputeSeries } from '../../charts/lawAgainstCompute/series.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { formatRange } from '../../format/formatNumber.ts'

interface LawOverBudgetsTableProps {
  readonly series: Pick<LawAgainstComputeSeries, 'optima'>
  readonly symbol: string
  readonly unit: string
}

/** The minima behind a chart against compute, with their intervals. */
export function LawOverBudgetsTable({ series, symbol, unit }: LawOverBudgetsTableProps) {
  const levelText = useLevelText()
  return (
    <DataTable
      caption={`${symbol.replace('_', ' ')} by budget`}
      rows={series.optima}
      rowKey={(point) => String(point.budget)}
      rowAttributes={(point) => ({ 'data-budget': point.budget })}
      columns={[
        {
          key: 'c',
          heading: 'C (FLOPs)',
          numeric: true,
          cell: (point) => <Scientific value={point.computeFlops} />,
        },
        {
          key: 'value',
          heading: `${symbol.replace('_', ' ')} (${unit})`,
          numeric: true,
          cell: (point) => <Scientific value={point.value} digits={4} />,
        },
        {
          key: 'interval',
          heading: `${levelText} interval`,
          numeric: true,
          cell: (point) =>
            point.interval === null ? '—' : formatRange(point.interval.low, point.interval.high),
        },
        {
          key: 'counts',
          heading: 'Minimum',
          numeric: false,
          cell: (point) => (point.counts ? 'in the law' : 'not in the law'),
        },
      ]}
    />
  )
}
