import type { Point } from '../plot/CurveLayer.tsx'
import type { LawAgainstComputeSeries } from './series.ts'

/** Ratios shown on either side of the law that all else is divided by. */
const REACH = 4

/**
 * The same marks divided by a law: laws that lie on one another on six decades of an axis are told
 * apart on one from 1/4 to 4. `reference` is the law's value at a compute in FLOPs.
 */
export function relativeSeries(
  series: LawAgainstComputeSeries,
  reference: (computeFlops: number) => number,
): LawAgainstComputeSeries {
  const points = (all: readonly Point[]): Point[] => all.map(([c, y]) => [c, y / reference(c)])
  return {
    ...series,
    optima: series.optima.map((optimum) => {
      const divisor = reference(optimum.computeFlops)
      const { interval } = optimum
      return {
        ...optimum,
        value: optimum.value / divisor,
        interval:
          interval === null ? null : { low: interval.low / divisor, high: interval.high / divisor },
      }
    }),
    fitted: points(series.fitted),
    extrapolated: series.extrapolated.map(points),
    band: { low: points(series.band.low), high: points(series.band.high) },
    references: series.references.map((line) => ({ ...line, points: points(line.points) })),
    asymptote: null,
    yDomain: [1 / REACH, REACH],
  }
}
