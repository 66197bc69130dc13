import type { ReactNode } from 'react'
import type { BudgetGroupSeries, BudgetRow } from './series.ts'

interface BudgetGroupsChartProps {
  readonly series: BudgetGroupSeries
  /** Whether the tolerance plays a part; budgets that the sweep states need none. */
  readonly showsTolerance: boolean
  /** What a budget is called before its row, and how many runs it has after it. */
  readonly label: (nominalFlops: number) => ReactNode
  readonly count: (runs: number) => ReactNode
  /** Accessible name of the list. */
  readonly name: string
}

const WIDTH = 104
const HEIGHT = 16
const EDGE = 3

/** One line a budget: its runs as ticks around the nominal value, the tolerance behind them. */
export function BudgetGroupsChart({
  series,
  showsTolerance,
  label,
  count,
  name,
}: BudgetGroupsChartProps) {
  return (
    <ul className="flex flex-col gap-0.5 text-sm" aria-label={name}>
      {series.rows.map((row) => (
        <li
          key={row.nominalFlops}
          className="flex items-center gap-2"
          data-budget={row.nominalFlops}
        >
          <span className="min-w-0 flex-1 whitespace-nowrap">{label(row.nominalFlops)}</span>
          <Strip row={row} series={series} showsTolerance={showsTolerance} />
          <span className="w-12 text-right text-xs whitespace-nowrap text-muted tabular-nums">
            {count(row.offsets.length)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Strip({
  row,
  series: { span, tolerance },
  showsTolerance,
}: {
  readonly row: BudgetRow
  readonly series: BudgetGroupSeries
  readonly showsTolerance: boolean
}) {
  const x = (offset: number): number => WIDTH / 2 + (offset / span) * (WIDTH / 2 - EDGE)
  const ticks = row.offsets.map((offset) => `M${x(offset).toFixed(2)},3v10`).join('')
  return (
    <svg width={WIDTH} height={HEIGHT} className="shrink-0" aria-hidden>
      {showsTolerance && (
        <rect
          x={x(-tolerance)}
          width={x(tolerance) - x(-tolerance)}
          y={1}
          height={HEIGHT - 2}
          rx={2}
          className="fill-selected"
        />
      )}
      <line x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} className="stroke-line" />
      <path d={ticks} className="stroke-ink" strokeOpacity={0.55} strokeWidth={1} fill="none" />
    </svg>
  )
}
