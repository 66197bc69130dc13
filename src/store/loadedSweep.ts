import { newId } from './newId.ts'
import type { ColumnMapping } from '../import/columnMapping.ts'
import type { FirstReading } from '../import/firstReading.ts'
import { guessMapping } from '../import/guessMapping.ts'
import { importSweep } from '../import/importSweep.ts'
import type { ImportedSweep } from '../import/importedSweep.ts'
import type { ImportIssue } from '../import/importIssue.ts'
import type { RowChoices, SweepFile } from '../import/sweepFile.ts'
import { sweepTable } from '../import/sweepTable.ts'
import type { Table } from '../import/table.ts'

/** Where a sweep came from, said on the screen beside its name. */
export type SweepOrigin =
  | { readonly kind: 'sample'; readonly sentence: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'pasted' }
  /** Opened from the web; `sentence` says what it is and how it is cited, where that is known. */
  | { readonly kind: 'web'; readonly url: string; readonly sentence: string }

/** Everything that a person may choose about how a sweep is read. */
export interface ReadingChoices extends RowChoices {
  readonly mapping: ColumnMapping
  /** Bytes per token of the validation text, when the person gave it. */
  readonly bytesPerToken: number | null
  /** What all runs were trained on, when the person said so; empty when not. */
  readonly corpus: string
}

/** What a sweep is, apart from how it is read; it survives a reload as it is. */
export interface SweepIdentity {
  /** Unique for good. */
  readonly id: string
  readonly name: string
  readonly origin: SweepOrigin
  /** When it was added, ms since 1970. */
  readonly addedAt: number
  /** At least one. */
  readonly files: readonly SweepFile[]
}

/** A sweep with everything needed to read it again under other choices. */
export interface LoadedSweep extends SweepIdentity, ReadingChoices {
  /** Names this reading among all that ever were: two readings of a sweep never share it. */
  readonly revision: string
  readonly table: Table
  /** Issues of reading the files; those of the runs are in `imported`. */
  readonly tableIssues: readonly ImportIssue[]
  readonly imported: ImportedSweep
}

/** A sweep of one file whose runs were read already. */
export function sweepOfReading(
  identity: SweepIdentity,
  { mapping, imported, ...rows }: FirstReading,
): LoadedSweep {
  const { table, issues } = sweepTable(identity.files, rows)
  return {
    ...{ ...identity, ...rows, mapping, imported, table, tableIssues: issues },
    ...{ revision: newId(), bytesPerToken: null, corpus: '' },
  }
}

/** Reads the runs of files for the first time: nothing is chosen but what the files say. */
export function newSweep(identity: SweepIdentity): LoadedSweep {
  const rows: RowChoices = {
    oneRowIs: identity.files[0]?.source.oneRowIs ?? 'run',
    reduction: 'final',
  }
  const { table } = sweepTable(identity.files, rows)
  return readAgain(identity, {
    ...rows,
    mapping: guessMapping(table),
    bytesPerToken: null,
    corpus: '',
  })
}

/** Reads the runs of a sweep's files under choices, as a reading of its own. */
export function readAgain(
  { id, name, origin, addedAt, files }: SweepIdentity,
  { oneRowIs, reduction, mapping, bytesPerToken, corpus }: ReadingChoices,
): LoadedSweep {
  const { table, issues } = sweepTable(files, { oneRowIs, reduction })
  return {
    ...{ id, name, origin, addedAt, files, revision: newId() },
    ...{ oneRowIs, reduction, mapping, bytesPerToken, corpus },
    table,
    tableIssues: issues,
    imported: importSweep(table, mapping, { bytesPerToken, corpus }),
  }
}
