/** How the losses of a run's steps become the loss of the run. */
export const REDUCTIONS = ['final', 'smoothed', 'minimum'] as const
export type LogReduction = (typeof REDUCTIONS)[number]
