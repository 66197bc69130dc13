import { significant } from '../../format/formatNumber.ts'
import { budgetInk } from '../palette.ts'
import type { RunMark } from './series.ts'

interface RunSymbolProps {
  readonly mark: RunMark
  readonly index: number
  readonly count: number
}

/**
 * A run's mark around the origin: a disc when fitted, a square without weight, a ring outside the window, a cross when
 * set aside; beyond the plot an arrowhead at its edge, with the loss where there is room.
 */
export function RunSymbol({ mark, index, count }: RunSymbolProps) {
  const { state, budget, beyond, run } = mark
  return (
    <g
      className="budget-ink cursor-pointer"
      style={budgetInk(index, count)}
      data-budget={budget}
      data-run={run.id}
      data-state={state}
    >
      {/* The hit area is larger than the mark, for fingers. */}
      <circle r={9} fill="transparent" />
      {beyond !== null ? (
        <>
          <path
            d={beyond.side === 'above' ? 'M0,1L4.5,9H-4.5Z' : 'M0,-1L4.5,-9H-4.5Z'}
            fill={state === 'set-aside' ? 'var(--color-card)' : 'currentColor'}
            stroke="currentColor"
            strokeWidth={1.2}
          />
          {beyond.labelled && (
            <text
              x={7}
              y={beyond.side === 'above' ? 9 : -2}
              className="halo text-[10px] tabular-nums"
              fill="currentColor"
            >
              {significant(run.loss, 3)}
            </text>
          )}
        </>
      ) : state === 'without-weight' ? (
        <rect
          x={-3.2}
          y={-3.2}
          width={6.4}
          height={6.4}
          fill="var(--color-card)"
          stroke="currentColor"
          strokeWidth={1.3}
        />
      ) : state === 'set-aside' ? (
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
