import type { BudgetGrouping } from '../../scaling/budgets/budgetGroups.ts'

/** One budget as a row of the picture. */
export interface BudgetRow {
  readonly nominalFlops: number
  /** ln(C / nominal) of every run, clipped to the span. */
  readonly offsets: readonly number[]
}

export interface BudgetGroupSeries {
  readonly rows: readonly BudgetRow[]
  /** Half the width of the picture, ln of a ratio. */
  readonly span: number
  /** Half the width of the tolerance, ln of a ratio. */
  readonly tolerance: number
}

/** Half-width of the picture at the least and at the most, as a ratio. */
const LEAST = 1.05
const MOST = 2

/**
 * How the compute of the runs lies around their budgets. `tolerance` is relative (0.1 = 10%). The
 * picture is wide enough for the tolerance and the runs, up to a factor of two either way; what lies
 * further out stands at its edge.
 */
export function budgetGroupSeries(
  { groups }: BudgetGrouping,
  tolerance: number,
): BudgetGroupSeries {
  const rows = groups.map(({ nominalFlops, runs }) => ({
    nominalFlops,
    offsets: runs.map((run) => Math.log(run.computeFlops / nominalFlops)),
  }))
  const widest = rows.reduce(
    (most, { offsets }) => offsets.reduce((far, offset) => Math.max(far, Math.abs(offset)), most),
    0,
  )
  const within = Math.log(1 + tolerance)
  const span = Math.min(Math.log(MOST), Math.max(Math.log(LEAST), 1.15 * Math.max(within, widest)))
  return {
    rows: rows.map(({ nominalFlops, offsets }) => ({
      nominalFlops,
      offsets: offsets.map((offset) => Math.min(span, Math.max(-span, offset))),
    })),
    span,
    tolerance: within,
  }
}
