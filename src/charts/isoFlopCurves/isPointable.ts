import type { IsoFlopSeries } from './series.ts'

/** One element a run is too slow above this many: 20,000 take a browser seconds. */
const MOST_POINTABLE_RUNS = 1000

/** Whether a series is small enough for each run to be an element; larger ones are drawn on a canvas. */
export function isPointable({ budgets }: IsoFlopSeries): boolean {
  return budgets.reduce((sum, budget) => sum + budget.runs.length, 0) <= MOST_POINTABLE_RUNS
}
