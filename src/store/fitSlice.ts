import type { IntervalChoices, SweepChoices } from '../study/choices.ts'
import type { DashboardState } from './dashboardState.ts'
import type { SetState } from './slice.ts'

type FitSlice = Pick<
  DashboardState,
  'fits' | 'intervals' | 'linkedChoices' | 'chooseFit' | 'chooseIntervals'
>

/** How sweeps are fitted; `linked` is what a link says of the one that comes with the page. */
export function fitSlice(
  set: SetState,
  intervals: IntervalChoices,
  linked: Partial<SweepChoices>,
): FitSlice {
  return {
    fits: {},
    intervals,
    linkedChoices: Object.keys(linked).length > 0 ? linked : null,

    chooseFit: (sweepId, choices) => {
      set(({ fits }) => ({
        fits: { ...fits, [sweepId]: { ...fits[sweepId], ...choices } },
        change: { kind: 'settings' },
      }))
    },
    chooseIntervals: (choices) => {
      set(({ intervals }) => ({
        intervals: { ...intervals, ...choices },
        change: { kind: 'settings' },
      }))
    },
  }
}
