import type { Steps } from '../../numerics/steps.ts'
import { packTexts, textAt, type PackedTexts } from './packedTexts.ts'
import type { Table, TableRow } from './table.ts'

/** A table as it goes from thread to thread and into a database: a few long values for many short ones. */
export interface PackedTable {
  readonly header: readonly string[]
  /** By row. */
  readonly lines: Float64Array
  /** Row after row, as many cells as headings each. */
  readonly cells: PackedTexts
  /** The rows that have more than cells, by place. */
  readonly marked: ReadonlyMap<number, Omit<TableRow, 'line' | 'cells'>>
}

/** Rows that are unpacked between two pauses. */
const ROWS_A_STEP = 4000

/** What a table was unpacked from: it goes on, into the database, as it came. */
const unpackedFrom = new WeakMap<Table, PackedTable>()

export function packTable(table: Table): PackedTable {
  const before = unpackedFrom.get(table)
  if (before !== undefined) return before
  const { header, rows } = table
  const marked = new Map<number, Omit<TableRow, 'line' | 'cells'>>()
  const cells: string[] = []
  rows.forEach((row, i) => {
    const { line: _, cells: ofRow, ...marks } = row
    if (Object.keys(row).length > 2) marked.set(i, marks)
    for (let column = 0; column < header.length; column++) cells.push(ofRow[column] ?? '')
  })
  return {
    header,
    lines: Float64Array.from(rows, ({ line }) => line),
    cells: packTexts(cells),
    marked,
  }
}

/** The table again, with pauses. */
export function* unpackTable(packed: PackedTable): Steps<Table> {
  const { header, lines, cells, marked } = packed
  const rows: TableRow[] = []
  for (const [i, line] of lines.entries()) {
    if (i > 0 && i % ROWS_A_STEP === 0) yield i / lines.length
    const ofRow = header.map((_, column) => textAt(cells, i * header.length + column))
    rows.push({ line, cells: ofRow, ...marked.get(i) })
  }
  const table = { header, rows }
  unpackedFrom.set(table, packed)
  return table
}
