import type { ImportIssue } from '../issues/importIssue.ts'
import type { LogReduction } from '../logs/logReduction.ts'
import type { StepLog } from '../logs/stepLog.ts'
import type { Table } from '../tables/table.ts'

/** What was read from one file: rows of runs, steps of a log, or either as a person says. */
export interface Source {
  /** Rows as the file has them; null where a log is too long to be kept so. */
  readonly table: Table | null
  /** Null where the rows cannot be the steps of runs. */
  readonly log: StepLog | null
  /** The log as runs, under every reduction; null where there is no log. */
  readonly reduced: Readonly<Record<LogReduction, Table>> | null
  /** What the rows are taken for unless a person says otherwise. */
  readonly oneRowIs: 'run' | 'step'
  readonly rowCount: number
}

/** Columns that the SQL for a log that is too long speaks of, by their headings. */
export interface LongLog {
  readonly runs: readonly string[]
  readonly step: string
  readonly losses: readonly string[]
  readonly ends: readonly string[]
  readonly constants: readonly string[]
}

/** Reading a file: what is in it with remarks, or the one reason why nothing can be used. */
export type SourceResult =
  | { readonly status: 'read'; readonly source: Source; readonly issues: readonly ImportIssue[] }
  | {
      readonly status: 'refused'
      readonly issue: ImportIssue
      /** Where the file is a log with too many rows or bytes: what to reduce it by elsewhere. */
      readonly longLog?: LongLog
    }
