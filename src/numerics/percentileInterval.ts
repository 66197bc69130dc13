import { quantileSorted } from 'd3-array'

/**
 * How an interval came about: run noise carried through the fit (delta), the scatter of the optima about
 * their law, a bootstrap with signs (wild) or of runs (pairs), or a jackknife over budgets.
 */
export type IntervalOrigin = 'delta' | 'scatter' | 'wild' | 'pairs' | 'leave-one-out'

/** Two ends of an interval, how much it is meant to hold, and how it was made. */
export interface Interval {
  readonly low: number
  readonly high: number
  /** Nominal coverage, 0..1. */
  readonly level: number
  readonly origin: IntervalOrigin
}

/** A number a replicate. */
export type Replicates = ArrayLike<number> & Iterable<number>

/**
 * The (1 - level)/2 and (1 + level)/2 quantiles of replicates, linear between order statistics
 * (Hyndman and Fan 1996, type 7). NaN replicates (a resample that could not be fitted) are left
 * out; null when fewer than 20 are left.
 */
export function percentiles(
  replicates: Replicates,
  level: number,
): { readonly low: number; readonly high: number } | null {
  const finite = new Float64Array(replicates.length)
  let count = 0
  for (const value of replicates) {
    if (Number.isFinite(value)) finite[count++] = value
  }
  if (count < 20) return null
  // Its types ask for an array, and it only looks at places: a copy would take longer than the sort.
  const sorted = finite.subarray(0, count).sort() as unknown as number[]
  const low = quantileSorted(sorted, (1 - level) / 2)
  const high = quantileSorted(sorted, (1 + level) / 2)
  return low === undefined || high === undefined ? null : { low, high }
}

/** {@link percentiles} as an interval that says how it was made. */
export function percentileInterval(
  replicates: Replicates,
  level: number,
  origin: IntervalOrigin,
): Interval | null {
  const ends = percentiles(replicates, level)
  return ends === null ? null : { ...ends, level, origin }
}
