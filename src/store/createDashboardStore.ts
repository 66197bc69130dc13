import { temporal, type TemporalState } from 'zundo'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ReadAddress } from '../settings/address.ts'
import { DEFAULT_SETTINGS } from '../settings/pageSettings.ts'
import type { DashboardState } from './dashboardState.ts'
import { decisionsSlice } from './decisionsSlice.ts'
import { fitSlice } from './fitSlice.ts'
import { planSlice } from './planSlice.ts'
import type { GetState, SetState } from './slice.ts'
import { sweepsSlice } from './sweepsSlice.ts'
import { viewSlice } from './viewSlice.ts'

/** What undo takes back: data, mappings, decisions and settings, not where one looks. */
export type UndoableState = Pick<
  DashboardState,
  'sweeps' | 'activeSweepId' | 'decisions' | 'fits' | 'intervals' | 'change'
>

export type DashboardStore = StoreApi<DashboardState> & {
  readonly temporal: StoreApi<TemporalState<UndoableState>>
}

/** Changes that can be taken back. */
const UNDO_LIMIT = 100
/** Moves of one slider within this many ms are one change. */
const SAME_MOVE = 800

const NOTHING_SAID: ReadAddress = { page: {}, sweep: {}, wrong: [] }

/**
 * Makes a dashboard store that begins as an address says; each page, test and presentation window has
 * one of its own.
 */
export function createDashboardStore(address: ReadAddress = NOTHING_SAID): DashboardStore {
  let lastFitChange = Number.NEGATIVE_INFINITY
  const store = createStore<DashboardState>()(
    temporal((set, get) => stateOf(set, get, address), {
      limit: UNDO_LIMIT,
      partialize: ({ sweeps, activeSweepId, decisions, fits, intervals, change }) => ({
        ...{ sweeps, activeSweepId, decisions, fits, intervals, change },
      }),
      // To look at another sweep is no change by itself, and is not lost either.
      equality: (past, now) =>
        past.sweeps === now.sweeps &&
        past.decisions === now.decisions &&
        past.fits === now.fits &&
        past.intervals === now.intervals,
      handleSet: (save) => (past, replace, now) => {
        const before = past as unknown as UndoableState
        const isFit = before.sweeps === now.sweeps && before.decisions === now.decisions
        const sameMove = isFit && Date.now() - lastFitChange < SAME_MOVE
        lastFitChange = isFit ? Date.now() : Number.NEGATIVE_INFINITY
        if (!sameMove) save(past, replace as never)
      },
    }),
  )
  return store
}

function stateOf(set: SetState, get: GetState, { page, sweep }: ReadAddress): DashboardState {
  const { intervalMethod, replicates, seed, level, view, theme, language, ...plan } = {
    ...DEFAULT_SETTINGS,
    ...page,
  }
  return {
    ...sweepsSlice(set, get),
    ...decisionsSlice(set),
    ...fitSlice(set, { intervalMethod, replicates, seed, level }, sweep),
    ...planSlice(set, plan),
    ...viewSlice(set, get, { view, theme, language }),
  }
}
