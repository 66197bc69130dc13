import { median } from '../../numerics/median.ts'
import type { Run } from '../runs/run.ts'

/**
 * How budgets were found: the sweep `stated` them (a budget column), the reported compute is
 * `clustered` with gaps between, or it scatters around `round` numbers.
 */
export type GroupingMethod = 'stated' | 'clustered' | 'round'

/** Nominal budgets (FLOPs) and their runs, before groups that are too small are let go. */
export interface BudgetMembers {
  readonly method: GroupingMethod
  readonly members: ReadonlyMap<number, readonly Run[]>
}

/** Fewest runs, and fewest different model scales, that make a budget worth a curve. */
export const MIN_RUNS_PER_BUDGET = 3

/** The value with the fewest significant digits (at most 4) within 0.2% of the median. */
export function nominalBudget(computeFlops: readonly number[]): number {
  const middle = median(computeFlops)
  for (const digits of [1, 2, 3]) {
    const rounded = Number(middle.toPrecision(digits))
    if (Math.abs(rounded / middle - 1) <= 0.002) return rounded
  }
  return Number(middle.toPrecision(4))
}
