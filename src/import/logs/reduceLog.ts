import type { LogReduction } from './logReduction.ts'
import type { LoggedRun, StepLog } from './stepLog.ts'
import type { Table, TableRow } from '../tables/table.ts'

/** Part of the steps, at their end, over which the smoothed final loss is the mean. */
export const SMOOTHED_OVER = 0.05
/** A last loss this many times the lowest of its run has risen again. */
const RISEN = 1.25

/**
 * A training log as a table of runs: one row a run, its losses reduced, all other cells those of
 * its last step that has them. Where no column names the run, one headed `run` is added.
 *
 * - final: the loss of the largest step that has a finite one;
 * - smoothed: the mean of the finite losses at steps >= last - 0.05 (last - first), else the final;
 * - minimum: the smallest finite loss.
 *
 * A row is marked where the last loss of the run is not finite or far above its lowest: the run
 * may have diverged, which the reduced loss alone would hide.
 */
export function reduceLog(log: StepLog, reduction: LogReduction): Table {
  const named = log.layout.runs.length > 0
  const [main] = log.layout.losses
  return {
    header: named ? log.header : [...log.header, 'run'],
    rows: log.runs.map((run): TableRow => {
      const cells = [...run.cells]
      for (const column of log.layout.losses) {
        cells[column] = cellOf(reducedLoss(log, run, column, reduction))
      }
      cells[log.layout.step] = cellOf(log.steps[run.end - 1] ?? Number.NaN)
      const curveEnd = main === undefined ? null : endOfCurve(log, run, main)
      return {
        line: run.firstLine,
        cells: named ? cells : [...cells, run.name],
        ...(curveEnd === null ? {} : { curveEnd }),
      }
    }),
  }
}

/** The loss of one run under a reduction; NaN where no step has a finite one. */
function reducedLoss(
  { steps, series }: StepLog,
  { start, end }: LoggedRun,
  column: number,
  reduction: LogReduction,
): number {
  const values = series.get(column) ?? new Float64Array(0)
  let final = Number.NaN
  let minimum = Number.POSITIVE_INFINITY
  const first = steps[start] ?? 0
  const last = steps[end - 1] ?? 0
  const from = last - SMOOTHED_OVER * (last - first)
  let sum = 0
  let count = 0
  for (let row = start; row < end; row++) {
    const value = values[row] ?? Number.NaN
    if (!Number.isFinite(value)) continue
    final = value
    if (value < minimum) minimum = value
    if ((steps[row] ?? 0) >= from) {
      sum += value
      count++
    }
  }
  if (reduction === 'minimum') return Number.isFinite(minimum) ? minimum : Number.NaN
  return reduction === 'smoothed' && count > 0 ? sum / count : final
}

function endOfCurve(
  log: StepLog,
  run: LoggedRun,
  column: number,
): NonNullable<TableRow['curveEnd']> | null {
  const values = log.series.get(column) ?? new Float64Array(0)
  for (let row = run.end - 1; row >= run.start; row--) {
    const value = values[row] ?? Number.NaN
    if (Number.isNaN(value)) continue
    if (!Number.isFinite(value)) return 'not-finite'
    break
  }
  const smoothed = reducedLoss(log, run, column, 'smoothed')
  return smoothed > RISEN * reducedLoss(log, run, column, 'minimum') ? 'risen' : null
}

function cellOf(value: number): string {
  return Number.isNaN(value) ? '' : String(value)
}
