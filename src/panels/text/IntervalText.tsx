import { Fragment } from 'react'
import { useWords } from '../../components/WordsContext.tsx'
import { formatRange } from '../../format/formatNumber.ts'
import type { Interval } from '../../numerics/percentileInterval.ts'

interface IntervalTextProps {
  readonly interval: Interval | null
  /** The interval belongs to an earlier state and is being computed anew. */
  readonly stale: boolean
  readonly digits?: number
  /** Whether it may stand in two lines, broken between its ends, where there is no room for one. */
  readonly breaks?: boolean
}

/** An interval beside a value, dimmed while it is stale; a dash where there is none. */
export function IntervalText({ interval, stale, digits = 3, breaks = false }: IntervalTextProps) {
  const { fit } = useWords()
  if (interval === null) return <span className="text-muted">—</span>
  const text = formatRange(interval.low, interval.high, digits)
  const parts = breaks ? text.split(/(?<=,) /) : [text]
  return (
    <span
      className={`tabular-nums text-muted ${stale ? 'opacity-50' : ''}`}
      title={fit.intervals.methods[interval.origin]}
    >
      {parts.map((part, i) => (
        <Fragment key={part}>
          {i > 0 && ' '}
          <span className="whitespace-nowrap">{part}</span>
        </Fragment>
      ))}
    </span>
  )
}
