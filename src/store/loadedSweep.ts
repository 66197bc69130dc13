import { newId } from './newId.ts'
import { bestChangeSteps, type BestChange } from '../import/runs/bestChange.ts'
import type { ColumnMapping } from '../import/columns/columnMapping.ts'
import { separateReadings, type FirstReading } from '../import/runs/firstReading.ts'
import { guessMapping } from '../import/columns/guessMapping.ts'
import { importSweepSteps } from '../import/runs/importSweep.ts'
import { finished, type Steps } from '../numerics/steps.ts'
import { trainingCurves } from '../import/runs/trainingCurves.ts'
import { cutSweep } from '../import/runs/cutSweep.ts'
import type { ImportedSweep } from '../import/runs/importedSweep.ts'
import type { ImportIssue } from '../import/issues/importIssue.ts'
import { findPopulations, type Populations } from '../import/runs/populations.ts'
import type { SweepFile } from '../import/sources/sweepFile.ts'
import { sweepTable, type TableChoices } from '../import/sources/sweepTable.ts'
import type { Table } from '../import/tables/table.ts'

/** Where a sweep came from, said on the screen beside its name. */
export type SweepOrigin =
  | { readonly kind: 'sample' }
  | { readonly kind: 'file' }
  | { readonly kind: 'pasted' }
  /** Opened from the web; `publicId` is its id among the public sweeps, null for any other file. */
  | { readonly kind: 'web'; readonly url: string; readonly publicId: string | null }

/** Everything that a person may choose about how a sweep is read. */
export interface ReadingChoices extends TableChoices {
  readonly mapping: ColumnMapping
  /** Bytes per token of the validation text, when the person gave it. */
  readonly bytesPerToken: number | null
  /** What all runs were trained on, when the person said so; empty when not. */
  readonly corpus: string
  /** Whether a person wants all runs in one sweep, although a column tells separate curves apart. */
  readonly pooled: boolean
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
  /** What would split these runs into sweeps of their own; null where nothing does. */
  readonly populations: Populations | null
  /** The one change that would bring back most rows, where fewer than half of them are runs. */
  readonly better: BestChange | null
}

/** A sweep whose runs were read already. */
export function sweepOfReading(
  identity: SweepIdentity,
  { mapping, imported, populations, better, ...rows }: FirstReading,
): LoadedSweep {
  const { table, issues } = sweepTable(identity.files, rows)
  return {
    ...{ ...identity, ...rows, mapping, imported, populations, better, table, tableIssues: issues },
    ...{ revision: newId(), bytesPerToken: null, corpus: '', pooled: false },
  }
}

/** The first readings of files that are one sweep: nothing is chosen but what the files say. */
export function readingsOf(files: readonly SweepFile[]): readonly FirstReading[] {
  const isStep = files.some(({ source }) => source.oneRowIs === 'step')
  const rows = { oneRowIs: isStep ? 'step' : 'run', reduction: 'final' } as const
  return separateReadings(sweepTable(files, { ...rows, conditions: [] }).table, rows)
}

/** Reads the runs of a sweep's files under choices, as a reading of its own. */
export function readAgain(identity: SweepIdentity, choices: ReadingChoices): LoadedSweep {
  return finished(readAgainSteps(identity, choices))
}

/** The same with pauses, for sweeps of many runs. */
export function* readAgainSteps(
  { id, name, origin, addedAt, files }: SweepIdentity,
  { oneRowIs, reduction, conditions, mapping, bytesPerToken, corpus, pooled }: ReadingChoices,
): Steps<LoadedSweep> {
  const { table, issues } = sweepTable(files, { oneRowIs, reduction, conditions })
  const constants = { bytesPerToken, corpus }
  const ends = yield* importSweepSteps(table, mapping, constants)
  const isCut = oneRowIs === 'step' && reduction === 'budgets'
  const imported = isCut ? cutSweep(ends, trainingCurves(files, table, mapping, ends.runs)) : ends
  const better = yield* bestChangeSteps(table, mapping, constants, ends.runs.length)
  return {
    ...{ id, name, origin, addedAt, files, revision: newId() },
    ...{ oneRowIs, reduction, conditions, mapping, bytesPerToken, corpus, pooled },
    ...{ table, tableIssues: issues, imported, better },
    populations: findPopulations(table, mapping, ends.runs),
  }
}

/** Reads a sweep under other choices; what is not chosen stays. */
export function rereadSteps(
  sweep: LoadedSweep,
  choices: Partial<ReadingChoices>,
): Steps<LoadedSweep> {
  return readAgainSteps(sweep, { ...sweep, ...withGuesses(sweep, choices) })
}

/** Where the rows become others, the columns are guessed anew. */
function withGuesses(
  sweep: LoadedSweep,
  choices: Partial<ReadingChoices>,
): Partial<ReadingChoices> {
  const { oneRowIs } = choices
  if (oneRowIs === undefined || oneRowIs === sweep.oneRowIs) return choices
  const { reduction, conditions } = sweep
  const { table } = sweepTable(sweep.files, { oneRowIs, reduction, conditions })
  return { mapping: guessMapping(table), ...choices }
}
