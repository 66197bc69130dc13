import type { ImportIssue } from '../issues/importIssue.ts'
import { joinTables } from './joinTables.ts'
import { rowsWhere, type RowCondition } from '../tables/rowCondition.ts'
import { fileTable, type RowChoices, type SweepFile } from './sweepFile.ts'
import type { Table } from '../tables/table.ts'

/** Which rows of a sweep's files are runs of it, and how rows become runs. */
export interface TableChoices extends RowChoices {
  /** Only rows that meet all of these: one population of a file that holds several. */
  readonly conditions: readonly RowCondition[]
}

/** The rows of runs of a sweep's files, joined where there are several, and what reading them said. */
export function sweepTable(
  files: readonly SweepFile[],
  choices: TableChoices,
): { readonly table: Table; readonly issues: readonly ImportIssue[] } {
  const [only] = files
  if (files.length === 1 && only !== undefined) {
    return { table: rowsWhere(fileTable(only, choices), choices.conditions), issues: only.issues }
  }
  const { table, merged } = joinTables(
    files.map((file) => ({ name: file.name, table: fileTable(file, choices) })),
  )
  const issues = files.flatMap(({ name, issues: ofFile }) =>
    ofFile.map((issue) => (issue.line === undefined ? issue : { ...issue, source: name })),
  )
  const remark: ImportIssue = { severity: 'remark', code: 'rows-merged', found: String(merged) }
  return {
    table: rowsWhere(table, choices.conditions),
    issues: merged === 0 ? issues : [remark, ...issues],
  }
}
