import { ZIndexLayer } from 'recharts'
import { budgetInk } from '../palette.ts'
import { useProjection } from '../plot/useProjection.ts'
import type { BudgetSeries, RunMark } from './series.ts'

const STATES: readonly RunMark['state'][] = [
  'fitted',
  'without-weight',
  'outside-window',
  'set-aside',
]

/**
 * The runs of a large sweep, one path a budget and state instead of an element a run: tens of
 * thousands of elements would take the browser a minute. Such marks cannot be pointed at.
 */
export function RunPaths({ budgets }: { readonly budgets: readonly BudgetSeries[] }) {
  const projection = useProjection()
  if (projection === null) return null
  const { area, toX, toY } = projection
  const inside = (x: number, y: number): boolean =>
    x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height
  return (
    <ZIndexLayer zIndex={600}>
      {budgets.flatMap((budget, index) =>
        STATES.map((state) => {
          const path = budget.runs
            .filter((mark) => mark.state === state)
            .map((mark) => [toX(mark.x), toY(mark.y)] as const)
            .filter(([x, y]) => inside(x, y))
            // A line of no length with a round cap is a dot.
            .map(([x, y]) => `M${x.toFixed(1)},${y.toFixed(1)}h0`)
            .join('')
          if (path === '') return null
          return (
            <path
              key={`${budget.nominalFlops}-${state}`}
              d={path}
              className="budget-ink"
              style={budgetInk(index, budgets.length)}
              stroke="currentColor"
              strokeLinecap="round"
              strokeWidth={state === 'fitted' ? 3 : 1.5}
              data-budget={budget.nominalFlops}
              data-runs={state}
            />
          )
        }),
      )}
    </ZIndexLayer>
  )
}
