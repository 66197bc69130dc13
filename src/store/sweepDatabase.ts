import { openDB, type DBSchema } from 'idb'
import type { SweepFile } from '../import/sweepFile.ts'
import type { RunDecision } from './dashboardState.ts'
import type { ReadingChoices, SweepIdentity } from './loadedSweep.ts'

/** A sweep as the database holds it: its files apart, since they are large and never change. */
export interface KeptSweep extends Omit<SweepIdentity, 'files'>, ReadingChoices {
  readonly fileIds: readonly string[]
  readonly decisions: Readonly<Record<string, RunDecision>>
}

interface Schema extends DBSchema {
  files: { key: string; value: SweepFile }
  sweeps: { key: string; value: KeptSweep }
}

/** The browser's own database of sweeps. Every call rejects where the database fails. */
export interface SweepDatabase {
  /** Kept sweeps in the order in which they were added, with their files. */
  readonly load: () => Promise<readonly { sweep: KeptSweep; files: readonly SweepFile[] }[]>
  readonly putFile: (file: SweepFile) => Promise<void>
  readonly putSweep: (sweep: KeptSweep) => Promise<void>
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
      database.createObjectStore('sweeps', { keyPath: 'id' })
    },
  })
  return {
    load: async () => {
      const [sweeps, files] = await Promise.all([db.getAll('sweeps'), db.getAll('files')])
      const byId = new Map(files.map((file) => [file.id, file]))
      return sweeps
        .toSorted((a, b) => a.addedAt - b.addedAt)
        .map((sweep) => ({
          sweep,
          files: sweep.fileIds.flatMap((id) => byId.get(id) ?? []),
        }))
        .filter(({ sweep, files: found }) => found.length === sweep.fileIds.length)
    },
    putFile: async (file) => {
      await db.put('files', file)
    },
    putSweep: async (sweep) => {
      await db.put('sweeps', sweep)
    },
    removeSweep: (id) => db.delete('sweeps', id),
    removeFile: (id) => db.delete('files', id),
  }
}
