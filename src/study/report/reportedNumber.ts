import { percentiles, type Replicates } from '../../numerics/percentileInterval.ts'

/** A number with its interval; what does not exist is null, and `reason` says why. */
export interface ReportedNumber {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly reason?: string
}

/** A number that there is not. */
export function none(reason: string): ReportedNumber {
  return { value: null, low: null, high: null, reason }
}

/** A number with the percentiles of its replicates at a level, which `as` brings to its unit. */
export function numberWith(
  value: number,
  columns: Replicates | undefined,
  level: number,
  as: (value: number) => number = (x) => x,
): ReportedNumber {
  const ends = columns === undefined ? null : percentiles(columns, level)
  if (ends === null) return { value, low: null, high: null, reason: 'no-interval' }
  return { value, low: as(ends.low), high: as(ends.high) }
}
