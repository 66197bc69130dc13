import type { PowerLawReplicates } from '../../scaling/bootstrapLaws.ts'
import { evaluatePowerLaw, type PowerLaw } from '../../scaling/powerLaw.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { intervalBand, NO_BAND, type Band } from '../plot/intervalBand.ts'
import { logGrid } from '../plot/logGrid.ts'

/** One observed optimum: budget (FLOPs) and position (axis unit). */
export interface OptimumPoint {
  readonly budget: number
  readonly computeFlops: number
  readonly value: number
  readonly interior: boolean
  readonly interval: { readonly low: number; readonly high: number } | null
}

/** A published law to draw beside the fit, in the same unit as the optima. */
export interface ReferenceLaw {
  readonly id: string
  readonly label: string
  readonly law: PowerLaw
}

export interface PowerLawSeries {
  readonly optima: readonly OptimumPoint[]
  /** The own fit within the fitted budgets, and beyond them on either side; empty without a fit. */
  readonly fitted: readonly Point[]
  readonly extrapolated: readonly (readonly Point[])[]
  readonly band: Band
  readonly references: readonly {
    readonly id: string
    readonly label: string
    readonly points: readonly Point[]
  }[]
  /** Smallest and largest fitted budget, FLOPs; null without a fit. */
  readonly fittedRange: { readonly low: number; readonly high: number } | null
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const GRID_POINTS = 41
/** How far the axis reaches beyond the budgets, to show what an extrapolation would say. */
const BELOW = 3
const ABOVE = 1000

/**
 * Marks of a power-law chart (M_opt, N_opt or D_opt against C): optima, the fit with its
 * interval band, and published laws, over compute from a third of the smallest budget to a
 * thousand times the largest.
 */
export function powerLawSeries(
  optima: readonly OptimumPoint[],
  law: PowerLaw | null,
  replicates: PowerLawReplicates | null,
  level: number,
  references: readonly ReferenceLaw[],
): PowerLawSeries {
  const budgets = optima.filter((point) => point.interior).map((point) => point.computeFlops)
  const all = optima.map((point) => point.computeFlops)
  const low = Math.min(...(all.length > 0 ? all : [1e17])) / BELOW
  const high = Math.max(...(all.length > 0 ? all : [3e20])) * ABOVE
  const range =
    budgets.length > 0 && law !== null
      ? { low: Math.min(...budgets), high: Math.max(...budgets) }
      : null
  const line = (of: PowerLaw, from: number, to: number): Point[] =>
    logGrid(from, to, 2).map((c) => [c, evaluatePowerLaw(of, c)])
  const grid = logGrid(low, high, GRID_POINTS)
  const band =
    law === null || replicates === null
      ? NO_BAND
      : intervalBand(grid, level, (c) =>
          replicates.logCoefficient.map((intercept, i) =>
            Math.exp(intercept + (replicates.exponent[i] ?? Number.NaN) * Math.log(c)),
          ),
        )
  const referenceLines = references.map(({ id, label, law: reference }) => ({
    id,
    label,
    points: line(reference, low, high),
  }))
  const fitted = law !== null && range !== null ? line(law, range.low, range.high) : []
  const extrapolated =
    law !== null && range !== null ? [line(law, low, range.low), line(law, range.high, high)] : []
  const ys = [
    ...optima.filter((point) => point.interior).map((point) => point.value),
    ...[...fitted, ...extrapolated.flat()].map(([, y]) => y),
    ...referenceLines.flatMap(({ points }) => points.map(([, y]) => y)),
  ]
  return {
    optima,
    fitted,
    extrapolated,
    band,
    references: referenceLines,
    fittedRange: range,
    xDomain: [low, high],
    yDomain: logDomain(ys, 0.03),
  }
}
