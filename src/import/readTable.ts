import { decodeText } from './decodeText.ts'
import { readDelimited } from './readDelimited.ts'
import { readRecords } from './readRecords.ts'
import { refuse } from './refuse.ts'
import type { TableResult } from './table.ts'

/** Larger files would fill the page's memory several times over while they are read. */
export const MAX_FILE_BYTES = 200_000_000

/**
 * Reads a file's bytes as a table of text: JSON (an array of objects, or `{runs: […]}`), JSON
 * Lines, otherwise delimited text. What the file is called does not matter, only its structure.
 *
 * Never throws because of the bytes: a file in which nothing can be read is refused with one issue.
 */
export function readTable(bytes: Uint8Array): TableResult {
  if (bytes.length > MAX_FILE_BYTES) return refuse('file-too-large')
  const text = decodeText(bytes)
  if (text === null) return refuse('not-text')
  const start = text.trimStart()
  if (start === '') return refuse('empty-file')
  return start.startsWith('[') || start.startsWith('{') ? readRecords(text) : readDelimited(text)
}
