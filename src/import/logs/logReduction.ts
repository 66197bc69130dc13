/** How the losses of a run's steps become the loss of the run. */
export type LogReduction = 'final' | 'smoothed' | 'minimum'
