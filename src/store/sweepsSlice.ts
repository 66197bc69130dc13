import type { Change } from '../words/change.ts'
import type { DashboardState } from './dashboardState.ts'
import { finished } from '../numerics/steps.ts'
import { readingsOf, rereadSteps, type LoadedSweep } from './loadedSweep.ts'
import { newId } from './newId.ts'
import { replaceFile } from './replaceFile.ts'
import type { GetState, SetState } from './slice.ts'
import { completedSweep, pooledSweep, populationsBeside, sweepsOfFiles } from './sweepsOfFiles.ts'

type SweepsSlice = Pick<
  DashboardState,
  | 'sweeps'
  | 'activeSweepId'
  | 'refused'
  | 'replacement'
  | 'keeping'
  | 'change'
  | 'addFiles'
  | 'addRefusal'
  | 'dismissRefusal'
  | 'dismissReplacement'
  | 'setKeeping'
  | 'chooseSweep'
  | 'removeSweep'
  | 'renameSweep'
  | 'duplicateSweep'
  | 'joinSweeps'
  | 'splitSweep'
  | 'poolPopulations'
  | 'separatePopulations'
  | 'restoreSweeps'
  | 'reread'
  | 'takeReading'
>

/** The sweeps of the page: added, named, joined, parted and read anew. */
export function sweepsSlice(set: SetState, get: GetState): SweepsSlice {
  const withSweep = (
    id: string,
    change: Change,
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
    change: null,
    replacement: null,
    keeping: { status: 'unknown' },

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
          change: { kind: 'complete', sweep: before.name, file: only.name },
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
        change: { kind: 'add', sweeps: added.map((sweep) => sweep.name) },
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
      const change = { kind: 'remove', sweep: nameOf(id) } as const
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
      withSweep(id, { kind: 'rename', sweep: nameOf(id) }, (sweep) => ({
        ...sweep,
        name: name.trim(),
      }))
    },

    duplicateSweep: (id) => {
      set((state) => {
        const original = state.sweeps.find((sweep) => sweep.id === id)
        if (original === undefined) return {}
        const copy = {
          ...original,
          id: newId(),
          name: `${original.name} (2)`,
          addedAt: Date.now(),
        }
        return {
          sweeps: state.sweeps.flatMap((sweep) => (sweep.id === id ? [sweep, copy] : [sweep])),
          decisions: { ...state.decisions, [copy.id]: state.decisions[id] ?? {} },
          fits: withChoices(state, id, [copy]),
          activeSweepId: copy.id,
          change: { kind: 'duplicate', sweep: original.name },
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
          change: { kind: 'join', sweeps: parts.length },
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
          change: { kind: 'split', sweep: whole.name },
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
          change: { kind: 'pool', sweep: pooled.name },
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
          change: { kind: 'separate', sweep: whole.name },
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
      withSweep(id, { kind: 'columns' }, (sweep) => finished(rereadSteps(sweep, choices)))
    },
    takeReading: (before, after) => {
      withSweep(before.id, { kind: 'columns' }, (sweep) =>
        // What was changed meanwhile goes before what began earlier.
        sweep.revision === before.revision ? { ...after, name: sweep.name } : sweep,
      )
    },
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
