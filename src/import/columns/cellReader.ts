import type { ColumnMapping } from './columnMapping.ts'
import { isEmptyCell } from '../tables/emptyCell.ts'
import { fieldRange, type Field, type Unit } from '../fields/field.ts'
import type { ImportIssue, ImportIssueCode } from '../issues/importIssue.ts'
import { beyondDoubles } from '../../notation/parseNumber.ts'
import { parseQuantity } from '../fields/quantity.ts'
import type { Table, TableRow } from '../tables/table.ts'

/** A cell read as a positive number in the base unit of its field, or what is wrong with it. */
export type CellResult =
  | { readonly status: 'read'; readonly value: number }
  | { readonly status: 'wrong'; readonly issue: ImportIssue }

/** Reads cells of a table under a mapping. */
export interface CellReader {
  /** Whether the field has a column. */
  readonly has: (field: Field) => boolean
  /** A quantity that must be a number above zero; the columns of a sum are added. */
  readonly positive: (row: TableRow, field: Field) => CellResult
  /** What is wrong with a number of a field that the row could do without; null when nothing is. */
  readonly absurd: (row: TableRow, field: Field) => ImportIssue | null
  /** The same where it may be missing: null when it is not a finite number above zero. */
  readonly optional: (row: TableRow, field: Field) => number | null
  readonly text: (row: TableRow, field: Field) => string
}

/** Statuses that explain no missing value. */
const ENDED_WELL = /^(?:finished|completed?|succe(?:ss|eded)|done)$/i
/** What makes a number no value of its field, whatever the row is. */
const BEYOND_RANGE: ReadonlySet<ImportIssueCode> = new Set(['too-large', 'too-small'])
const NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?)$/i

/** Makes the reader of a table's cells; units become base units here and nowhere else. */
export function cellReader(table: Table, mapping: ColumnMapping): CellReader {
  const text = (row: TableRow, field: Field): string => {
    const column = mapping[field]?.columns[0]
    return column === undefined ? '' : unescaped((row.cells[column] ?? '').trim())
  }

  const ranges = new Map<Field, ReturnType<typeof fieldRange>>()
  const rangeOf = (field: Field, unit: Unit): ReturnType<typeof fieldRange> => {
    const before = ranges.get(field)
    const range = before === undefined ? fieldRange(field, unit) : before
    ranges.set(field, range)
    return range
  }

  const positive = (row: TableRow, field: Field): CellResult => {
    const choice = mapping[field]
    const unit = choice?.unit ?? 'count'
    const range = rangeOf(field, unit)
    const outOfRange = (value: number): ImportIssueCode | null =>
      range === null || value <= 0
        ? null
        : value > range[1]
          ? 'too-large'
          : value < range[0]
            ? 'too-small'
            : null
    let sum = 0
    for (const column of choice?.columns ?? []) {
      const cell = (row.cells[column] ?? '').trim()
      const isEmpty = isEmptyCell(cell)
      const quantity = isEmpty ? null : parseQuantity(cell, field, unit)
      const code = isEmpty
        ? 'missing-value'
        : (quantity === null || quantity.value === 0) && beyondDoubles(cell) !== null
          ? beyondDoubles(cell)
          : quantity === null
            ? NOT_FINITE.test(cell)
              ? 'not-finite'
              : 'not-a-number'
            : quantity.value <= 0
              ? 'not-positive'
              : (outOfRange(quantity.value) ??
                (field === 'loss' && quantity.unit !== null && quantity.unit !== unit
                  ? 'other-unit'
                  : null))
      if (code !== null) {
        const status = text(row, 'status')
        const issue: ImportIssue = {
          severity: 'row-left-out',
          code,
          line: row.line,
          ...(row.source === undefined ? {} : { source: row.source }),
          column: table.header[column] ?? '',
          field,
          unit,
          ...(cell === '' ? {} : { found: cell.slice(0, 80) }),
          // A missing loss of a failed run is explained by the run's status.
          ...(code === 'missing-value' && status !== '' && !ENDED_WELL.test(status)
            ? { runStatus: status.slice(0, 80) }
            : {}),
        }
        return { status: 'wrong', issue }
      }
      sum += quantity?.value ?? 0
    }
    return { status: 'read', value: sum }
  }

  return {
    has: (field) => mapping[field] !== undefined,
    positive,
    absurd: (row, field) => {
      const cell = positive(row, field)
      return cell.status === 'wrong' && BEYOND_RANGE.has(cell.issue.code) ? cell.issue : null
    },
    optional: (row, field) => {
      if (mapping[field] === undefined) return null
      const cell = positive(row, field)
      return cell.status === 'read' && Number.isFinite(cell.value) ? cell.value : null
    },
    text,
  }
}

/** Text without the apostrophe that keeps spreadsheets from reading it as a formula. */
function unescaped(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell
}
