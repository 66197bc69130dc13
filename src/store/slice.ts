import type { DashboardState } from './dashboardState.ts'

/** Changes a part of the state, as zustand does. */
export type SetState = (
  change: Partial<DashboardState> | ((state: DashboardState) => Partial<DashboardState>),
) => void

export type GetState = () => DashboardState
