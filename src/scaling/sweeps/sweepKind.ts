import type { BudgetGrouping } from '../budgets/budgetGroups.ts'
import type { Run } from '../runs/run.ts'

/**
 * What a sweep can answer: `isoflop` has budgets with several model scales each;
 * `hyperparameters` repeats few (scale, tokens) cells at many learning rates and batch sizes;
 * `scattered` has neither, and only a parametric surface applies to it.
 */
export type SweepKind = 'isoflop' | 'hyperparameters' | 'scattered'

/** A (scale, tokens) cell with at least this many runs at different settings counts as a grid. */
const LEAST_CELL = 5

/**
 * Tells a sweep's kind from its runs and their grouping. A hyperparameter sweep is recognised
 * first, because its cells also share their compute.
 */
export function sweepKind(runs: readonly Run[], grouping: BudgetGrouping): SweepKind {
  const cells = new Map<string, Run[]>()
  // Runs of which no setting is known are no grid of settings.
  const isSet = (run: Run): boolean =>
    run.learningRate !== undefined || run.batchTokens !== undefined
  for (const run of runs.filter(isSet)) {
    const scale = Object.values(run.scale)[0] ?? 0
    const key = `${scale.toPrecision(6)}/${run.tokens.toPrecision(6)}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [run])
    else cell.push(run)
  }
  let inGrids = 0
  for (const cell of cells.values()) {
    const settings = new Set(
      cell.map((run) => `${run.learningRate ?? ''}/${run.batchTokens ?? ''}`),
    )
    if (cell.length >= LEAST_CELL && settings.size >= LEAST_CELL) inGrids += cell.length
  }
  if (inGrids * 2 >= runs.length && inGrids > 0) return 'hyperparameters'
  return grouping.groups.length > 0 ? 'isoflop' : 'scattered'
}
