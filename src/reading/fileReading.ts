import type { QueryClient } from '@tanstack/react-query'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FirstReading } from '../import/runs/firstReading.ts'
import type { SweepFile } from '../import/sources/sweepFile.ts'
import { unpackFile } from '../jobs/packedFile.ts'
import { runJob } from '../jobs/runJob.ts'
import { FetchSweepError, type FetchFailure } from '../queries/fetchSweepError.ts'
import { webFileQuery } from '../queries/webFileQuery.ts'
import type { DashboardStore } from '../store/createDashboardStore.ts'
import { rereadSteps, type ReadingChoices, type SweepOrigin } from '../store/loadedSweep.ts'
import { newId } from '../store/newId.ts'
import { inPieces, nextTask } from '../store/nextTask.ts'
import { studyAhead } from '../store/studyAhead.ts'
import { belongTogether } from './belongTogether.ts'

/** A file with its name, as dropped, pasted or fetched. */
export interface NamedFile {
  readonly name: string
  readonly file: Blob
}

/** Something that is being read or fetched. */
export interface Reading {
  readonly id: string
  readonly what: 'reading' | 'opening'
  /** Name of the file, or its address. */
  readonly name: string
  /** 0..1; null while it is not known. */
  readonly fraction: number | null
  readonly cancel: () => void
}

/** An address that could not be opened. */
export interface FailedAddress {
  readonly url: string
  readonly failure: FetchFailure
  readonly publicId: string | null
}

export interface FileReadingState {
  /** Whether files are being read, or have been. */
  readonly stage: 'nothing-yet' | 'reading' | 'read'
  readonly readings: readonly Reading[]
  readonly failed: readonly FailedAddress[]
  /** Ids of the sweeps that the last several files became, so that they can be made one. */
  readonly together: readonly string[]
  /**
   * Reads files one after the other, each in a worker, and adds what could be read: one sweep each,
   * or one of all where each file is a run of its own. Refusals are told by the store.
   */
  readonly readFiles: (files: readonly NamedFile[], origin: SweepOrigin) => Promise<void>
  /** Fetches the file at an address and reads it; `publicId` where it is one of the public sweeps. */
  readonly openAddress: (url: string, publicId: string | null) => Promise<void>
  /** Reads a sweep under other choices: at once, or with pauses and progress where it has many rows. */
  readonly reread: (sweepId: string, choices: Partial<ReadingChoices>) => Promise<void>
  readonly forgetFailed: (url: string) => void
  readonly forgetTogether: () => void
}

/** Fewer rows than this are read again in a blink. */
const MANY_ROWS = 4000

interface ReadSweepFile {
  readonly file: SweepFile
  readonly first: readonly FirstReading[]
}

/** Reads files for every way in (drop, paste, web, sample) into a store, with progress and a way to stop. */
export function createFileReading(
  store: DashboardStore,
  client: QueryClient,
): StoreApi<FileReadingState> {
  return createStore<FileReadingState>()((set, get) => {
    /** Shows that something is under way until it ends; null where it was stopped or went wrong. */
    const underWay = async <Result>(
      { what, name }: Pick<Reading, 'what' | 'name'>,
      work: (signal: AbortSignal, onProgress: (fraction: number | null) => void) => Promise<Result>,
      onFailure: (error: unknown) => void,
    ): Promise<Result | null> => {
      const id = newId()
      const controller = new AbortController()
      const cancel = (): void => {
        controller.abort()
      }
      set(({ readings }) => ({
        readings: [...readings, { id, what, name, fraction: 0, cancel }],
      }))
      try {
        return await work(controller.signal, (fraction) => {
          set(({ readings }) => ({
            readings: readings.map((reading) =>
              reading.id === id ? { ...reading, fraction } : reading,
            ),
          }))
        })
      } catch (error) {
        if (!controller.signal.aborted) onFailure(error)
        return null
      } finally {
        set(({ readings }) => ({ readings: readings.filter((reading) => reading.id !== id) }))
      }
    }

    const readOne = async ({ name, file }: NamedFile): Promise<ReadSweepFile | null> => {
      const read = await underWay(
        { what: 'reading', name },
        (signal, onProgress) =>
          runJob('readFile', { file, fileName: name }, { signal, onProgress }),
        () => {
          store.getState().addRefusal(name, [{ severity: 'refused', code: 'unreadable-file' }])
        },
      )
      if (read === null) return null
      if (read.status === 'refused') {
        store.getState().addRefusal(name, [read.issue], read.longLog)
        return null
      }
      const { source, issues, first } = await inPieces(unpackFile(read))
      return { file: { id: newId(), name, bytes: file.size, source, issues }, first }
    }

    return {
      stage: 'nothing-yet',
      readings: [],
      failed: [],
      together: [],

      readFiles: async (files, origin) => {
        set({ stage: 'reading' })
        const read: SweepFile[] = []
        const readings = new Map<string, readonly FirstReading[]>()
        for (const named of files) {
          const one = await readOne(named)
          if (one === null) continue
          read.push(one.file)
          readings.set(one.file.id, one.first)
          for (const { imported } of one.first) {
            await studyAhead(store.getState(), imported.runs, nextTask)
          }
        }
        const before = new Set(store.getState().sweeps.map((sweep) => sweep.id))
        store.getState().addFiles(read, origin, { asOne: belongTogether(read), readings })
        const added = store.getState().sweeps.flatMap(({ id }) => (before.has(id) ? [] : [id]))
        set({ together: read.length > 1 ? added : [], stage: 'read' })
      },

      openAddress: async (url, publicId) => {
        get().forgetFailed(url)
        const fetched = await underWay(
          { what: 'opening', name: url },
          (signal, onProgress) => {
            const query = webFileQuery(url, onProgress)
            signal.addEventListener('abort', () => {
              void client.cancelQueries({ queryKey: query.queryKey })
            })
            return client.query(query)
          },
          (error) => {
            const failure: FetchFailure =
              error instanceof FetchSweepError ? error.failure : { kind: 'blocked' }
            set(({ failed }) => ({ failed: [...failed, { url, failure, publicId }] }))
          },
        )
        if (fetched !== null) await get().readFiles([fetched], { kind: 'web', url, publicId })
      },

      reread: async (sweepId, choices) => {
        const sweep = store.getState().sweeps.find(({ id }) => id === sweepId)
        if (sweep === undefined) return
        if (sweep.table.rows.length < MANY_ROWS) {
          store.getState().reread(sweepId, choices)
          return
        }
        const after = await underWay(
          { what: 'reading', name: sweep.name },
          (signal, onProgress) => inPieces(rereadSteps(sweep, choices), onProgress, signal),
          (error) => {
            throw error
          },
        )
        if (after === null) return
        await studyAhead(store.getState(), after.imported.runs, nextTask)
        store.getState().takeReading(sweep, after)
      },

      forgetFailed: (url) => {
        set(({ failed }) => ({ failed: failed.filter((failure) => failure.url !== url) }))
      },
      forgetTogether: () => {
        set({ together: [] })
      },
    }
  })
}
