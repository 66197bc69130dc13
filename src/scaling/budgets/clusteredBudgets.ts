import { bisectRight } from 'd3-array'
import { MIN_RUNS_PER_BUDGET, nominalBudget, type BudgetMembers } from './nominalBudget.ts'
import type { Run } from '../runs/run.ts'

/** Least share of the runs that clusters must hold before the sweep counts as clustered. */
const LEAST_SHARE = 0.6

/**
 * Budgets as clusters of reported compute: sorted, and cut where the next value is more than
 * the tolerance above the last. Null when a cluster is wider than twice the tolerance (the
 * values then form a continuum) or when clusters of three and more hold less than 60% of the runs.
 */
export function clusteredBudgets(runs: readonly Run[], tolerance: number): BudgetMembers | null {
  const clusters: { readonly low: number; high: number; readonly computes: number[] }[] = []
  for (const value of new Float64Array(runs.map((run) => run.computeFlops)).sort()) {
    const cluster = clusters.at(-1)
    if (cluster === undefined || value > cluster.high * (1 + tolerance)) {
      clusters.push({ low: value, high: value, computes: [value] })
    } else {
      cluster.high = value
      cluster.computes.push(value)
    }
  }
  const isWide = ({ low, high, computes }: (typeof clusters)[number]): boolean =>
    computes.length >= MIN_RUNS_PER_BUDGET && high / low > (1 + tolerance) / (1 - tolerance)
  if (clusters.some(isWide)) return null
  // In the order given, so that nothing downstream depends on the sort.
  const runsOf = clusters.map((): Run[] => [])
  const starts = clusters.map(({ low }) => low)
  for (const run of runs) runsOf[bisectRight(starts, run.computeFlops) - 1]?.push(run)
  const members = new Map<number, readonly Run[]>()
  let held = 0
  clusters.forEach(({ computes }, i) => {
    if (computes.length < MIN_RUNS_PER_BUDGET) return
    held += computes.length
    members.set(nominalBudget(computes), runsOf[i] ?? [])
  })
  return held >= LEAST_SHARE * runs.length ? { method: 'clustered', members } : null
}
