import type { SweepFile } from '../../import/sources/sweepFile.ts'
import type { DashboardStore } from '../createDashboardStore.ts'
import type { DashboardState, Keeping } from '../dashboardState.ts'
import { followOthers, type OthersChange } from './followOthers.ts'
import { finished, type Steps } from '../../numerics/steps.ts'
import { readAgainSteps, type LoadedSweep } from '../loadedSweep.ts'
import { inPieces, nextTask } from '../nextTask.ts'
import { studyAhead } from '../studyAhead.ts'
import { isEqual } from '../isEqual.ts'
import { mergeRecords } from './mergeRecords.ts'
import type { KeptSweep } from './keptRecord.ts'
import type { SweepDatabase } from './sweepDatabase.ts'

/** Stands for a sweep that this page has not. */
const NO_RECORD: Partial<KeptSweep> & Pick<KeptSweep, 'decisions'> = { decisions: {} }

/** Changes within this many ms are written together. */
const PAUSE = 200

/** How pages of one browser tell each other that the database changed: a `BroadcastChannel`. */
export type PagesChannel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>

/** The keeping of a store's sweeps, while it lasts. */
export interface SweepKeeper {
  /** Writes at once what waits to be written, and resolves when it is. */
  readonly written: () => Promise<void>
  readonly stop: () => void
}

/**
 * Puts the sweeps of earlier visits into the store, and from then on keeps the database as the store
 * is: samples apart, which come with the page. What another page changed meanwhile is merged, part by
 * part, when this one writes, and taken over when the other says that it wrote. Where the database
 * fails the store says so, and the work goes on in memory. Resolves once the kept sweeps are there.
 */
export async function keepSweeps(
  store: DashboardStore,
  open: () => Promise<SweepDatabase>,
  channel: PagesChannel | null = null,
): Promise<SweepKeeper> {
  const say = (keeping: Keeping): void => {
    store.getState().setKeeping(keeping)
  }
  let database: SweepDatabase
  /** Records as this page last knew the database. */
  const kept = new Map<string, KeptSweep>()
  const files = new Map<string, SweepFile>()
  try {
    database = await open()
    const { sweeps: loaded, damaged } = await database.load()
    for (const name of damaged) {
      store.getState().addRefusal(name, [{ severity: 'refused', code: 'damaged-record' }])
    }
    for (const { sweep, files: ofSweep } of loaded) {
      kept.set(sweep.id, sweep)
      for (const file of ofSweep) files.set(file.id, file)
    }
    const sweeps: LoadedSweep[] = []
    for (const { sweep } of loaded) {
      const again = await inPieces(sweepSteps(sweep, files))
      await studyAhead(store.getState(), again.imported.runs, nextTask)
      sweeps.push(again)
    }
    if (sweeps.length > 0) {
      store
        .getState()
        .restoreSweeps(
          sweeps,
          Object.fromEntries(loaded.map(({ sweep }) => [sweep.id, sweep.decisions])),
          Object.fromEntries(loaded.map(({ sweep }) => [sweep.id, sweep.fit])),
        )
      store.temporal.getState().clear()
    }
  } catch (error) {
    say({ status: 'failed', reason: whyNotKept(error) })
    return { written: () => Promise.resolve(), stop: () => undefined }
  }

  const write = async (): Promise<void> => {
    const own = store.getState().sweeps.filter((sweep) => sweep.origin.kind !== 'sample')
    const used = new Map<string, SweepFile>(
      own.flatMap((sweep) => sweep.files.map((file) => [file.id, file] as const)),
    )
    for (const [id, file] of used) {
      if (files.has(id)) continue
      await database.putFile(file)
      files.set(id, file)
    }
    let wrote = false
    const merged = new Map<string, KeptSweep | null>()
    for (const sweep of own) {
      const ours = recordOf(sweep, store.getState())
      const base = kept.get(sweep.id)
      if (isEqual(base, ours)) continue
      merged.set(
        sweep.id,
        await database.changeSweep(sweep.id, (theirs) => mergeRecords(base, ours, theirs)),
      )
      wrote = true
    }
    const here = new Set(store.getState().sweeps.map(({ id }) => id))
    for (const id of kept.keys()) {
      if (here.has(id) || own.some((sweep) => sweep.id === id)) continue
      await database.removeSweep(id)
      kept.delete(id)
      wrote = true
    }
    await takeOver(merged, 'written-here')
    for (const id of files.keys()) {
      const isUsed = [...kept.values()].some(({ fileIds }) => fileIds.includes(id))
      if (isUsed || used.has(id)) continue
      await database.removeFile(id)
      files.delete(id)
    }
    if (own.length > 0) say({ status: 'kept' })
    if (wrote) channel?.postMessage('changed')
  }

  /** Brings the store to what records are now; null stands for a sweep that is gone. */
  const takeOver = async (
    records: ReadonlyMap<string, KeptSweep | null>,
    by: 'written-here' | 'written-elsewhere',
  ): Promise<void> => {
    for (const record of records.values()) {
      for (const fileId of record?.fileIds ?? []) {
        if (files.has(fileId)) continue
        const file = await database.loadFile(fileId)
        if (file !== null) files.set(fileId, file)
      }
    }
    const state = store.getState()
    const sweeps: LoadedSweep[] = []
    const removed: string[] = []
    const decisions: Record<string, OthersChange['decisions'][string]> = {}
    const fits: Record<string, OthersChange['fits'][string]> = {}
    for (const [id, record] of records) {
      const base = kept.get(id)
      const sweep = state.sweeps.find((one) => one.id === id)
      if (record === null) {
        kept.delete(id)
        if (sweep !== undefined) removed.push(id)
        continue
      }
      if (!record.fileIds.every((fileId) => files.has(fileId))) continue
      kept.set(id, record)
      // Removed here a moment ago, maybe while it was written for the first time: that is written next.
      if (sweep === undefined && (base !== undefined || by === 'written-here')) continue
      // What this page changed since it last wrote stays, and is written next.
      const now = sweep === undefined ? undefined : recordOf(sweep, state)
      const next = now === undefined ? record : (mergeRecords(base, now, record) ?? now)
      const { decisions: after, fit, ...reading } = next
      const { decisions: before, fit: fitNow, ...readingNow } = now ?? NO_RECORD
      if (!isEqual(fit, fitNow ?? {})) fits[id] = fit
      if (!isEqual(reading, readingNow)) sweeps.push(finished(sweepSteps(next, files)))
      const runIds = new Set([...Object.keys(before), ...Object.keys(after)])
      const changed = [...runIds].filter((runId) => before[runId] !== after[runId])
      if (changed.length > 0) {
        decisions[id] = Object.fromEntries(changed.map((runId) => [runId, after[runId]]))
      }
    }
    const changes = [sweeps, removed, Object.keys(decisions), Object.keys(fits)]
    if (changes.every(({ length }) => length === 0)) return
    followOthers(store, { sweeps, removed, decisions, fits })
  }

  /** Takes over what another page wrote. */
  const follow = async (): Promise<void> => {
    const there = new Map((await database.records()).map((record) => [record.id, record] as const))
    const changed = new Map<string, KeptSweep | null>()
    for (const [id, record] of there) if (!isEqual(kept.get(id), record)) changed.set(id, record)
    for (const id of kept.keys()) if (!there.has(id)) changed.set(id, null)
    await takeOver(changed, 'written-elsewhere')
    if (store.getState().sweeps.some(({ origin }) => origin.kind !== 'sample')) {
      say({ status: 'kept' })
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let working = Promise.resolve()
  const inTurn = (work: () => Promise<void>): void => {
    working = working.then(work).catch((error: unknown) => {
      say({ status: 'failed', reason: whyNotKept(error) })
    })
  }
  const writeNow = (): void => {
    clearTimeout(timer)
    timer = undefined
    inTurn(write)
  }
  const writeSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(writeNow, PAUSE)
  }
  const stop = store.subscribe((state, before) => {
    const isKept = (['sweeps', 'decisions', 'fits'] as const).some(
      (key) => state[key] !== before[key],
    )
    if (isKept) writeSoon()
  })
  if (channel !== null) {
    channel.onmessage = () => {
      inTurn(follow)
    }
  }
  if (kept.size > 0) say({ status: 'kept' })
  writeSoon()
  return {
    written: async () => {
      if (timer !== undefined) writeNow()
      await working
    },
    stop: () => {
      clearTimeout(timer)
      stop()
      channel?.close()
    },
  }
}

function sweepSteps(record: KeptSweep, files: ReadonlyMap<string, SweepFile>): Steps<LoadedSweep> {
  const ofSweep = record.fileIds.flatMap((id) => files.get(id) ?? [])
  return readAgainSteps({ ...record, files: ofSweep }, record)
}

function recordOf(sweep: LoadedSweep, state: DashboardState): KeptSweep {
  const { id, name, origin, addedAt, files } = sweep
  const { oneRowIs, reduction, conditions, mapping, bytesPerToken, corpus, pooled } = sweep
  return {
    ...{ id, name, origin, addedAt, fileIds: files.map((file) => file.id) },
    ...{ oneRowIs, reduction, conditions, mapping, pooled, bytesPerToken, corpus },
    decisions: state.decisions[id] ?? {},
    fit: state.fits[id] ?? {},
  }
}

function whyNotKept(error: unknown): 'full' | 'forbidden' {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
  return isFull ? 'full' : 'forbidden'
}
