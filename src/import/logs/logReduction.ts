/** How the losses of a run's steps become the loss of the run. */
export const REDUCTIONS = ['final', 'smoothed', 'minimum'] as const
export type LogReduction = (typeof REDUCTIONS)[number]

/** How a log becomes runs: one a run of it by a reduction, or points of its curves at equal compute. */
export const LOG_READINGS = [...REDUCTIONS, 'budgets'] as const
export type LogReading = (typeof LOG_READINGS)[number]
