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
  const sorted = runs.toSorted((a, b) => a.computeFlops - b.computeFlops)
  const clusters: Run[][] = []
  for (const run of sorted) {
    const cluster = clusters.at(-1)
    const last = cluster?.at(-1)
    if (cluster === undefined || last === undefined) clusters.push([run])
    else if (run.computeFlops > last.computeFlops * (1 + tolerance)) clusters.push([run])
    else cluster.push(run)
  }
  const members = new Map<number, readonly Run[]>()
  let held = 0
  for (const cluster of clusters) {
    if (cluster.length < MIN_RUNS_PER_BUDGET) continue
    const low = cluster[0]?.computeFlops ?? Number.NaN
    const high = cluster.at(-1)?.computeFlops ?? Number.NaN
    if (high / low > (1 + tolerance) / (1 - tolerance)) return null
    held += cluster.length
    // In order of the file again, so that nothing downstream depends on the sort.
    const inOrder = cluster.toSorted((a, b) => a.line - b.line)
    members.set(nominalBudget(cluster.map((run) => run.computeFlops)), inOrder)
  }
  return held >= LEAST_SHARE * runs.length ? { method: 'clustered', members } : null
}
