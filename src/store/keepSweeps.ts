import type { SweepFile } from '../import/sweepFile.ts'
import type { DashboardStore } from './createDashboardStore.ts'
import type { DashboardState, Keeping } from './dashboardState.ts'
import { readAgain, type LoadedSweep } from './loadedSweep.ts'
import type { KeptSweep, SweepDatabase } from './sweepDatabase.ts'

/** Changes within this many ms are written together. */
const PAUSE = 200

/**
 * Puts the sweeps of earlier visits into the store, and from then on keeps the database as the store
 * is: samples apart, which come with the page. Where the database fails the store says so, and the
 * work goes on in memory. Resolves once the kept sweeps are there; the function it resolves with ends
 * the keeping.
 */
export async function keepSweeps(
  store: DashboardStore,
  open: () => Promise<SweepDatabase>,
): Promise<() => void> {
  const say = (keeping: Keeping): void => {
    store.getState().setKeeping(keeping)
  }
  let database: SweepDatabase
  const kept = new Map<string, KeptSweep>()
  const keptFiles = new Set<string>()
  try {
    database = await open()
    const loaded = await database.load()
    const sweeps = loaded.map(({ sweep, files }) => {
      kept.set(sweep.id, sweep)
      for (const file of files) keptFiles.add(file.id)
      return readAgain({ ...sweep, files }, sweep)
    })
    if (sweeps.length > 0) {
      store
        .getState()
        .restoreSweeps(
          sweeps,
          Object.fromEntries(loaded.map(({ sweep }) => [sweep.id, sweep.decisions])),
        )
      store.temporal.getState().clear()
    }
  } catch (error) {
    say({ status: 'failed', sentence: whyNotKept(error) })
    return () => undefined
  }

  const write = async (state: DashboardState): Promise<void> => {
    const own = state.sweeps.filter((sweep) => sweep.origin.kind !== 'sample')
    const files = new Map<string, SweepFile>(
      own.flatMap((sweep) => sweep.files.map((file) => [file.id, file] as const)),
    )
    for (const [id, file] of files) {
      if (keptFiles.has(id)) continue
      await database.putFile(file)
      keptFiles.add(id)
    }
    for (const sweep of own) {
      const record = recordOf(sweep, state.decisions[sweep.id] ?? {})
      if (sameRecord(kept.get(sweep.id), record)) continue
      await database.putSweep(record)
      kept.set(sweep.id, record)
    }
    for (const id of kept.keys()) {
      if (own.some((sweep) => sweep.id === id)) continue
      await database.removeSweep(id)
      kept.delete(id)
    }
    for (const id of keptFiles) {
      if (files.has(id)) continue
      await database.removeFile(id)
      keptFiles.delete(id)
    }
    if (own.length > 0) say({ status: 'kept' })
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = Promise.resolve()
  const writeSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      writing = writing
        .then(() => write(store.getState()))
        .catch((error: unknown) => {
          say({ status: 'failed', sentence: whyNotKept(error) })
        })
    }, PAUSE)
  }
  const stop = store.subscribe((state, before) => {
    if (state.sweeps !== before.sweeps || state.decisions !== before.decisions) writeSoon()
  })
  if (kept.size > 0) say({ status: 'kept' })
  writeSoon()
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function recordOf(sweep: LoadedSweep, decisions: KeptSweep['decisions']): KeptSweep {
  const { id, name, origin, addedAt, files } = sweep
  const { oneRowIs, reduction, conditions, mapping, bytesPerToken, corpus, pooled } = sweep
  return {
    ...{ id, name, origin, addedAt, fileIds: files.map((file) => file.id) },
    ...{ oneRowIs, reduction, conditions, mapping, bytesPerToken, corpus, pooled, decisions },
  }
}

function sameRecord(before: KeptSweep | undefined, now: KeptSweep): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now)
}

function whyNotKept(error: unknown): string {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
  return isFull
    ? 'The browser’s database is full: the latest changes live in this page only. Remove sweeps that are no longer needed, or export them.'
    : 'The browser does not let this page keep sweeps: they live in this page only, until it is closed. Export what you need.'
}
