import type { ColumnMapping } from './columnMapping.ts'
import type { Field, Unit } from './field.ts'
import type { ImportIssue } from './importIssue.ts'
import { parseNumber } from './parseNumber.ts'
import type { Table, TableRow } from './table.ts'

/** What one unit of a column is in the base unit of its field. */
const TO_BASE: Readonly<Partial<Record<Unit, number>>> = {
  GFLOPs: 1e9,
  TFLOPs: 1e12,
  PFLOPs: 1e15,
  'PF-days': 8.64e19,
  'M parameters': 1e6,
  'B parameters': 1e9,
  'M tokens': 1e6,
  'B tokens': 1e9,
}

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
  /** The same where it may be missing: null when it is not a finite number above zero. */
  readonly optional: (row: TableRow, field: Field) => number | null
  readonly text: (row: TableRow, field: Field) => string
}

/** Makes the reader of a table's cells; units become base units here and nowhere else. */
export function cellReader(table: Table, mapping: ColumnMapping): CellReader {
  const text = (row: TableRow, field: Field): string =>
    (row.cells[mapping[field]?.columns[0] ?? -1] ?? '').trim()

  const positive = (row: TableRow, field: Field): CellResult => {
    const choice = mapping[field]
    let sum = 0
    for (const column of choice?.columns ?? []) {
      const cell = (row.cells[column] ?? '').trim()
      const value = parseNumber(cell)
      const code =
        cell === ''
          ? 'missing-value'
          : value === null
            ? /^[+-]?(nan|inf(inity)?)$/i.test(cell)
              ? 'not-finite'
              : 'not-a-number'
            : value <= 0
              ? 'not-positive'
              : null
      if (code !== null) {
        // An empty cell of a failed run is explained by the run's status.
        const found = cell === '' ? text(row, 'status') : cell
        const issue: ImportIssue = {
          severity: 'row-left-out',
          code,
          line: row.line,
          column: table.header[column] ?? '',
          field,
          ...(found === '' ? {} : { found: found.slice(0, 80) }),
        }
        return { status: 'wrong', issue }
      }
      sum += value ?? 0
    }
    return { status: 'read', value: sum * (TO_BASE[choice?.unit ?? 'count'] ?? 1) }
  }

  return {
    has: (field) => mapping[field] !== undefined,
    positive,
    optional: (row, field) => {
      if (mapping[field] === undefined) return null
      const cell = positive(row, field)
      return cell.status === 'read' && Number.isFinite(cell.value) ? cell.value : null
    },
    text,
  }
}
