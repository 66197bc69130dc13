import { temporal, type TemporalState } from 'zundo'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { guessMapping } from '../import/columns/guessMapping.ts'
import { sweepTable } from '../import/sources/sweepTable.ts'
import { MAX_BUDGET, MIN_BUDGET } from '../planning/computeBudget.ts'
import type { ReadAddress } from '../settings/address.ts'
import { DEFAULT_SETTINGS } from '../settings/pageSettings.ts'
import type { DashboardState, RunDecision } from './dashboardState.ts'
import { readAgain, readingsOf, type LoadedSweep, type ReadingChoices } from './loadedSweep.ts'
import { newId } from './newId.ts'
import { isEqual } from './mergeRecords.ts'
import { replaceFile } from './replaceFile.ts'
import { completedSweep, pooledSweep, populationsBeside, sweepsOfFiles } from './sweepsOfFiles.ts'

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

type Set = (
  change: Partial<DashboardState> | ((state: DashboardState) => Partial<DashboardState>),
) => void

function stateOf(set: Set, get: () => DashboardState, address: ReadAddress): DashboardState {
  const { replicates, seed, level, ...page } = { ...DEFAULT_SETTINGS, ...address.page }
  const linked = address.sweep
  const withSweep = (
    id: string,
    change: string,
    edit: (sweep: LoadedSweep) => LoadedSweep,
  ): void => {
    set((state) => ({
      sweeps: state.sweeps.map((sweep) => (sweep.id === id ? edit(sweep) : sweep)),
      change,
    }))
  }
  const nameOf = (id: string): string => get().sweeps.find((sweep) => sweep.id === id)?.name ?? ''

  return {
    sweeps: [],
    activeSweepId: null,
    refused: [],
    decisions: {},
    change: null,
    replacement: null,
    keeping: { status: 'unknown' },
    fits: {},
    intervals: { replicates, seed, level },
    ...page,
    linkedChoices: Object.keys(linked).length > 0 ? linked : null,
    theme: 'system',
    litBudget: null,

    addFiles: (files, origin, { asOne = false, besideOthers = false, readings } = {}) => {
      const [only] = files
      if (only === undefined) return
      const replaced =
        files.length === 1 && !besideOthers && origin.kind === 'file'
          ? replaceFile(get(), only)
          : null
      if (replaced !== null) {
        set(replaced)
        return
      }
      const own = readings?.get(only.id) ?? readingsOf([only])
      const ownRuns = own.reduce((sum, { imported }) => sum + imported.runs.length, 0)
      const completed =
        files.length === 1 && !besideOthers ? completedSweep(get().sweeps, only, ownRuns) : null
      if (completed !== null) {
        const { before, after } = completed
        set((state) => ({
          sweeps: state.sweeps.map((sweep) => (sweep === before ? after : sweep)),
          activeSweepId: after.id,
          replacement: null,
          change: `complete ${before.name} from ${only.name}`,
        }))
        return
      }
      const parts = asOne ? [files] : files.map((file) => [file])
      const added = parts.flatMap((part) =>
        sweepsOfFiles(
          part,
          origin,
          part.length === 1 ? readings?.get(part[0]?.id ?? '') : undefined,
        ),
      )
      const [first] = added
      const isLinked = origin.kind === 'sample' || origin.kind === 'web'
      set((state) => ({
        ...(isLinked && first !== undefined && state.linkedChoices !== null
          ? { fits: { ...state.fits, [first.id]: state.linkedChoices }, linkedChoices: null }
          : {}),
        sweeps: [...state.sweeps, ...added],
        // A sample that comes late must not take the place of what a person has opened meanwhile.
        activeSweepId:
          origin.kind === 'sample' && state.activeSweepId !== null
            ? state.activeSweepId
            : shownAfter(state, added),
        replacement: null,
        change: `add ${added.map((sweep) => sweep.name).join(', ')}`,
      }))
    },

    addRefusal: (fileName, issues, longLog) => {
      const refusal = {
        ...{ id: newId(), fileName, issues },
        ...(longLog === undefined ? {} : { longLog }),
      }
      set((state) => ({ refused: [...state.refused, refusal] }))
    },

    dismissRefusal: (id) => {
      set((state) => ({ refused: state.refused.filter((refusal) => refusal.id !== id) }))
    },

    dismissReplacement: () => {
      set({ replacement: null })
    },

    setKeeping: (keeping) => {
      set({ keeping })
    },

    chooseSweep: (id) => {
      set({ activeSweepId: id })
    },

    removeSweep: (id) => {
      const change = `remove ${nameOf(id)}`
      set((state) => {
        const sweeps = state.sweeps.filter((sweep) => sweep.id !== id)
        const { [id]: _, ...decisions } = state.decisions
        const { [id]: __, ...fits } = state.fits
        const activeSweepId =
          state.activeSweepId === id ? (sweeps.at(-1)?.id ?? null) : state.activeSweepId
        return { sweeps, decisions, fits, activeSweepId, change }
      })
    },

    renameSweep: (id, name) => {
      if (name.trim() === '') return
      withSweep(id, `rename ${nameOf(id)}`, (sweep) => ({ ...sweep, name: name.trim() }))
    },

    duplicateSweep: (id) => {
      set((state) => {
        const original = state.sweeps.find((sweep) => sweep.id === id)
        if (original === undefined) return {}
        const copy = {
          ...original,
          id: newId(),
          name: `${original.name} (copy)`,
          addedAt: Date.now(),
        }
        return {
          sweeps: state.sweeps.flatMap((sweep) => (sweep.id === id ? [sweep, copy] : [sweep])),
          decisions: { ...state.decisions, [copy.id]: state.decisions[id] ?? {} },
          fits: withChoices(state, id, [copy]),
          activeSweepId: copy.id,
          change: `duplicate ${original.name}`,
        }
      })
    },

    joinSweeps: (ids) => {
      set((state) => {
        const parts = state.sweeps.filter((sweep) => ids.includes(sweep.id))
        const [first] = parts
        if (first === undefined || parts.length < 2) return {}
        const files = new Map(parts.flatMap((sweep) => sweep.files.map((file) => [file.id, file])))
        const joined = pooledSweep([...files.values()], first.origin)
        return {
          sweeps: state.sweeps.flatMap((sweep) =>
            sweep === first ? [joined] : ids.includes(sweep.id) ? [] : [sweep],
          ),
          fits: withChoices(state, first.id, [joined]),
          activeSweepId: joined.id,
          change: `join ${parts.length} sweeps`,
        }
      })
    },

    splitSweep: (id) => {
      set((state) => {
        const whole = state.sweeps.find((sweep) => sweep.id === id)
        if (whole === undefined || whole.files.length < 2) return {}
        const parts = whole.files.flatMap((file) => sweepsOfFiles([file], whole.origin))
        return {
          sweeps: state.sweeps.flatMap((sweep) => (sweep === whole ? parts : [sweep])),
          fits: withChoices(state, id, parts),
          activeSweepId: parts[0]?.id ?? null,
          change: `split ${whole.name}`,
        }
      })
    },

    poolPopulations: (id) => {
      set((state) => {
        const one = state.sweeps.find((sweep) => sweep.id === id)
        if (one === undefined || one.conditions.length === 0) return {}
        const parts = populationsBeside(state.sweeps, one)
        const pooled = pooledSweep(one.files, one.origin)
        const decisions = Object.assign(
          {},
          ...parts.map((sweep) => state.decisions[sweep.id] ?? {}),
        ) as DashboardState['decisions'][string]
        return {
          sweeps: state.sweeps.flatMap((sweep) =>
            sweep === parts[0] ? [pooled] : parts.includes(sweep) ? [] : [sweep],
          ),
          decisions: { ...state.decisions, [pooled.id]: decisions },
          fits: withChoices(state, id, [pooled]),
          activeSweepId: pooled.id,
          change: `pool the runs of ${pooled.name}`,
        }
      })
    },

    separatePopulations: (id) => {
      set((state) => {
        const whole = state.sweeps.find((sweep) => sweep.id === id)
        if (whole === undefined) return {}
        const parts = sweepsOfFiles(whole.files, whole.origin)
        const before = state.decisions[id] ?? {}
        return {
          sweeps: state.sweeps.flatMap((sweep) => (sweep === whole ? parts : [sweep])),
          decisions: {
            ...state.decisions,
            ...Object.fromEntries(parts.map((part) => [part.id, before])),
          },
          fits: withChoices(state, id, parts),
          activeSweepId: parts[0]?.id ?? null,
          change: `separate the runs of ${whole.name}`,
        }
      })
    },

    restoreSweeps: (sweeps, decisions, fits) => {
      set((state) => ({
        sweeps: [...sweeps, ...state.sweeps],
        decisions: { ...decisions, ...state.decisions },
        fits: { ...fits, ...state.fits },
        activeSweepId: state.activeSweepId ?? sweeps.at(-1)?.id ?? null,
      }))
    },

    reread: (id, choices) => {
      withSweep(id, 'change how the columns are read', (sweep) =>
        readAgain(sweep, { ...sweep, ...withGuesses(sweep, choices) }),
      )
    },

    decideRuns: (sweepId, runIds, decision) => {
      set((state) => decide(state, sweepId, runIds, () => decision, VERBS[decision]))
    },

    includeRuns: (sweepId, runIds, use) => {
      const after = (before: RunDecision | undefined): RunDecision => {
        const isAveraged = before === 'averaged' || before === 'averaged-set-aside'
        if (use) return isAveraged ? 'averaged' : 'kept'
        return isAveraged ? 'averaged-set-aside' : 'set-aside'
      }
      set((state) => decide(state, sweepId, runIds, after, use ? 'keep' : 'set aside'))
    },

    resetDecisions: (sweepId) => {
      set((state) => ({
        decisions: { ...state.decisions, [sweepId]: {} },
        change: 'forget the decisions about runs',
      }))
    },

    chooseFit: (sweepId, choices) => {
      set(({ fits }) => ({
        fits: { ...fits, [sweepId]: { ...fits[sweepId], ...choices } },
        change: 'change the settings',
      }))
    },
    chooseIntervals: (choices) => {
      set(({ intervals }) => ({
        intervals: { ...intervals, ...choices },
        change: 'change the settings',
      }))
    },
    setComputeFlops: (flops) => {
      set({ computeFlops: Math.min(MAX_BUDGET, Math.max(MIN_BUDGET, flops)) })
    },
    setQuality: (quality) => {
      set({ quality })
    },
    planWithFit: (plansWithFit) => {
      set({ plansWithFit })
    },
    setUtilisation: (utilisation) => {
      set({ utilisation })
    },
    compareLaw: (comparedLawId) => {
      set({ comparedLawId })
    },
    showRatios: (showsRatios) => {
      set({ showsRatios })
    },
    showView: (view) => {
      set({ view })
    },
    followAddress: (said) => {
      const { replicates, seed, level, ...page } = { ...DEFAULT_SETTINGS, ...said.page }
      set(({ intervals, fits, activeSweepId }) => ({
        ...page,
        intervals: isEqual(intervals, { replicates, seed, level })
          ? intervals
          : { replicates, seed, level },
        ...(activeSweepId === null || isEqual(fits[activeSweepId] ?? {}, said.sweep)
          ? {}
          : { fits: { ...fits, [activeSweepId]: said.sweep } }),
        change: 'follow the address',
      }))
    },
    setTheme: (theme) => {
      set({ theme })
    },
    lightBudget: (nominalFlops) => {
      if (get().litBudget !== nominalFlops) set({ litBudget: nominalFlops })
    },
  }
}

const VERBS: Readonly<Record<RunDecision, string>> = {
  'set-aside': 'set aside',
  'averaged-set-aside': 'set aside',
  kept: 'keep',
  averaged: 'average',
}

function decide(
  { decisions }: DashboardState,
  sweepId: string,
  runIds: readonly string[],
  after: (before: RunDecision | undefined) => RunDecision,
  verb: string,
): Partial<DashboardState> {
  const before = decisions[sweepId] ?? {}
  const decided = Object.fromEntries(runIds.map((runId) => [runId, after(before[runId])]))
  return {
    decisions: { ...decisions, [sweepId]: { ...before, ...decided } },
    change: `${verb} ${runIds.length === 1 ? 'a run' : `${runIds.length} runs`}`,
  }
}

/** The choices about a sweep, for the sweeps that are made of it too. */
function withChoices(
  { fits }: DashboardState,
  id: string,
  made: readonly LoadedSweep[],
): DashboardState['fits'] {
  const chosen = fits[id]
  if (chosen === undefined) return fits
  return { ...fits, ...Object.fromEntries(made.map((sweep) => [sweep.id, chosen])) }
}

/** A sweep without a single run must not take the place of one that works. */
function shownAfter(state: DashboardState, added: readonly LoadedSweep[]): string | null {
  const usable = added.findLast((sweep) => sweep.imported.runs.length > 0)
  return usable?.id ?? state.activeSweepId ?? added[0]?.id ?? null
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
