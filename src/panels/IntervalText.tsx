import { formatInterval } from '../format/formatNumber.ts'
import type { Interval } from '../numerics/percentileInterval.ts'

interface IntervalTextProps {
  readonly interval: Interval | null
  readonly format: (value: number) => string
  /** The interval belongs to an earlier state and is being computed anew. */
  readonly stale: boolean
}

/** An interval beside a value, dimmed while it is stale; a dash where there is none. */
export function IntervalText({ interval, format, stale }: IntervalTextProps) {
  if (interval === null) return <span className="text-muted">—</span>
  return (
    <span
      className={`whitespace-nowrap tabular-nums text-muted ${stale ? 'opacity-50' : ''}`}
      title={interval.method}
    >
      {formatInterval(interval.low, interval.high, format)}
    </span>
  )
}
