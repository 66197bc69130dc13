import type { ImportIssue } from './importIssue.ts'
import { refuse } from './refuse.ts'
import type { Table, TableResult } from './table.ts'

type JsonRecord = Readonly<Record<string, unknown>>

/** Objects within objects that become columns; a file nested without end must not end the stack. */
const DEEPEST = 16

const NOT_FINITE = /\b(?:NaN|Infinity)\b/

/**
 * Reads JSON text as a table: an array of objects, `{runs: [objects]}`, one object a line
 * (JSON Lines), or an object of equally long arrays. Columns are the keys in order of first
 * appearance, nested keys joined by a dot; a list within a record is no quantity and only its
 * length is kept; `line` is the number of the record, for JSON Lines the line of the file.
 * `NaN` and `Infinity`, which Python writes though JSON has no such numbers, are kept as text, so
 * that a run without a loss is listed and does not cost the whole file.
 */
export function readRecords(text: string): TableResult {
  const whole = parseJson(text)
  if (whole.status === 'parsed') {
    const records = recordsOf(whole.value)
    if (records === null) return refuse('bad-json', text.trim())
    return tableOf(
      records.map((record, i) => ({ line: i + 1, record })),
      [],
    )
  }
  return readJsonLines(text)
}

function readJsonLines(text: string): TableResult {
  const records: { line: number; record: JsonRecord }[] = []
  const issues: ImportIssue[] = []
  text.split(/\r\n|\n|\r/).forEach((lineText, i) => {
    if (lineText.trim() === '') return
    const parsed = parseJson(lineText)
    if (parsed.status === 'parsed' && isRecord(parsed.value)) {
      records.push({ line: i + 1, record: parsed.value })
    } else {
      issues.push({
        severity: 'row-left-out',
        code: 'bad-json',
        line: i + 1,
        found: lineText.trim().slice(0, 80),
      })
    }
  })
  // A broken JSON document is not JSON Lines just because one of its lines happens to parse.
  if (records.length === 0 || issues.length > records.length) return refuse('bad-json', text.trim())
  return tableOf(records, issues)
}

function tableOf(
  records: readonly { readonly line: number; readonly record: JsonRecord }[],
  issues: readonly ImportIssue[],
): TableResult {
  if (records.length === 0) return refuse('no-rows')
  const flat = records.map(({ line, record }) => ({ line, cells: flatten(record) }))
  const header = [...new Set(flat.flatMap(({ cells }) => [...cells.keys()]))]
  if (header.length === 0) return refuse('no-header')
  const table: Table = {
    header,
    rows: flat.map(({ line, cells }) => ({
      line,
      cells: header.map((key) => cells.get(key) ?? ''),
    })),
  }
  return { status: 'read', table, issues }
}

function recordsOf(value: unknown): readonly JsonRecord[] | null {
  if (Array.isArray(value)) return value.every(isRecord) ? value : null
  if (!isRecord(value)) return null
  const runs = value['runs']
  if (Array.isArray(runs)) return runs.every(isRecord) ? runs : null
  const columns = Object.entries(value)
  const length = Array.isArray(columns[0]?.[1]) ? columns[0][1].length : -1
  if (columns.every(([, column]) => Array.isArray(column) && column.length === length)) {
    return Array.from({ length: Math.max(0, length) }, (_, i) =>
      Object.fromEntries(columns.map(([key, column]) => [key, (column as unknown[])[i]])),
    )
  }
  return [value]
}

function flatten(
  record: JsonRecord,
  path: readonly string[] = [],
  into = new Map<string, string>(),
): Map<string, string> {
  for (const [key, value] of Object.entries(record)) {
    const keys = [...path, key]
    const name = keys.join('.')
    if (isRecord(value) && keys.length < DEEPEST) flatten(value, keys, into)
    else into.set(name, cellOf(value))
  }
  return into
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.length} values]`
  return isRecord(value) ? '{…}' : ''
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Parsed = { readonly status: 'parsed'; readonly value: unknown } | { readonly status: 'broken' }

function parseJson(text: string): Parsed {
  const strict = parseStrictJson(text)
  if (strict.status === 'parsed' || !NOT_FINITE.test(text)) return strict
  return parseStrictJson(quoteNotFinite(text))
}

function parseStrictJson(text: string): Parsed {
  try {
    return { status: 'parsed', value: JSON.parse(text) }
  } catch {
    return { status: 'broken' }
  }
}

/** JSON text with each `NaN` and `Infinity` that stands outside quotation marks put into them. */
function quoteNotFinite(text: string): string {
  let inString = false
  return text.replace(/\\.|"|-?\b(?:NaN|Infinity)\b/g, (token) => {
    if (token === '"') inString = !inString
    return !inString && NOT_FINITE.test(token) ? `"${token}"` : token
  })
}
