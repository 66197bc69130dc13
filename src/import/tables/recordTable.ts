import { cellText } from './cellText.ts'
import { distinctHeadings } from './distinctHeadings.ts'
import { isRecord, type JsonRecord } from './jsonRecord.ts'
import { parseDictionary } from './parseDictionary.ts'
import type { Table } from './table.ts'

/** Objects within objects that become columns; a file nested without end must not end the stack. */
const DEEPEST = 16

/**
 * Records as a table: columns are the keys in order of first appearance, nested keys joined by a
 * dot; a text that holds a dictionary, as Python or JSON writes it, counts as nested. A list within
 * a record is no quantity, and only its length is kept.
 */
export function recordTable(
  records: readonly { readonly line: number; readonly record: JsonRecord }[],
): Table {
  const columns = new Map<string, number>()
  const flat = records.map(({ line, record }) => {
    const cells: string[] = []
    flatten(record, '', 1, (key, cell) => {
      const column = columns.get(key) ?? columns.size
      columns.set(key, column)
      cells[column] = cell
    })
    return { line, cells }
  })
  const header = [...columns.keys()]
  return {
    header: distinctHeadings(header),
    rows: flat.map(({ line, cells }) => ({ line, cells: header.map((_, i) => cells[i] ?? '') })),
  }
}

function flatten(
  record: JsonRecord,
  path: string,
  depth: number,
  put: (key: string, cell: string) => void,
): void {
  for (const [key, value] of Object.entries(record)) {
    const name = path === '' ? key : `${path}.${key}`
    const nested = typeof value === 'string' ? parseDictionary(value) : value
    if (isRecord(nested) && depth < DEEPEST) flatten(nested, name, depth + 1, put)
    else put(name, cellText(value))
  }
}
