import Papa from 'papaparse'
import type { ImportIssue } from './importIssue.ts'
import { parseNumber } from './parseNumber.ts'
import { refuse } from './refuse.ts'
import type { TableResult, TableRow } from './table.ts'

/**
 * Reads delimited text (comma, semicolon, tab or bar, found by itself) as a table. The first
 * row that is neither blank nor a `#` comment is the header; headings that repeat are numbered.
 * Ragged rows are kept, filled or cut to the header, with a remark each. Lines are those of the
 * file, also after quoted line breaks. A file may mix the line ends of several systems; within
 * cells they all become line feeds.
 */
export function readDelimited(text: string): TableResult {
  const rows: { line: number; cells: readonly string[] }[] = []
  const issues: ImportIssue[] = []
  const header = headerStart(text)
  const body = text.slice(header.offset).replace(/\r\n?/g, '\n')
  let line = header.line
  let consumed = 0
  Papa.parse<string[]>(body, {
    delimiter: guessDelimiter(body),
    newline: '\n',
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      rows.push({ line, cells: data })
      if (errors.some((error) => error.code === 'MissingQuotes')) {
        issues.push({ severity: 'remark', code: 'unclosed-quote', line })
      }
      line += linesBetween(body, consumed, meta.cursor)
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
  const headings = distinctHeadings(first.cells)
  const records = filled.slice(headerAt + 1)
  if (records.length === 0) return refuse('no-rows')
  const width = headings.length
  const table = {
    header: headings,
    rows: records.map(({ line: at, cells }): TableRow => {
      if (cells.length !== width) {
        issues.push({
          severity: 'remark',
          code: 'ragged-row',
          line: at,
          found: `${cells.length} of ${width}`,
        })
      }
      return { line: at, cells: headings.map((_, column) => cells[column] ?? '') }
    }),
  }
  return { status: 'read', table, issues }
}

/** Where the first line begins that is neither blank nor a comment. */
function headerStart(text: string): { readonly offset: number; readonly line: number } {
  const skipped = /[^\S\r\n]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)/y
  let offset = 0
  let line = 1
  while (skipped.test(text)) {
    offset = skipped.lastIndex
    line++
  }
  return { offset, line }
}

/** The delimiter by the rows from the header on: comments and blank lines would mislead. */
function guessDelimiter(body: string): string {
  const looked = Papa.parse<string[]>(body, {
    delimitersToGuess: [',', '\t', ';', '|'],
    skipEmptyLines: true,
    preview: 1,
  })
  return looked.meta.delimiter
}

/** Headings trimmed; one that was there before is numbered, past numbers that are taken. */
function distinctHeadings(cells: readonly string[]): string[] {
  const used = new Set<string>()
  const counts = new Map<string, number>()
  return cells.map((cell) => {
    const heading = cell.trim()
    let count = counts.get(heading) ?? 1
    let distinct = count === 1 ? heading : `${heading} (${count})`
    while (used.has(distinct)) distinct = `${heading} (${++count})`
    counts.set(heading, count + 1)
    used.add(distinct)
    return distinct
  })
}

/** Line feeds between two offsets of the text. */
function linesBetween(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (text[at] === '\n') count++
  return count
}
