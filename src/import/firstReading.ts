import type { ColumnMapping } from './columnMapping.ts'
import { guessMapping } from './guessMapping.ts'
import type { ImportedSweep } from './importedSweep.ts'
import { importSweep } from './importSweep.ts'
import type { Source } from './source.ts'
import { fileTable, type RowChoices } from './sweepFile.ts'

/** What a file gives when nothing is chosen: rows, columns and runs as they are guessed. */
export interface FirstReading extends RowChoices {
  readonly mapping: ColumnMapping
  readonly imported: ImportedSweep
}

/** Reads the runs of one file for the first time; for a long file this is work for a worker. */
export function firstReading(source: Source): FirstReading {
  const rows: RowChoices = { oneRowIs: source.oneRowIs, reduction: 'final' }
  const table = fileTable({ source }, rows)
  const mapping = guessMapping(table)
  return {
    ...rows,
    mapping,
    imported: importSweep(table, mapping, { bytesPerToken: null, corpus: '' }),
  }
}
