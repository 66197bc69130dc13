import { BudgetCursor } from '../../charts/plot/BudgetCursor.tsx'
import { useDashboard } from '../../store/dashboardContext.tsx'

/** The budget line of a chart, following the store by itself so that the chart stays still. */
export function StoreBudgetCursor() {
  const computeFlops = useDashboard((state) => state.computeFlops)
  const setComputeFlops = useDashboard((state) => state.setComputeFlops)
  return <BudgetCursor computeFlops={computeFlops} onDrag={setComputeFlops} />
}
