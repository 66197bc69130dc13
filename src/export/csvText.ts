import Papa from 'papaparse'

/**
 * Rows as CSV that spreadsheets read without running anything: text that a spreadsheet would take
 * for a formula gets an apostrophe before it, which the importer takes off again. Numbers are
 * written in full.
 */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const safe = (cell: string | number): string =>
    typeof cell === 'number' ? String(cell) : cell.replace(/^('*[=+\-@\t\r])/, "'$1")
  return `${Papa.unparse([header.map(safe), ...rows.map((row) => row.map(safe))], { newline: '\n' })}\n`
}
