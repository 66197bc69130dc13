import type { FirstReading } from '../import/runs/firstReading.ts'
import type { ImportedSweep } from '../import/runs/importedSweep.ts'
import { packRuns, unpackRuns, type PackedRuns } from '../import/runs/packedRuns.ts'
import type { Source, SourceResult } from '../import/sources/source.ts'
import { packTable, unpackTable, type PackedTable } from '../import/tables/packedTable.ts'
import type { Steps } from '../numerics/steps.ts'

type Read = Extract<SourceResult, { readonly status: 'read' }>

/** A file as it was read, and what it gives when nothing is chosen: a reading for each population. */
export interface ReadFile extends Read {
  readonly first: readonly FirstReading[]
}

/** The same on its way from the worker to the page. */
export interface PackedFile extends Omit<Read, 'source'> {
  readonly source: Omit<Source, 'table'> & { readonly table: PackedTable | null }
  readonly first: readonly (Omit<FirstReading, 'imported'> & {
    readonly imported: Omit<ImportedSweep, 'runs'> & { readonly runs: PackedRuns }
  })[]
}

export function packFile({ source, first, ...file }: ReadFile): PackedFile {
  return {
    ...file,
    source: { ...source, table: source.table === null ? null : packTable(source.table) },
    first: first.map(({ imported, ...reading }) => ({
      ...reading,
      imported: { ...imported, runs: packRuns(imported.runs) },
    })),
  }
}

/** The file again, with pauses. */
export function* unpackFile({ source, first, ...file }: PackedFile): Steps<ReadFile> {
  const table = source.table === null ? null : yield* unpackTable(source.table)
  const readings: FirstReading[] = []
  for (const { imported, ...reading } of first) {
    const runs = yield* unpackRuns(imported.runs)
    readings.push({ ...reading, imported: { ...imported, runs } })
  }
  return { ...file, source: { ...source, table }, first: readings }
}
