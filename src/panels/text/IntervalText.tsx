import { useWords } from '../../components/WordsContext.tsx'
import { formatRange } from '../../format/formatNumber.ts'
import type { Interval } from '../../numerics/percentileInterval.ts'

interface IntervalTextProps {
  readonly interval: Interval | null
  /** The interval belongs to an earlier state and is being computed anew. */
  readonly stale: boolean
  readonly digits?: number
}

/** An interval beside a value, dimmed while it is stale; a dash where there is none. */
export function IntervalText({ interval, stale, digits = 3 }: IntervalTextProps) {
  const { fit } = useWords()
  if (interval === null) return <span className="text-muted">—</span>
  return (
    <span
      className={`whitespace-nowrap tabular-nums text-muted ${stale ? 'opacity-50' : ''}`}
      title={fit.intervals.methods[interval.origin]}
    >
      {formatRange(interval.low, interval.high, digits)}
    </span>
  )
}
