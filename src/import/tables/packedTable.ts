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

export function packTable({ header, rows }: Table): PackedTable {
  const marked = new Map<number, Omit<TableRow, 'line' | 'cells'>>()
  rows.forEach(({ line: _, cells: __, ...marks }, i) => {
    if (Object.keys(marks).length > 0) marked.set(i, marks)
  })
  return {
    header,
    lines: Float64Array.from(rows, ({ line }) => line),
    cells: packTexts(rows.flatMap(({ cells }) => header.map((_, column) => cells[column] ?? ''))),
    marked,
  }
}

/** The table again, with pauses. */
export function* unpackTable({ header, lines, cells, marked }: PackedTable): Steps<Table> {
  const rows: TableRow[] = []
  for (const [i, line] of lines.entries()) {
    if (i > 0 && i % ROWS_A_STEP === 0) yield i / lines.length
    const ofRow = header.map((_, column) => textAt(cells, i * header.length + column))
    rows.push({ line, cells: ofRow, ...marked.get(i) })
  }
  return { header, rows }
}
