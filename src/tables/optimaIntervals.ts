import { percentileInterval, type Interval } from '../numerics/percentileInterval.ts'
import {
  originOfOptima,
  type LawReplicates,
  type OptimumReplicates,
} from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'

/** Intervals of one quantity of every budget's optimum, by nominal budget in FLOPs. */
export function optimaIntervals(
  replicates: LawReplicates | null,
  quantity: Exclude<keyof OptimumReplicates, 'nominalFlops'>,
  level: number,
): ReadonlyMap<number, Interval> {
  const intervals = new Map<number, Interval>()
  if (replicates === null) return intervals
  const origin = originOfOptima(replicates)
  for (const optimum of replicates.optima) {
    const interval = percentileInterval(optimum[quantity], level, origin)
    if (interval !== null) intervals.set(optimum.nominalFlops, interval)
  }
  return intervals
}
