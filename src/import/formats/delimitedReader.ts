import Papa from 'papaparse'
import { hasDecimalComma, withDecimalPoint } from './decimalComma.ts'
import { distinctHeadings } from '../tables/distinctHeadings.ts'
import type { ImportIssue, ImportIssueCode } from '../issues/importIssue.ts'
import { parseNumber } from '../../notation/parseNumber.ts'
import { withSecondHeading } from '../tables/secondHeading.ts'

/** Text that is looked at before the header, the delimiter and the decimal mark are decided. */
const LOOKED_AT = 262_144
/** Ragged rows that are named one by one; the others are counted. */
const MOST_NAMED = 1000
/** Characters after which a record that has not ended is read as lines. */
const LONGEST_RECORD = 24_000_000
/** Longer cells are no values, and would hold up whatever shows them. */
const LONGEST_CELL = 100_000

/** Where the rows of a delimited file go, in order of the file. */
export interface RowSink {
  readonly onHeader: (header: readonly string[]) => void
  /** `cells` are as many as the headings. `line` is 1-based, that of the row's first line. */
  readonly onRow: (line: number, cells: readonly string[]) => void
}

/** Reads text that arrives in pieces. */
export interface DelimitedReader {
  readonly push: (text: string) => void
  /** After the last piece: remarks, or the one reason why nothing could be read. */
  readonly end: () =>
    | { readonly status: 'read'; readonly issues: readonly ImportIssue[] }
    | { readonly status: 'refused'; readonly code: ImportIssueCode; readonly found?: string }
}

/**
 * Reads delimited text (comma, semicolon, tab or bar, found by itself) row by row. The first row
 * that is neither blank nor a `#` comment is the header, or the last comment where that row has
 * numbers and the comment as many words; a second row of names or units is joined to it; headings that
 * repeat are numbered. A row that repeats the header is skipped, ragged
 * rows are filled or cut to it, decimal commas become points, each with a remark. Lines are those of
 * the file, also after quoted line breaks, whatever its line ends; within cells they become line
 * feeds.
 *
 * Text without quotation marks is split directly, which is several times faster; any other goes
 * through Papa Parse.
 */
export function delimitedReader({ onHeader, onRow }: RowSink): DelimitedReader {
  const issues: ImportIssue[] = []
  let pending = ''
  let carriageReturn = ''
  let line = 1
  let rows = 0
  let ragged = 0
  let dialect: Dialect | null = null

  const take = (cells: readonly string[], at: number): void => {
    const known = dialect
    if (known === null || (isBlank(cells[0] ?? '') && cells.every(isBlank))) return
    const { width } = known
    if (cells.length === width && known.rawHeader.every((heading, i) => heading === cells[i])) {
      issues.push({ severity: 'remark', code: 'repeated-header', line: at })
      return
    }
    rows++
    const long = cells.findIndex((cell) => cell.length > LONGEST_CELL)
    if (long >= 0) {
      const found = (cells[long] ?? '').slice(0, 40)
      const column = known.rawHeader[long] ?? ''
      issues.push({ severity: 'row-left-out', code: 'long-cell', line: at, column, found })
      return
    }
    let fitted = cells
    if (cells.length !== width) {
      ragged++
      if (ragged <= MOST_NAMED) {
        const found = `${cells.length}/${width}`
        issues.push({ severity: 'remark', code: 'ragged-row', line: at, found })
      }
      fitted = known.rawHeader.map((_, column) => cells[column] ?? '')
    }
    onRow(at, known.decimalComma ? fitted.map(withDecimalPoint) : fitted)
  }

  const readBlock = (block: string): void => {
    const delimiter = dialect?.delimiter ?? ','
    if (!block.includes('"')) {
      let from = 0
      while (from < block.length) {
        const end = block.indexOf('\n', from)
        const stop = end < 0 ? block.length : end
        if (stop > from) take(block.slice(from, stop).split(delimiter), line)
        if (end >= 0) line++
        from = stop + 1
      }
      return
    }
    readQuoted(block, delimiter)
  }

  /**
   * Rows of text with quotation marks. A record over several lines that ends in a quotation mark out of
   * place, in none, or with another number of cells than the header was opened by a mark that does not
   * close: its first line is left out, and reading goes on with the next.
   */
  const readQuoted = (block: string, delimiter: string): void => {
    let start = 0
    while (start < block.length) {
      const rest = start === 0 ? block : block.slice(start)
      let consumed = 0
      const astray = { resume: -1 }
      Papa.parse<string[]>(rest, {
        delimiter,
        newline: '\n',
        skipEmptyLines: false,
        step: ({ data, errors, meta }, parser) => {
          const lines = linesBetween(rest, consumed, meta.cursor)
          const isLast = meta.cursor >= rest.length && !rest.endsWith('\n')
          const isAstray =
            lines + (isLast ? 1 : 0) > 1 &&
            (errors.some((error) => error.type === 'Quotes') || data.length !== dialect?.width)
          if (isAstray) {
            const end = rest.indexOf('\n', consumed)
            const found = rest.slice(consumed, end).trim().slice(0, 80)
            issues.push({ severity: 'row-left-out', code: 'unclosed-quote', line, found })
            line++
            astray.resume = end + 1
            parser.abort()
            return
          }
          if (errors.some((error) => error.code === 'MissingQuotes')) {
            const found = rest.slice(consumed).trim().slice(0, 80)
            issues.push({ severity: 'row-left-out', code: 'unclosed-quote', line, found })
          } else take(data, line)
          line += lines
          consumed = meta.cursor
        },
      })
      if (astray.resume < 0) return
      start += astray.resume
    }
  }

  /** Decides on the dialect once enough text is there; false when there is no header in it. */
  const start = (): boolean => {
    const preamble = readPreamble(pending)
    line = preamble.line
    pending = pending.slice(preamble.offset)
    if (pending.trim() === '') return false
    const delimiter = preamble.delimiter ?? guessDelimiter(pending)
    const looked = Papa.parse<string[]>(pending.slice(0, LOOKED_AT), {
      delimiter,
      newline: '\n',
      skipEmptyLines: 'greedy',
      preview: 200,
    })
    const [first = [], ...others] = looked.data
    const isNumber = (cell: string): boolean => parseNumber(cell) !== null
    const headless = first.every((cell) => cell.trim() === '' || isNumber(cell))
    const commented = Papa.parse<string[]>(preamble.lastComment, { delimiter }).data[0] ?? []
    const inComment =
      commented.length === first.length &&
      first.some(isNumber) &&
      commented.every((cell) => cell.trim() !== '' && !isNumber(cell)) &&
      (commented.length > 1 || headless)
    const [second = [], ...below] = others
    const double = inComment ? null : withSecondHeading(first, second, below.slice(0, 50))
    const rawHeader = inComment ? commented : (double ?? first)
    const decimalComma = hasDecimalComma(others.flat(), delimiter)
    if (decimalComma) {
      const found =
        others
          .flat()
          .find((cell) => withDecimalPoint(cell) !== cell)
          ?.trim() ?? ''
      issues.push({ severity: 'remark', code: 'decimal-comma', found })
    }
    dialect = {
      delimiter,
      decimalComma,
      rawHeader,
      width: rawHeader.length,
      headless: headless && !inComment,
    }
    if (dialect.headless) return true
    if (!inComment) {
      const cut = endOfRecords(pending, double === null ? 1 : 2) ?? pending.length
      line += linesBetween(pending, 0, cut)
      pending = pending.slice(cut)
    }
    onHeader(distinctHeadings(rawHeader))
    return true
  }

  return {
    push: (text) => {
      const arrived = carriageReturn + text
      // A carriage return at the very end may be half of a line end.
      carriageReturn = arrived.endsWith('\r') ? '\r' : ''
      pending += withLineFeeds(arrived.slice(0, arrived.length - carriageReturn.length))
      if (dialect === null && (pending.length < LOOKED_AT || !start())) return
      if (dialect?.headless === true) return
      const cut =
        endOfRecords(pending) ??
        (pending.length > LONGEST_RECORD ? pending.lastIndexOf('\n') + 1 : 0)
      readBlock(pending.slice(0, cut))
      pending = pending.slice(cut)
    },
    end: () => {
      pending += withLineFeeds(carriageReturn)
      if (dialect === null && !start()) return { status: 'refused', code: 'no-header' }
      if (dialect?.headless === true) {
        return { status: 'refused', code: 'no-header', found: dialect.rawHeader.join(', ') }
      }
      readBlock(pending)
      pending = ''
      if (rows === 0) return { status: 'refused', code: 'no-rows' }
      if (ragged > MOST_NAMED) {
        const last = issues.findLastIndex(({ code }) => code === 'ragged-row')
        const issue = issues[last]
        if (issue !== undefined) issues[last] = { ...issue, rows: ragged - MOST_NAMED + 1 }
      }
      return { status: 'read', issues }
    },
  }
}

interface Dialect {
  readonly delimiter: string
  readonly decimalComma: boolean
  readonly rawHeader: readonly string[]
  readonly width: number
  /** Whether the first row holds only numbers and nothing else names the columns. */
  readonly headless: boolean
}

/** What stands before the header: blank lines, comments, and a spreadsheet's `sep=;`. */
function readPreamble(text: string): {
  readonly offset: number
  readonly line: number
  readonly lastComment: string
  readonly delimiter: string | null
} {
  const skipped = /[^\S\n]*(?:#([^\n]*)|sep=(.))?[^\S\n]*\n/iy
  let offset = 0
  let line = 1
  let lastComment = ''
  let delimiter: string | null = null
  for (let match = skipped.exec(text); match !== null; match = skipped.exec(text)) {
    if (match[1] !== undefined) lastComment = match[1].trim()
    if (match[2] !== undefined) delimiter = match[2]
    offset = skipped.lastIndex
    line++
  }
  return { offset, line, lastComment, delimiter }
}

/** The delimiter by the rows from the header on: comments and blank lines would mislead. */
function guessDelimiter(body: string): string {
  const looked = Papa.parse<string[]>(body.slice(0, LOOKED_AT), {
    delimitersToGuess: [',', '\t', ';', '|'],
    skipEmptyLines: true,
    preview: 1,
  })
  return looked.meta.delimiter
}

/**
 * The offset after the last line feed that stands outside quotation marks, or after the `count`th;
 * null when there is none. The text begins outside them.
 */
function endOfRecords(text: string, count = Number.POSITIVE_INFINITY): number | null {
  if (count === Number.POSITIVE_INFINITY && !text.includes('"')) {
    const last = text.lastIndexOf('\n')
    return last < 0 ? null : last + 1
  }
  let inQuotes = false
  let found: number | null = null
  let seen = 0
  for (let at = 0; at < text.length && seen < count; at++) {
    const character = text[at]
    if (character === '"') inQuotes = !inQuotes
    else if (character === '\n' && !inQuotes) {
      found = at + 1
      seen++
    }
  }
  return found
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === ''
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Line feeds between two offsets of the text. */
function linesBetween(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count++
  return count
}
