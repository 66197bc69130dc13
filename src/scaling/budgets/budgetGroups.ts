import { sum } from 'd3-array'
import { hasDistinct } from '../../numerics/hasDistinct.ts'
import { clusteredBudgets } from './clusteredBudgets.ts'
import { MIN_RUNS_PER_BUDGET, type BudgetMembers, type GroupingMethod } from './nominalBudget.ts'
import type { Run } from '../runs/run.ts'
import { roundBudgets } from './roundBudgets.ts'

/** The runs of a sweep that were given (about) the same compute. */
export interface BudgetGroup {
  /** Nominal budget, FLOPs: as the sweep states it, or the round number that the runs gather at. */
  readonly nominalFlops: number
  /** Mean of the compute that the runs report, FLOPs. */
  readonly realisedFlops: number
  /** In order of the file. */
  readonly runs: readonly Run[]
}

export interface BudgetGrouping {
  readonly method: GroupingMethod
  /** Ascending in compute. */
  readonly groups: readonly BudgetGroup[]
  /** Runs that belong to no group; they take no part in the profiles. */
  readonly ungrouped: readonly Run[]
}

/**
 * Finds the compute budgets of a sweep. Compute is never matched exactly: trackers report
 * realised FLOPs, figures are read off with error.
 *
 * In order: budgets that the sweep states; clusters with gaps between them, none wider than
 * twice the tolerance; round numbers of the form m × 10^k around which more runs lie, within
 * the tolerance, than chance would put there. `tolerance` is relative (0.1 = 10%).
 * Runs whose row says "no budget" are never grouped.
 */
export function groupBudgets(runs: readonly Run[], tolerance: number): BudgetGrouping {
  const candidates = runs.filter((run) => run.statedBudget !== 'none')
  const found =
    statedBudgets(candidates) ??
    clusteredBudgets(candidates, tolerance) ??
    roundBudgets(candidates, tolerance)
  const groups: BudgetGroup[] = []
  for (const [nominalFlops, members] of found.members) {
    if (!hasDistinct(members, MIN_RUNS_PER_BUDGET, firstScale)) continue
    const realisedFlops = members.reduce((sum, run) => sum + run.computeFlops, 0) / members.length
    groups.push({ nominalFlops, realisedFlops, runs: members })
  }
  groups.sort((a, b) => a.nominalFlops - b.nominalFlops)
  const isWhole = sum(groups, (group) => group.runs.length) === runs.length
  const grouped = new Set(isWhole ? [] : groups.flatMap((group) => group.runs))
  const ungrouped = isWhole ? [] : runs.filter((run) => !grouped.has(run))
  return { method: found.method, groups, ungrouped }
}

/** The scale of a run by the first metric that it has. */
function firstScale({ scale }: Run): number | undefined {
  return Object.values(scale)[0]
}

function statedBudgets(runs: readonly Run[]): BudgetMembers | null {
  const members = new Map<number, Run[]>()
  let statedCount = 0
  for (const run of runs) {
    if (typeof run.statedBudget !== 'number') continue
    statedCount++
    const group = members.get(run.statedBudget)
    if (group === undefined) members.set(run.statedBudget, [run])
    else group.push(run)
  }
  return statedCount * 2 >= runs.length && statedCount > 0 ? { method: 'stated', members } : null
}
