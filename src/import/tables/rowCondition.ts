import type { Table, TableRow } from './table.ts'

/** Only rows with this text in a column: one population of a file that holds several. */
export interface RowCondition {
  /** Heading of the column as the file spells it. */
  readonly heading: string
  /** The cell, without spaces around it; empty where the cell is. */
  readonly value: string
}

/** The rows of a table that meet every condition; a column that is missing counts as empty. */
export function rowsWhere(table: Table, conditions: readonly RowCondition[]): Table {
  if (conditions.length === 0) return table
  const wanted = conditions.map(({ heading, value }) => ({
    column: table.header.indexOf(heading),
    value,
  }))
  const meets = (row: TableRow): boolean =>
    wanted.every(({ column, value }) => (row.cells[column] ?? '').trim() === value)
  return { header: table.header, rows: table.rows.filter(meets) }
}
