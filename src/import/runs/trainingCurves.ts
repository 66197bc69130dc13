import type { ColumnMapping } from '../columns/columnMapping.ts'
import { words } from '../fields/heading.ts'
import type { Field } from '../fields/field.ts'
import type { LoggedRun, StepLog } from '../logs/stepLog.ts'
import type { SweepFile } from '../sources/sweepFile.ts'
import type { Table } from '../tables/table.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { TrainingCurve } from '../../scaling/curves/trainingCurve.ts'
import { lossConversion } from './lossConversion.ts'

/**
 * The training curves of runs that were reduced from logs to their final loss. Compute grows with the tokens or the
 * compute that the log has, else with the steps, and ends at the compute of the run; losses are converted as the run's
 * was. Runs of files without steps have no curve.
 */
export function trainingCurves(
  files: readonly SweepFile[],
  table: Table,
  mapping: ColumnMapping,
  runs: readonly Run[],
): readonly TrainingCurve[] {
  const loggedRuns = new Map<string, { readonly log: StepLog; readonly run: LoggedRun }>()
  for (const { name, source } of files) {
    const { log } = source
    if (log === null) continue
    for (const run of log.runs) loggedRuns.set(keyOf(name, run.firstLine), { log, run })
  }
  const [only] = files.length === 1 ? files : []
  const headingOf = (field: Field): string | null => {
    const column = mapping[field]?.columns[0]
    return column === undefined ? null : (table.header[column] ?? null)
  }
  const loss = headingOf('loss')
  const progress = [headingOf('tokens'), headingOf('computeFlops')]
  // Units but perplexity are multiples of nats, and a multiple is met by the loss of the run itself.
  const { convert } = lossConversion(mapping.loss?.unit ?? 'nats/token', null)
  return runs.flatMap((run) => {
    const logged = loggedRuns.get(keyOf(only?.name ?? run.source ?? '', run.line))
    const losses = logged === undefined ? undefined : seriesHeaded(logged.log, loss)
    if (logged === undefined || losses === undefined) return []
    const spent = progress
      .map((heading) => seriesHeaded(logged.log, heading))
      .find((values) => values !== undefined && values !== losses)
    return curveOf(run, logged.run, spent ?? logged.log.steps, losses, (value) =>
      convert(value, Number.NaN),
    )
  })
}

function keyOf(fileName: string, line: number): string {
  return `${line} ${fileName}`
}

function seriesHeaded(
  { header, series }: StepLog,
  heading: string | null,
): Float64Array | undefined {
  if (heading === null) return undefined
  const column = header.findIndex((other) => words(other) === words(heading))
  return series.get(column)
}

function curveOf(
  run: Run,
  { start, end }: LoggedRun,
  spent: Float64Array,
  losses: Float64Array,
  toNats: (loss: number) => number,
): readonly TrainingCurve[] {
  const points: { readonly spent: number; readonly loss: number }[] = []
  let all = 0
  for (let row = start; row < end; row++) {
    const at = spent[row] ?? Number.NaN
    const loss = toNats(losses[row] ?? Number.NaN)
    if (at > all) all = at
    const last = points.at(-1)?.spent ?? 0
    if (at > last && Number.isFinite(loss)) points.push({ spent: at, loss })
  }
  const final = points.at(-1)
  if (final === undefined || points.length < 2) return []
  return [
    {
      run,
      computeFlops: Float64Array.from(points, (point) => (run.computeFlops * point.spent) / all),
      loss: Float64Array.from(points, (point) => (run.loss * point.loss) / final.loss),
    },
  ]
}
