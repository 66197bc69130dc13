import { DEFAULT_SETTINGS, type PageSettings } from '../settings/pageSettings.ts'
import type { DashboardState } from './dashboardState.ts'
import { isEqual } from './isEqual.ts'
import type { GetState, SetState } from './slice.ts'

type ViewSlice = Pick<
  DashboardState,
  | 'view'
  | 'theme'
  | 'language'
  | 'litBudget'
  | 'showView'
  | 'followAddress'
  | 'setTheme'
  | 'speak'
  | 'lightBudget'
>

/** What is looked at, in what light and in which language. */
export function viewSlice(
  set: SetState,
  get: GetState,
  settings: Pick<PageSettings, 'view' | 'theme' | 'language'>,
): ViewSlice {
  return {
    ...settings,
    litBudget: null,

    showView: (view) => {
      set({ view })
    },
    followAddress: (said) => {
      const { intervalMethod, replicates, seed, level, ...page } = {
        ...DEFAULT_SETTINGS,
        ...said.page,
      }
      const saidOfIntervals = { intervalMethod, replicates, seed, level }
      set(({ intervals, fits, activeSweepId }) => ({
        ...page,
        intervals: isEqual(intervals, saidOfIntervals) ? intervals : saidOfIntervals,
        ...(activeSweepId === null || isEqual(fits[activeSweepId] ?? {}, said.sweep)
          ? {}
          : { fits: { ...fits, [activeSweepId]: said.sweep } }),
        change: { kind: 'address' },
      }))
    },
    setTheme: (theme) => {
      set({ theme })
    },
    speak: (language) => {
      set({ language })
    },
    lightBudget: (nominalFlops) => {
      if (get().litBudget !== nominalFlops) set({ litBudget: nominalFlops })
    },
  }
}
