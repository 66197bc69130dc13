import { decodeText, guessEncoding, HEAD_BYTES } from './decodeText.ts'
import { delimitedReader } from './delimitedReader.ts'
import type { ImportIssueCode } from '../issues/importIssue.ts'
import { readParquet } from './readParquet.ts'
import { readRecords } from './readRecords.ts'
import { readWorkbook } from './readWorkbook.ts'
import { sourceBuilder, type SourceBuilder } from '../sources/sourceBuilder.ts'
import { sourceOfTable } from '../sources/sourceOfTable.ts'
import type { SourceResult } from '../sources/source.ts'

/** Larger files, unpacked, would fill the page's memory several times over while they are read. */
export const MAX_FILE_BYTES = 200_000_000
/** Bytes that are read at a time, so that progress is said often enough. */
const PIECE = 1 << 20

/**
 * Reads a file: gzip of any of them, Parquet, XLSX, JSON, JSON Lines, otherwise delimited text. What
 * the file is called does not matter, only its bytes; the name without its ending names the run of a
 * log that names none. `onProgress` hears the fraction of the bytes that has been read.
 *
 * Never rejects because of the bytes: a file in which nothing can be read is refused with one issue.
 * Rejects where the browser cannot read the file at all.
 */
export async function readFile(
  file: Blob,
  fileName: string,
  onProgress: (fraction: number) => void,
): Promise<SourceResult> {
  const runName = fileName.replace(/(?:\.[a-z]\w{1,8})+$/i, '')
  if (file.size === 0) return refused('empty-file')
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const magic = (...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte)
  if (magic(0x1f, 0x8b)) {
    const unpacked = await gunzip(file, onProgress)
    if (typeof unpacked === 'string') return refused(unpacked)
    return readFile(unpacked, runName, () => undefined)
  }
  if (file.size > MAX_FILE_BYTES) return tooLarge(head, runName)
  if (magic(0x50, 0x41, 0x52, 0x31))
    return sourceOfTable(await readParquet(await file.arrayBuffer()), runName)
  if (magic(0x50, 0x4b, 3, 4))
    return sourceOfTable(await readWorkbook(await file.arrayBuffer()), runName)
  if (magic(0xd0, 0xcf, 0x11, 0xe0)) return refused('old-workbook')
  const encoding = guessEncoding(head)
  if (encoding === null) return refused('not-text')
  const start = new TextDecoder(encoding).decode(head, { stream: true }).trimStart()
  if (start === '' && file.size <= HEAD_BYTES) return refused('empty-file')
  if (start.startsWith('[') || start.startsWith('{')) {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()))
    return text === null ? refused('not-text') : sourceOfTable(readRecords(text), runName)
  }
  const { reader, result } = delimited(runName)
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file.slice(at, at + PIECE).arrayBuffer()
    reader.push(decoder.decode(piece, { stream: true }))
    onProgress(Math.min(1, (at + PIECE) / file.size))
  }
  reader.push(decoder.decode())
  return result()
}

/** Delimited text that becomes a source as it is pushed. */
function delimited(runName: string) {
  let builder: SourceBuilder | null = null
  const reader = delimitedReader({
    onHeader: (header) => {
      builder = sourceBuilder(header, runName)
    },
    onRow: (line, cells) => builder?.add(line, cells),
  })
  return {
    reader: {
      push: (text: string): void => {
        reader.push(text)
        builder?.settle()
      },
    },
    builder: () => builder,
    result: (): SourceResult => {
      const end = reader.end()
      if (end.status === 'refused') return refused(end.code, end.found)
      return builder?.finish(end.issues) ?? refused('no-rows')
    },
  }
}

/** The refusal of a file for its size, with the columns to reduce it by where it is a log. */
function tooLarge(head: Uint8Array, runName: string): SourceResult {
  const text = decodeText(head)
  const result = refused('file-too-large')
  if (text === null) return result
  const { reader, builder, result: finish } = delimited(runName)
  reader.push(text.slice(0, text.lastIndexOf('\n') + 1))
  finish()
  const longLog = builder()?.longLog() ?? null
  return longLog === null ? result : { ...result, longLog }
}

function refused(
  code: ImportIssueCode,
  found?: string,
): Extract<SourceResult, { readonly status: 'refused' }> {
  const cut = found === undefined ? {} : { found: found.slice(0, 80) }
  return { status: 'refused', issue: { severity: 'refused', code, ...cut } }
}

/** The bytes of a gzip file, or why they cannot be had. */
async function gunzip(
  file: Blob,
  onProgress: (fraction: number) => void,
): Promise<Blob | ImportIssueCode> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  let read = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, controller) => {
      read += piece.length
      onProgress(read / file.size)
      controller.enqueue(piece)
    },
  })
  const reader = file
    .stream()
    .pipeThrough(counted)
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length
      if (size > MAX_FILE_BYTES) {
        await reader.cancel()
        return 'file-too-large'
      }
      pieces.push(next.value)
    }
  } catch {
    return 'bad-gzip'
  }
  return new Blob(pieces)
}
