import { extent } from 'd3-array'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { intervalBand, NO_BAND, type Band } from '../plot/intervalBand.ts'
import { logGrid } from '../plot/logGrid.ts'

/** One observed optimum: its budget (FLOPs) and its value in the unit of the axis. */
export interface OptimumPoint {
  readonly budget: number
  readonly computeFlops: number
  readonly value: number
  /** Whether it is in the law: trusted, and inside the sampled range. */
  readonly counts: boolean
  readonly interval: { readonly low: number; readonly high: number } | null
}

/** A line of its own beside the fit, named by its id and label. */
export interface LabelledLine {
  readonly id: string
  readonly label: string
  readonly points: readonly Point[]
}

/** Marks of a chart of one quantity of the optimum against compute, in data units. */
export interface LawAgainstComputeSeries {
  readonly optima: readonly OptimumPoint[]
  /** The own fit within the fitted budgets, and beyond them on either side; empty without a fit. */
  readonly fitted: readonly Point[]
  readonly extrapolated: readonly (readonly Point[])[]
  readonly band: Band
  readonly references: readonly LabelledLine[]
  /** Value that the law tends to and never reaches; null when there is none. */
  readonly asymptote: number | null
  /** Smallest and largest fitted budget, FLOPs; null without a fit. */
  readonly fittedRange: { readonly low: number; readonly high: number } | null
  readonly xDomain: Domain
  readonly yDomain: Domain
}

export interface LawAgainstComputeInput {
  readonly optima: readonly OptimumPoint[]
  /** The fitted law as a function of C in FLOPs; null without a fit. */
  readonly law: ((computeFlops: number) => number) | null
  /** Every bootstrap replicate's value at C; null before they are there. */
  readonly replicatesAt: ((computeFlops: number) => Float64Array) | null
  /** Coverage of the band, 0..1. */
  readonly level: number
  readonly references: readonly {
    readonly id: string
    readonly label: string
    readonly law: (computeFlops: number) => number
  }[]
  readonly asymptote: number | null
}

const GRID_POINTS = 61
/** How far the axis reaches beyond the budgets, to show what an extrapolation would say. */
const BELOW = 3
const ABOVE = 1000

/**
 * Lays out optima, the fit with its interval band, and other laws over compute from a third of
 * the smallest budget to a thousand times the largest.
 */
export function lawAgainstComputeSeries({
  optima,
  law,
  replicatesAt,
  level,
  references,
  asymptote,
}: LawAgainstComputeInput): LawAgainstComputeSeries {
  const [least = 1e17, most = 3e20] = extent(optima, (point) => point.computeFlops)
  const [low, high] = [least / BELOW, most * ABOVE]
  const counting = optima.filter((point) => point.counts)
  const [first, last] = extent(counting, (point) => point.computeFlops)
  const fittedRange = law === null || first === undefined ? null : { low: first, high: last }
  const line = (of: (c: number) => number, from: number, to: number): Point[] =>
    logGrid(from, to, GRID_POINTS).map((c) => [c, of(c)])
  const fits = law !== null && fittedRange !== null
  const fitted = fits ? line(law, fittedRange.low, fittedRange.high) : []
  const extrapolated = fits
    ? [line(law, low, fittedRange.low), line(law, fittedRange.high, high)]
    : []
  const referenceLines = references.map(({ id, label, law: reference }) => ({
    id,
    label,
    points: line(reference, low, high),
  }))
  const lines = [fitted, ...extrapolated, ...referenceLines.map(({ points }) => points)]
  const values = [...counting.map((point) => point.value), ...lines.flat().map(([, y]) => y)]
  if (asymptote !== null) values.push(asymptote)
  return {
    optima,
    fitted,
    extrapolated,
    band:
      fits && replicatesAt !== null
        ? intervalBand(logGrid(low, high, GRID_POINTS), level, replicatesAt)
        : NO_BAND,
    references: referenceLines,
    asymptote,
    fittedRange,
    xDomain: [low, high],
    yDomain: logDomain(values, 0.03),
  }
}
