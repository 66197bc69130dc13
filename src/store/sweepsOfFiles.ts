import { guessMapping } from '../import/columns/guessMapping.ts'
import type { FirstReading } from '../import/runs/firstReading.ts'
import type { RowCondition } from '../import/tables/rowCondition.ts'
import type { SweepFile } from '../import/sources/sweepFile.ts'
import { sweepTable, type TableChoices } from '../import/sources/sweepTable.ts'
import {
  readAgain,
  readingsOf,
  sweepOfReading,
  type LoadedSweep,
  type SweepIdentity,
  type SweepOrigin,
} from './loadedSweep.ts'
import { newId } from './newId.ts'

/**
 * The sweeps that files are when they are taken together: one, or one for each population where a
 * column tells separate curves apart. `readings` are those of a single file, where a worker made them.
 */
export function sweepsOfFiles(
  files: readonly SweepFile[],
  origin: SweepOrigin,
  readings: readonly FirstReading[] = readingsOf(files),
): readonly LoadedSweep[] {
  return readings.map((reading) =>
    sweepOfReading(identityOf(files, origin, reading.conditions), reading),
  )
}

/** A file that has logs among its parts is read step by step; the others have rows of runs anyway. */
function rowsOf(files: readonly SweepFile[]): 'run' | 'step' {
  return files.some(({ source }) => source.oneRowIs === 'step') ? 'step' : 'run'
}

/**
 * What becomes of sweeps when a file completes one of them by the names of its runs: a log that says
 * neither parameters nor compute, and the table of its configurations, in either order. The sweep
 * holds both files then; null where no sweep and no file lack anything, or the names do not meet.
 */
export function completedSweep(
  sweeps: readonly LoadedSweep[],
  file: SweepFile,
  ownRuns: number,
): { readonly before: LoadedSweep; readonly after: LoadedSweep } | null {
  for (const before of sweeps.toReversed()) {
    if (before.origin.kind === 'sample' || before.conditions.length > 0) continue
    const runs = before.imported.runs.length
    if (runs > 0 && ownRuns > 0) continue
    const { id, name, addedAt } = before
    const joined = pooledSweep([...before.files, file], before.origin)
    const merged = joined.tableIssues.some(({ code }) => code === 'rows-merged')
    if (!merged || joined.imported.runs.length <= Math.max(runs, ownRuns)) continue
    return { before, after: { ...joined, id, name, addedAt, pooled: false } }
  }
  return null
}

/** One sweep of all runs of files, because a person says that they belong together. */
export function pooledSweep(files: readonly SweepFile[], origin: SweepOrigin): LoadedSweep {
  const rows: TableChoices = {
    oneRowIs: rowsOf(files),
    reduction: 'final',
    conditions: [],
  }
  const mapping = guessMapping(sweepTable(files, rows).table)
  return readAgain(identityOf(files, origin, []), {
    ...{ ...rows, mapping, bytesPerToken: null, corpus: '', pooled: true },
  })
}

/** The sweeps that hold populations of the same files as this one, itself among them. */
export function populationsBeside(
  sweeps: readonly LoadedSweep[],
  sweep: LoadedSweep,
): readonly LoadedSweep[] {
  if (sweep.conditions.length === 0) return [sweep]
  const ids = (of: LoadedSweep): string => of.files.map((file) => file.id).join()
  return sweeps.filter(
    (other) =>
      ids(other) === ids(sweep) && other.conditions[0]?.heading === sweep.conditions[0]?.heading,
  )
}

/** A sweep of its own of some files, named by them and by what is asked of its rows. */
export function identityOf(
  files: readonly SweepFile[],
  origin: SweepOrigin,
  conditions: readonly RowCondition[],
): SweepIdentity {
  const name = sweepName(files[0]?.name ?? '')
  const others = files.length - 1
  const ofFiles = others > 0 ? `${name} + ${others}` : name
  return {
    ...{ id: newId(), origin, addedAt: Date.now(), files },
    name: [ofFiles, ...conditions.map(({ value }) => (value === '' ? '—' : value))].join(' · '),
  }
}

function sweepName(fileName: string): string {
  return fileName.replace(/\.gz$/i, '').replace(/\.(csv|tsv|txt|jsonl?|ndjson|parquet|xlsx)$/i, '')
}
