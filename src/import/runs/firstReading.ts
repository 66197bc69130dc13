import { bestChange, type BestChange } from './bestChange.ts'
import type { ColumnMapping } from '../columns/columnMapping.ts'
import { guessMapping } from '../columns/guessMapping.ts'
import type { ImportedSweep } from './importedSweep.ts'
import { importSweep } from './importSweep.ts'
import { findPopulations, type Populations } from './populations.ts'
import { rowsWhere, type RowCondition } from '../tables/rowCondition.ts'
import type { Source } from '../sources/source.ts'
import { fileTable, type RowChoices } from '../sources/sweepFile.ts'
import type { TableChoices } from '../sources/sweepTable.ts'
import type { Table } from '../tables/table.ts'

/** What a file gives when nothing is chosen: rows, columns and runs as they are guessed. */
export interface FirstReading extends TableChoices {
  readonly mapping: ColumnMapping
  readonly imported: ImportedSweep
  /** What would split these runs further; null where nothing does. */
  readonly populations: Populations | null
  /** The one change that would bring back most rows, where fewer than half of them are runs. */
  readonly better: BestChange | null
}

const NO_CONSTANTS = { bytesPerToken: null, corpus: '' } as const

/** Columns by which one file is separated, one after the other. */
const MOST_CONDITIONS = 2
/** Parts that a file is separated into; more would be a list that nobody reads. */
const MOST_PARTS = 12

/**
 * Reads the runs of one file for the first time; for a long file this is work for a worker. A file
 * whose runs lie on separate curves that one of its columns tells apart gives a reading for each of
 * these populations, any other file one.
 */
export function firstReadings(source: Source): readonly FirstReading[] {
  const rows: RowChoices = { oneRowIs: source.oneRowIs, reduction: 'final' }
  return separateReadings(fileTable({ source }, rows), rows)
}

/** The reading of one file with all its rows in one sweep, whatever populations it holds. */
export function pooledReading(source: Source): FirstReading {
  const rows: RowChoices = { oneRowIs: source.oneRowIs, reduction: 'final' }
  return readingWhere(fileTable({ source }, rows), rows, [])
}

/** The readings of a table: one, or one for each population. */
export function separateReadings(table: Table, rows: RowChoices): readonly FirstReading[] {
  const whole = readingWhere(table, rows, [])
  const parts = partsOf(table, rows, whole)
  return parts.length > MOST_PARTS ? [whole] : parts
}

function partsOf(table: Table, rows: RowChoices, reading: FirstReading): readonly FirstReading[] {
  const { populations, conditions } = reading
  if (populations === null || conditions.length >= MOST_CONDITIONS) return [reading]
  return populations.values.flatMap(({ value }) => {
    const condition = { heading: populations.heading, value }
    return partsOf(table, rows, readingWhere(table, rows, [...conditions, condition]))
  })
}

function readingWhere(
  whole: Table,
  rows: RowChoices,
  conditions: readonly RowCondition[],
): FirstReading {
  const table = rowsWhere(whole, conditions)
  const mapping = guessMapping(table)
  const imported = importSweep(table, mapping, NO_CONSTANTS)
  const populations = findPopulations(table, mapping, imported.runs)
  const better = bestChange(table, mapping, NO_CONSTANTS, imported.runs.length)
  return { ...rows, conditions, mapping, imported, populations, better }
}
