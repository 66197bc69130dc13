import type { LogReduction } from '../../import/logs/logReduction.ts'

/** What the reductions are called. */
export const REDUCTION_NAMES: Readonly<Record<LogReduction, string>> = {
  final: 'final loss',
  smoothed: 'mean of the last 5%',
  minimum: 'lowest loss',
}
