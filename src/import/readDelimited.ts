import Papa from 'papaparse'
import type { ImportIssue } from './importIssue.ts'
import { parseNumber } from './parseNumber.ts'
import { refuse } from './refuse.ts'
import type { TableResult, TableRow } from './table.ts'

/**
 * Reads delimited text (comma, semicolon, tab or bar, found by itself) as a table. The first
 * row that is neither blank nor a `#` comment is the header; headings that repeat are numbered.
 * Ragged rows are kept, filled or cut to the header, with a remark each. Lines are those of the
 * file, also after quoted line breaks.
 */
export function readDelimited(text: string): TableResult {
  const rows: { line: number; cells: readonly string[] }[] = []
  const issues: ImportIssue[] = []
  let line = 1
  let consumed = 0
  const newlines = lineCounter(text)
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '|'],
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      rows.push({ line, cells: data })
      if (errors.some((error) => error.code === 'MissingQuotes')) {
        issues.push({ severity: 'remark', code: 'unclosed-quote', line })
      }
      line += newlines(consumed, meta.cursor)
      consumed = meta.cursor
    },
  })
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const headerAt = filled.findIndex(({ cells }) => !(cells[0] ?? '').trimStart().startsWith('#'))
  const first = filled[headerAt]
  if (first === undefined) return refuse('no-header')
  if (first.cells.every((cell) => cell.trim() === '' || parseNumber(cell) !== null)) {
    return refuse('no-header', first.cells.join(', '))
  }
  const header = distinctHeadings(first.cells)
  const body = filled.slice(headerAt + 1)
  if (body.length === 0) return refuse('no-rows')
  const width = header.length
  const table = {
    header,
    rows: body.map(({ line: at, cells }): TableRow => {
      if (cells.length !== width) {
        issues.push({
          severity: 'remark',
          code: 'ragged-row',
          line: at,
          found: `${cells.length} of ${width}`,
        })
      }
      return { line: at, cells: header.map((_, column) => cells[column] ?? '') }
    }),
  }
  return { status: 'read', table, issues }
}

function distinctHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell) => {
    const heading = cell.trim()
    const count = (seen.get(heading) ?? 0) + 1
    seen.set(heading, count)
    return count === 1 ? heading : `${heading} (${count})`
  })
}

/** Counts the line ends between two offsets of the text, whatever its convention. */
function lineCounter(text: string): (from: number, to: number) => number {
  return (from, to) => text.slice(from, to).match(/\r\n|\n|\r/g)?.length ?? 0
}
