import type { ImportIssue } from '../issues/importIssue.ts'
import type { LogReading } from '../logs/logReduction.ts'
import type { Source } from './source.ts'
import type { Table } from '../tables/table.ts'

/** A file as it was read; it never changes, so that it is kept and handed on as a whole. */
export interface SweepFile {
  /** Unique for good. */
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly source: Source
  /** Issues of reading the file; those of its runs come with the mapping. */
  readonly issues: readonly ImportIssue[]
}

/** How the rows of a sweep's files become runs. */
export interface RowChoices {
  readonly oneRowIs: 'run' | 'step'
  /** How a run's losses become one, or points of its curve, where a row is a step. */
  readonly reduction: LogReading
}

/**
 * The rows of runs of one file; its steps reduced, where rows are steps and the file has them. Curves are cut
 * once the runs are known; until then a run is its end.
 */
export function fileTable(
  { source }: Pick<SweepFile, 'source'>,
  { oneRowIs, reduction }: RowChoices,
): Table {
  const reduced = source.reduced?.[reduction === 'budgets' ? 'final' : reduction] ?? null
  const table = oneRowIs === 'step' ? (reduced ?? source.table) : (source.table ?? reduced)
  return table ?? { header: [], rows: [] }
}
