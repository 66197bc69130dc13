import { budgetInk } from '../palette.ts'
import type { RunMark } from './series.ts'

interface RunSymbolProps {
  readonly cx?: number | undefined
  readonly cy?: number | undefined
  readonly payload?: RunMark
  readonly index: number
  readonly count: number
}

/** A run's mark: a disc when fitted, a ring when outside the window, a cross when set aside. */
export function RunSymbol({ cx, cy, payload, index, count }: RunSymbolProps) {
  if (payload === undefined || !Number.isFinite(cx) || !Number.isFinite(cy)) return null
  const { state, budget } = payload
  return (
    <g
      transform={`translate(${cx ?? 0},${cy ?? 0})`}
      className="budget-ink cursor-pointer"
      style={budgetInk(index, count)}
      data-budget={budget}
      data-run={payload.run.id}
      data-state={state}
    >
      {/* The hit area is larger than the mark, for fingers. */}
      <circle r={9} fill="transparent" />
      {state === 'set-aside' ? (
        <path
          d="M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5"
          stroke="currentColor"
          strokeWidth={1.4}
          opacity={0.75}
        />
      ) : (
        <circle
          r={3.4}
          fill={state === 'fitted' ? 'currentColor' : 'var(--color-card)'}
          stroke={state === 'fitted' ? 'var(--color-card)' : 'currentColor'}
          strokeWidth={state === 'fitted' ? 0.8 : 1.3}
        />
      )}
    </g>
  )
}
