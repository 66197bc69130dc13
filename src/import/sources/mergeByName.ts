import { isEmptyCell } from '../tables/emptyCell.ts'
import { parseNumber } from '../../notation/parseNumber.ts'
import type { TableRow } from '../tables/table.ts'

/**
 * Rows of several files in which those of one run have become one: a history beside the table of its
 * configurations, say. Rows are of one run where their names are the same, each comes from another
 * file, no column holds two different values, and each has what the others lack; the merged row has the cells of all of them, and in
 * the column of files all names. `merged` counts the rows that are gone.
 */
export function mergeByName(
  rows: readonly TableRow[],
  nameColumn: number,
  fileColumn: number,
): { readonly rows: readonly TableRow[]; readonly merged: number } {
  const byName = new Map<string, TableRow[]>()
  for (const row of rows) {
    const name = (row.cells[nameColumn] ?? '').trim()
    if (isEmptyCell(name)) continue
    const same = byName.get(name)
    if (same === undefined) byName.set(name, [row])
    else same.push(row)
  }
  const into = new Map<TableRow, TableRow | null>()
  for (const same of byName.values()) {
    const [first, ...others] = same
    if (first === undefined || others.length === 0) continue
    if (new Set(same.map((row) => row.source)).size < same.length) continue
    const cells = mergedCells(same, fileColumn)
    if (cells === null) continue
    const curveEnd = same.find((row) => row.curveEnd !== undefined)?.curveEnd
    into.set(first, { ...first, cells, ...(curveEnd === undefined ? {} : { curveEnd }) })
    for (const other of others) into.set(other, null)
  }
  const left = rows.flatMap((row) => {
    const merged = into.get(row)
    return merged === undefined ? [row] : merged === null ? [] : [merged]
  })
  return { rows: left, merged: rows.length - left.length }
}

/** The cells of rows that complete each other; null where they contradict or repeat each other. */
function mergedCells(rows: readonly TableRow[], fileColumn: number): string[] | null {
  const merged = [...(rows[0]?.cells ?? [])]
  for (const { cells } of rows.slice(1)) {
    for (const [column, cell] of cells.entries()) {
      const known = merged[column] ?? ''
      if (column === fileColumn) merged[column] = `${known} + ${cell}`
      else if (isEmptyCell(known.trim())) merged[column] = cell
      else if (!isEmptyCell(cell.trim()) && !isSame(known, cell)) return null
    }
  }
  const filled = (cells: readonly string[]): number =>
    cells.filter((cell) => !isEmptyCell(cell.trim())).length
  // Copies of a row complete nothing.
  return rows.every(({ cells }) => filled(cells) < filled(merged)) ? merged : null
}

function isSame(a: string, b: string): boolean {
  if (a.trim() === b.trim()) return true
  const [x, y] = [parseNumber(a), parseNumber(b)]
  return x !== null && x === y
}
