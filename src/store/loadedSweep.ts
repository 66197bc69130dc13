import type { ColumnMapping } from '../import/columnMapping.ts'
import type { ImportedSweep } from '../import/importedSweep.ts'
import type { ImportIssue } from '../import/importIssue.ts'
import type { Table } from '../import/table.ts'

/** Where a sweep came from, said on the screen beside its name. */
export type SweepOrigin =
  | { readonly kind: 'sample'; readonly sentence: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'pasted' }

/** A sweep with everything needed to read it again under another mapping. */
export interface LoadedSweep {
  /** Unique within the page's life. */
  readonly id: string
  /** Counts re-readings under an edited mapping; id and revision together name the runs. */
  readonly revision: number
  readonly name: string
  readonly origin: SweepOrigin
  readonly table: Table
  /** Issues of reading the file; those of the runs are in `imported`. */
  readonly tableIssues: readonly ImportIssue[]
  readonly mapping: ColumnMapping
  /** Bytes per token of the validation text, when the person gave it. */
  readonly bytesPerToken: number | null
  readonly imported: ImportedSweep
}
