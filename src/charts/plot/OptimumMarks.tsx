import type { CSSProperties } from 'react'
import { useProjection } from './projection.ts'

export interface OptimumMark {
  readonly budget: number
  readonly x: number
  readonly y: number
  /** Filled when the minimum counts in the laws, hollow when not. */
  readonly counts: boolean
  /** Interval along `intervalAxis`, data units; null when there is none. */
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly style: CSSProperties
}

interface OptimumMarksProps {
  readonly marks: readonly OptimumMark[]
  readonly intervalAxis: 'x' | 'y'
}

/** Optima as diamonds with their intervals as whiskers. */
export function OptimumMarks({ marks, intervalAxis }: OptimumMarksProps) {
  const projection = useProjection()
  const { area, toX, toY } = projection
  const clampX = (x: number): number => Math.min(area.x + area.width, Math.max(area.x, x))
  const clampY = (y: number): number => Math.min(area.y + area.height, Math.max(area.y, y))
  return (
    <>
      {marks.map(({ budget, x, y, counts, interval, style }) => {
        const cx = toX(x)
        const cy = toY(y)
        if (!Number.isFinite(cx) || !Number.isFinite(cy)) return null
        if (cx < area.x || cx > area.x + area.width) return null
        return (
          <g
            key={budget}
            className="budget-ink"
            style={style}
            data-budget={budget}
            pointerEvents="none"
            data-optimum={counts ? 'counts' : 'apart'}
          >
            {interval !== null &&
              (intervalAxis === 'x' ? (
                <line
                  x1={clampX(toX(interval.low))}
                  x2={clampX(toX(interval.high))}
                  y1={cy}
                  y2={cy}
                  stroke="currentColor"
                  strokeWidth={2}
                />
              ) : (
                <line
                  x1={cx}
                  x2={cx}
                  y1={clampY(toY(interval.low))}
                  y2={clampY(toY(interval.high))}
                  stroke="currentColor"
                  strokeWidth={2}
                />
              ))}
            <path
              d={`M${cx},${cy - 5.5}l5.5,5.5l-5.5,5.5l-5.5,-5.5Z`}
              fill={counts ? 'currentColor' : 'var(--color-card)'}
              stroke={counts ? 'var(--color-card)' : 'currentColor'}
              strokeWidth={counts ? 1 : 1.6}
            />
          </g>
        )
      })}
    </>
  )
}
