import { percentiles } from '../../numerics/percentileInterval.ts'
import type { Point } from './CurveLayer.tsx'

/** The two edges of an interval band over a grid of x, in data units. */
export interface Band {
  readonly low: readonly Point[]
  readonly high: readonly Point[]
}

/** No band: nothing was computed. */
export const NO_BAND: Band = { low: [], high: [] }

/**
 * Pointwise percentile band of replicates: `valuesAt(x)` gives every replicate's value at x.
 * Points without enough replicates are left out.
 */
export function intervalBand(
  grid: readonly number[],
  level: number,
  valuesAt: (x: number) => Float64Array,
): Band {
  const low: Point[] = []
  const high: Point[] = []
  for (const x of grid) {
    const ends = percentiles(valuesAt(x), level)
    if (ends === null) continue
    low.push([x, ends.low])
    high.push([x, ends.high])
  }
  return { low, high }
}
