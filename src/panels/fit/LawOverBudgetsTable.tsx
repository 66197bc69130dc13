import { useWords } from '../../components/WordsContext.tsx'
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
  const { fit, quantities } = useWords()
  const levelText = useLevelText()
  return (
    <DataTable
      caption={fit.allocation.byBudget(symbol.replace('_', ' '))}
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
          heading: quantities.interval(levelText),
          numeric: true,
          cell: (point) =>
            point.interval === null ? '—' : formatRange(point.interval.low, point.interval.high),
        },
        {
          key: 'counts',
          heading: fit.optima.minimum,
          numeric: false,
          cell: (point) => (point.counts ? fit.allocation.inLaw : fit.allocation.notInLaw),
        },
      ]}
    />
  )
}
