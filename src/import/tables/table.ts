import type { ImportIssue } from '../issues/importIssue.ts'

/** A file as rows of text, before anything is known about what the columns mean. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** 1-based line of a delimited file, 1-based record number of a JSON file. */
  readonly line: number
  /** The file that the row is of, where several were joined into one sweep. */
  readonly source?: string
  /** How the curve of the run ends, where the row was reduced from a log: badly. */
  readonly curveEnd?: 'not-finite' | 'risen'
  /** One cell a header column; missing cells are empty strings, numbers of JSON are as written. */
  readonly cells: readonly string[]
}

/** Reading a file: a table with its issues, or the one reason why nothing in it can be read. */
export type TableResult =
  | { readonly status: 'read'; readonly table: Table; readonly issues: readonly ImportIssue[] }
  | { readonly status: 'refused'; readonly issue: ImportIssue }
