import { parseDictionary } from './parseDictionary.ts'
import { recordTable } from './recordTable.ts'
import type { Table, TableRow } from './table.ts'

/**
 * A table in which each column of dictionaries (`{'lr': 0.0003, 'n_layer': 12}`) has become one
 * column a key, headed `config.lr`. A table without such a column is handed back as it is.
 */
export function expandDictionaries(table: Table): Table {
  const holds = table.header.map((_, column) => {
    const cellOf = (row: TableRow): string => (row.cells[column] ?? '').trim()
    const first = table.rows.find((row) => cellOf(row) !== '')
    if (first === undefined || !cellOf(first).startsWith('{')) return false
    return table.rows.every((row) => cellOf(row) === '' || parseDictionary(cellOf(row)) !== null)
  })
  if (!holds.includes(true)) return table
  const expanded = recordTable(
    table.rows.map(({ line, cells }) => ({
      line,
      record: Object.fromEntries(table.header.map((heading, i) => [heading, cells[i] ?? ''])),
    })),
  )
  return {
    header: expanded.header,
    rows: expanded.rows.map((row, i) => ({ ...table.rows[i], ...row })),
  }
}
