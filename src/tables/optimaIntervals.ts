import { percentileInterval, type Interval } from '../numerics/percentileInterval.ts'
import {
  BOOTSTRAP_METHOD,
  type LawReplicates,
  type OptimumReplicates,
} from '../scaling/estimators/isoFlop/bootstrapLaws.ts'

/** Intervals of one quantity of every budget's optimum, by nominal budget in FLOPs. */
export function optimaIntervals(
  replicates: LawReplicates | null,
  quantity: Exclude<keyof OptimumReplicates, 'nominalFlops'>,
  level: number,
): ReadonlyMap<number, Interval> {
  const intervals = new Map<number, Interval>()
  for (const optimum of replicates?.optima ?? []) {
    const interval = percentileInterval(optimum[quantity], level, BOOTSTRAP_METHOD)
    if (interval !== null) intervals.set(optimum.nominalFlops, interval)
  }
  return intervals
}
