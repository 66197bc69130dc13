import { packTable, unpackTable, type PackedTable } from '../../import/tables/packedTable.ts'
import { inPieces, nextTask } from '../nextTask.ts'
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { SweepFile } from '../../import/sources/sweepFile.ts'
import type { Table } from '../../import/tables/table.ts'
import { readRecord, type KeptSweep } from './keptRecord.ts'

/** One column of the curves of a file. */
interface KeptArray {
  readonly fileId: string
  /** Column of the header; -1 for the steps. */
  readonly column: number
  readonly values: Float64Array
}

/** A file without its curves, and its rows packed; earlier versions of the page kept them as they are. */
interface KeptFile extends Omit<SweepFile, 'source'> {
  readonly source: Omit<SweepFile['source'], 'table'> & {
    readonly table: PackedTable | Table | null
  }
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile }
  /** The curves of logs, one record a column: to write all of them at once would hold up the page. */
  arrays: { key: [string, number]; value: KeptArray }
  sweeps: { key: string; value: KeptSweep }
}

/** The browser's own database of sweeps. Every call rejects where the database fails. */
export interface SweepDatabase {
  /**
   * Kept sweeps in the order in which they were added, with their files, and the names of those whose
   * record or files cannot be read; what is there of these stays as it is.
   */
  readonly load: () => Promise<{
    readonly sweeps: readonly { sweep: KeptSweep; files: readonly SweepFile[] }[]
    readonly damaged: readonly string[]
  }>
  readonly putFile: (file: SweepFile) => Promise<void>
  /** The records of all sweeps, without their files. */
  readonly records: () => Promise<readonly KeptSweep[]>
  /** One file; null where it is gone. */
  readonly loadFile: (id: string) => Promise<SweepFile | null>
  /**
   * Replaces a record by what `change` makes of the one that is there, in one transaction, so that no
   * other page writes in between. Resolves with it; null stands for a record that is gone, and stays so.
   */
  readonly changeSweep: (
    id: string,
    change: (there: KeptSweep | undefined) => KeptSweep | null,
  ) => Promise<KeptSweep | null>
  readonly removeSweep: (id: string) => Promise<void>
  readonly removeFile: (id: string) => Promise<void>
}

/** Counts changes of what is stored; a new number needs a step in `upgrade`. */
const VERSION = 1

/** Opens the database, or rejects where the browser refuses it (some do in private windows). */
export async function openSweepDatabase(): Promise<SweepDatabase> {
  const db = await openDB<Schema>('isoflop', VERSION, {
    upgrade: (database) => {
      database.createObjectStore('files', { keyPath: 'id' })
      database.createObjectStore('arrays', { keyPath: ['fileId', 'column'] })
      database.createObjectStore('sweeps', { keyPath: 'id' })
    },
  })
  return {
    load: async () => {
      const [sweeps, files] = await Promise.all([db.getAll('sweeps'), db.getAll('files')])
      const whole = await Promise.all(files.map((file) => wholeFile(db, file)))
      const byId = new Map(whole.map((file) => [file.id, file]))
      const damaged: string[] = []
      const read = sweeps.flatMap((stored) => {
        const sweep = readRecord(stored)
        const found = sweep?.fileIds.flatMap((id) => byId.get(id) ?? []) ?? []
        if (sweep !== null && found.length === sweep.fileIds.length)
          return [{ sweep, files: found }]
        damaged.push(nameOf(stored))
        return []
      })
      return { sweeps: read.toSorted((a, b) => a.sweep.addedAt - b.sweep.addedAt), damaged }
    },
    putFile: async (file) => {
      for (const array of curvesOf(file)) {
        await db.put('arrays', array)
        await nextTask()
      }
      await db.put('files', keptFile(file))
    },
    records: async () => (await db.getAll('sweeps')).flatMap((stored) => readRecord(stored) ?? []),
    loadFile: async (id) => {
      const file = await db.get('files', id)
      return file === undefined ? null : wholeFile(db, file)
    },
    changeSweep: async (id, change) => {
      const transaction = db.transaction('sweeps', 'readwrite')
      const there = await transaction.store.get(id)
      const next = change(readRecord(there) ?? undefined)
      await (next === null ? transaction.store.delete(id) : transaction.store.put(next))
      await transaction.done
      return next
    },
    removeSweep: (id) => db.delete('sweeps', id),
    removeFile: async (id) => {
      await db.delete('files', id)
      await db.delete('arrays', IDBKeyRange.bound([id, STEPS], [id, Number.MAX_SAFE_INTEGER]))
    },
  }
}

const STEPS = -1

/** The name of a record that could not be read; empty where it has none. */
function nameOf({ name }: { readonly name?: unknown }): string {
  return typeof name === 'string' ? name : ''
}

function curvesOf({ id, source: { log } }: SweepFile): KeptArray[] {
  if (log === null) return []
  return [[STEPS, log.steps] as const, ...log.series].map(([column, values]) => ({
    ...{ fileId: id, column, values },
  }))
}

function keptFile({ source, ...file }: SweepFile): KeptFile {
  const table = source.table === null ? null : packTable(source.table)
  const log =
    source.log === null
      ? null
      : { ...source.log, steps: new Float64Array(0), series: new Map<number, Float64Array>() }
  return { ...file, source: { ...source, table, log } }
}

async function wholeFile(db: IDBPDatabase<Schema>, file: KeptFile): Promise<SweepFile> {
  const kept = file.source.table
  const table = kept === null || 'rows' in kept ? kept : await inPieces(unpackTable(kept))
  const source = { ...file.source, table }
  if (source.log === null) return { ...file, source }
  const range = IDBKeyRange.bound([file.id, STEPS], [file.id, Number.MAX_SAFE_INTEGER])
  const [steps, ...series] = await db.getAll('arrays', range)
  const log = {
    ...source.log,
    steps: steps?.values ?? new Float64Array(0),
    series: new Map(series.map(({ column, values }) => [column, values])),
  }
  return { ...file, source: { ...source, log } }
}
