import { expandDictionaries } from '../tables/expandDictionaries.ts'
import type { ImportIssue } from '../issues/importIssue.ts'
import { logBuilder, type LogBuilder } from '../logs/logBuilder.ts'
import { LAYOUT_ROWS, logLayout } from '../logs/logLayout.ts'
import { reduceLog } from '../logs/reduceLog.ts'
import type { LongLog, Source, SourceResult } from './source.ts'
import type { LogLayout, StepLog } from '../logs/stepLog.ts'
import type { Table, TableRow } from '../tables/table.ts'
import { wideLog } from '../logs/wideLog.ts'

/** More rows than these belong into a database. */
export const MAX_ROWS = 1_000_000
/** Runs of one sweep that a page can draw and fit while it still answers. */
export const MAX_RUNS = 50_000
/** Rows of a log that are also kept as text, so that a person can say that each is a run. */
const KEPT_ROWS = MAX_RUNS

/** Collects the rows of a file, whatever its format, and decides what they are. */
export interface SourceBuilder {
  readonly add: (line: number, cells: readonly string[]) => void
  /** Call it after each piece of a long file. */
  readonly settle: () => void
  /** `issues` are those of reading the file. */
  readonly finish: (issues: readonly ImportIssue[]) => SourceResult
  /** What the rows so far say of a log; null while they do not say that it is one. */
  readonly longLog: () => LongLog | null
}

/** A collector for a file with a header. `runName` names the run of a log that names none. */
export function sourceBuilder(fileHeader: readonly string[], runName: string): SourceBuilder {
  const wide = wideLog(fileHeader)
  const header = wide?.header ?? fileHeader
  let rows: TableRow[] = []
  let count = 0
  let layout: LogLayout | null = null
  let log: LogBuilder | null = null
  let known: LongLog | null = null

  const decide = (): void => {
    layout = logLayout({ header, rows }, wide?.axis === 'other' ? 0 : null)
    if (layout?.oneRowIs !== 'step') return
    known = columnsOf(header, layout, rows)
    log = logBuilder(header, layout, runName)
    for (const { line, cells } of rows) log.add(line, cells)
  }
  const put = (line: number, cells: readonly string[]): void => {
    count++
    if (count > MAX_ROWS) return
    log?.add(line, cells)
    if (log === null ? count <= MAX_RUNS : count <= KEPT_ROWS) rows.push({ line, cells })
    else if (log !== null && rows.length > 0) rows = []
    if (count === LAYOUT_ROWS) decide()
  }
  const longLog = (): LongLog | null => {
    if (layout === null) decide()
    return known
  }

  return {
    add: (line, cells) => {
      if (wide === null) put(line, cells)
      else for (const row of wide.rowsOf(cells)) put(line, row)
    },
    settle: () => log?.settle(),
    longLog,
    finish: (issues) => {
      if (count > MAX_ROWS) {
        const columns = longLog()
        const issue: ImportIssue = { severity: 'refused', code: 'too-many-rows' }
        return { status: 'refused', issue, ...(columns === null ? {} : { longLog: columns }) }
      }
      if (count < LAYOUT_ROWS) decide()
      if (log === null && count > MAX_RUNS) {
        const issue: ImportIssue = {
          ...{ severity: 'refused', code: 'too-many-runs', found: count.toLocaleString('en') },
        }
        return { status: 'refused', issue }
      }
      const oneRowIs = log === null ? 'run' : 'step'
      if (log === null && layout !== null && count <= KEPT_ROWS) {
        log = logBuilder(header, layout, runName)
        for (const { line, cells } of rows) log.add(line, cells)
      }
      const built = log?.finish() ?? null
      const source: Source = {
        table: rows.length > 0 ? expandDictionaries({ header, rows }) : null,
        log: built?.log ?? null,
        reduced: built === null ? null : reductions(built.log),
        oneRowIs,
        rowCount: count,
      }
      const ofLog = oneRowIs === 'step' ? (built?.issues ?? []) : []
      return { status: 'read', source, issues: [...issues, ...ofLog] }
    },
  }
}

function reductions(log: StepLog): Record<'final' | 'smoothed' | 'minimum', Table> {
  const reduced = (reduction: 'final' | 'smoothed' | 'minimum'): Table =>
    expandDictionaries(reduceLog(log, reduction))
  return {
    final: reduced('final'),
    smoothed: reduced('smoothed'),
    minimum: reduced('minimum'),
  }
}

function columnsOf(
  header: readonly string[],
  layout: LogLayout,
  rows: readonly TableRow[],
): LongLog {
  const heading = (column: number): string => header[column] ?? ''
  const taken = new Set([...layout.runs, layout.step, ...layout.losses, ...layout.ends])
  const filled = (column: number): boolean =>
    rows.some(({ cells }) => (cells[column] ?? '').trim() !== '')
  return {
    runs: layout.runs.map(heading),
    step: heading(layout.step),
    losses: layout.losses.map(heading),
    ends: layout.ends.map(heading),
    constants: header.filter((name, i) => !taken.has(i) && filled(i) && !name.startsWith('_')),
  }
}
