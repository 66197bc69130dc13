import { DEFAULT_SETTINGS, type ViewId } from '../settings/pageSettings.ts'
import type { DashboardState } from './dashboardState.ts'
import { isEqual } from './isEqual.ts'
import type { GetState, SetState } from './slice.ts'

type ViewSlice = Pick<
  DashboardState,
  'view' | 'theme' | 'litBudget' | 'showView' | 'followAddress' | 'setTheme' | 'lightBudget'
>

/** What is looked at, and in what light. */
export function viewSlice(set: SetState, get: GetState, view: ViewId): ViewSlice {
  return {
    view,
    theme: 'system',
    litBudget: null,

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
        change: { kind: 'address' },
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
