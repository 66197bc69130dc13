import { MAX_BUDGET, MIN_BUDGET } from '../planning/computeBudget.ts'
import type { PageSettings } from '../settings/pageSettings.ts'
import type { PlannerSettings } from '../settings/plannerSettings.ts'
import type { DashboardState } from './dashboardState.ts'
import type { SetState } from './slice.ts'

type PlanSettings = Pick<
  PageSettings,
  | 'computeFlops'
  | 'quality'
  | 'pinBudget'
  | 'showsAllCorpora'
  | 'plansWithFit'
  | 'utilisation'
  | 'comparedLawId'
  | 'showsRatios'
  | 'showsEstimators'
  | 'flatness'
  | 'measuredAlike'
> &
  PlannerSettings

type PlanSlice = PlanSettings &
  Pick<
    DashboardState,
    | 'setComputeFlops'
    | 'setQuality'
    | 'setPinBudget'
    | 'showAllCorpora'
    | 'planWithFit'
    | 'setUtilisation'
    | 'compareLaw'
    | 'showRatios'
    | 'showEstimators'
    | 'setFlatness'
    | 'choosePlan'
    | 'compareLosses'
  >

/** What is planned for, and by whose law. */
export function planSlice(set: SetState, settings: PlanSettings): PlanSlice {
  return {
    ...settings,

    setComputeFlops: (flops) => {
      set({ computeFlops: Math.min(MAX_BUDGET, Math.max(MIN_BUDGET, flops)) })
    },
    setQuality: (quality) => {
      set({ quality })
    },
    setPinBudget: (pinBudget) => {
      set({ pinBudget })
    },
    showAllCorpora: (showsAllCorpora) => {
      set({ showsAllCorpora })
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
    showEstimators: (showsEstimators) => {
      set({ showsEstimators })
    },
    setFlatness: (flatness) => {
      set({ flatness })
    },
    compareLosses: (measuredAlike) => {
      set({ measuredAlike })
    },
    choosePlan: (choices) => {
      set(choices)
    },
  }
}
