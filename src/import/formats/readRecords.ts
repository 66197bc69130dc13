import type { ImportIssue } from '../issues/importIssue.ts'
import { isRecord, type JsonRecord } from '../tables/jsonRecord.ts'
import { recordTable } from '../tables/recordTable.ts'
import { refuse } from './refuse.ts'
import type { TableResult } from '../tables/table.ts'

const NOT_FINITE = /\b(?:NaN|Infinity)\b/

/**
 * Reads JSON text as a table: an array of objects, or of arrays below one of headings; an object
 * that holds such an array under any one key (`{runs: [...]}`), with what stands beside it; columns of equally long arrays; what
 * pandas writes (columns of objects by row, or `{columns, data}`); one object a line (JSON Lines).
 * `line` is the number of the record, for JSON Lines the line of the file.
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
  const table = recordTable(records)
  return table.header.length === 0 ? refuse('no-header') : { status: 'read', table, issues }
}

function recordsOf(value: unknown): readonly JsonRecord[] | null {
  if (Array.isArray(value)) return value.every(isRecord) ? value : rowsBelowHeader(value)
  if (!isRecord(value)) return null
  const { columns, data } = value
  if (Array.isArray(columns) && Array.isArray(data))
    return rowsBelowHeader([columns, ...(data as unknown[])])
  const entries = Object.entries(value)
  const lists = entries.filter(
    ([, list]) => Array.isArray(list) && list.length > 0 && list.every(isRecord),
  )
  if (lists.length === 1) return withConstants(lists[0]?.[1] as readonly JsonRecord[], entries)
  if (Array.isArray(value['runs'])) return recordsOf(value['runs'])
  return columnsByIndex(entries) ?? objectsOfObjects(entries) ?? [value]
}

/**
 * `{"log_history": [{…}, …], "total_flos": 1e18}`, as a trainer writes its state, or `{"runs": […],
 * "seq_len": 2048}`: what stands beside the list holds for each of its records that says nothing else.
 */
function withConstants(
  records: readonly JsonRecord[],
  entries: readonly [string, unknown][],
): readonly JsonRecord[] {
  const constants = entries.filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  )
  if (constants.length === 0) return records
  return records.map((record) => ({
    ...record,
    ...Object.fromEntries(constants.filter(([key]) => !Object.hasOwn(record, key))),
  }))
}

/** `[["flops", "loss"], [1e18, 3.1], …]`. */
function rowsBelowHeader(rows: readonly unknown[]): readonly JsonRecord[] | null {
  const [header, ...others] = rows
  if (!Array.isArray(header) || !header.every((cell) => typeof cell === 'string')) return null
  if (!others.every((row) => Array.isArray(row))) return null
  return others.map((row) =>
    Object.fromEntries(header.map((key, i) => [key, (row as unknown[])[i]])),
  )
}

/** `{"flops": [1e18, …], "loss": [3.1, …]}`. */
function columnsByIndex(entries: readonly [string, unknown][]): readonly JsonRecord[] | null {
  const [first] = entries
  const length = Array.isArray(first?.[1]) ? first[1].length : -1
  if (!entries.every(([, column]) => Array.isArray(column) && column.length === length)) return null
  return Array.from({ length: Math.max(0, length) }, (_, i) =>
    Object.fromEntries(entries.map(([key, column]) => [key, (column as unknown[])[i]])),
  )
}

/**
 * `{"flops": {"0": 1e18, …}, "loss": {"0": 3.1, …}}`, as pandas writes columns, or
 * `{"run-a": {"flops": 1e18, "loss": 3.1}, …}`, records under their names.
 */
function objectsOfObjects(entries: readonly [string, unknown][]): readonly JsonRecord[] | null {
  const [first] = entries
  if (entries.length < 2 || !isRecord(first?.[1])) return null
  const keys = Object.keys(first[1])
  const same = entries.every(
    ([, object]) =>
      isRecord(object) &&
      Object.keys(object).length === keys.length &&
      keys.every((key) => Object.hasOwn(object, key)),
  )
  if (keys.length === 0 || !same) return null
  if (!keys.every((key) => /^\d+$/.test(key))) {
    return entries.map(([name, record]) => ({ name, ...(record as JsonRecord) }))
  }
  return keys.map((row) =>
    Object.fromEntries(entries.map(([key, column]) => [key, (column as JsonRecord)[row]])),
  )
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
