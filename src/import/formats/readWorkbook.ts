import { cellText } from '../tables/cellText.ts'
import { distinctHeadings } from '../tables/distinctHeadings.ts'
import { guessMapping } from '../columns/guessMapping.ts'
import { parseNumber } from '../../notation/parseNumber.ts'
import { refuse } from './refuse.ts'
import { withSecondHeading } from '../tables/secondHeading.ts'
import type { Table, TableResult } from '../tables/table.ts'

/**
 * Reads an XLSX workbook as a table: the first sheet with a column that is recognised as a loss, else
 * the one with most rows. The header of a sheet is its first row of names that is about as wide as
 * the rows below, so that titles above the table do not matter; a
 * second row of names or units is joined to it. `line` is the row of the sheet.
 */
export async function readWorkbook(bytes: ArrayBuffer): Promise<TableResult> {
  const { default: readXlsxFile } = await import('read-excel-file/universal')
  try {
    const sheets = await readXlsxFile(bytes)
    const tables = sheets.flatMap(({ data }) => tableOf(data) ?? [])
    const table =
      tables.find((candidate) => guessMapping(candidate).loss !== undefined) ??
      tables.toSorted((a, b) => b.rows.length - a.rows.length)[0]
    return table === undefined ? refuse('bad-workbook') : { status: 'read', table, issues: [] }
  } catch {
    return refuse('bad-workbook')
  }
}

function tableOf(data: readonly (readonly unknown[])[]): Table | null {
  const rows = data
    .map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => cellText(cell).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length
  const widest = Math.max(0, ...rows.map(({ cells }) => filled(cells)))
  const headerAt = rows.findIndex(
    ({ cells }) =>
      filled(cells) * 2 >= widest &&
      cells.every((cell) => cell === '' || parseNumber(cell) === null),
  )
  const first = rows[headerAt]?.cells
  if (first === undefined || rows.length <= headerAt + 1) return null
  const [second, ...below] = rows.slice(headerAt + 1, headerAt + 52).map(({ cells }) => cells)
  const double = withSecondHeading(first, second ?? [], below)
  const header = double ?? first
  return {
    header: distinctHeadings(header),
    rows: rows
      .slice(headerAt + (double === null ? 1 : 2))
      .map(({ line, cells }) => ({ line, cells: header.map((_, i) => cells[i] ?? '') })),
  }
}
