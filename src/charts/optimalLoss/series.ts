import type { LossLawReplicates } from '../../scaling/bootstrapLaws.ts'
import { evaluateLossLaw, type LossLaw } from '../../scaling/lossLaw.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { intervalBand, NO_BAND, type Band } from '../plot/intervalBand.ts'
import { logGrid } from '../plot/logGrid.ts'
import type { OptimumPoint } from '../powerLaws/series.ts'

export interface OptimalLossSeries {
  readonly optima: readonly OptimumPoint[]
  readonly fitted: readonly Point[]
  readonly extrapolated: readonly (readonly Point[])[]
  readonly band: Band
  /** The irreducible term E, loss unit, where the form has one. */
  readonly irreducible: number | null
  readonly fittedRange: { readonly low: number; readonly high: number } | null
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const GRID_POINTS = 61
const BELOW = 3
const ABOVE = 1000

/**
 * Marks of the chart of loss at the optimum against compute: minima of the profiles
 * (`OptimumPoint.value` is a loss), the fitted L(C) and its interval band.
 */
export function optimalLossSeries(
  optima: readonly OptimumPoint[],
  law: LossLaw | null,
  replicates: LossLawReplicates | null,
  level: number,
): OptimalLossSeries {
  const all = optima.map((point) => point.computeFlops)
  const budgets = optima.filter((point) => point.interior).map((point) => point.computeFlops)
  const low = Math.min(...(all.length > 0 ? all : [1e17])) / BELOW
  const high = Math.max(...(all.length > 0 ? all : [3e20])) * ABOVE
  const range =
    law !== null && budgets.length > 0
      ? { low: Math.min(...budgets), high: Math.max(...budgets) }
      : null
  const line = (from: number, to: number): Point[] =>
    law === null ? [] : logGrid(from, to, GRID_POINTS).map((c) => [c, evaluateLossLaw(law, c)])
  const fitted = range === null ? [] : line(range.low, range.high)
  const extrapolated = range === null ? [] : [line(low, range.low), line(range.high, high)]
  const band =
    law === null || replicates === null
      ? NO_BAND
      : intervalBand(logGrid(low, high, GRID_POINTS), level, (c) =>
          replicates.irreducible.map(
            (e, i) =>
              e +
              Math.exp(
                (replicates.logCoefficient[i] ?? Number.NaN) -
                  (replicates.exponent[i] ?? Number.NaN) * Math.log(c),
              ),
          ),
        )
  const ys = [
    ...optima.filter((point) => point.interior).map((point) => point.value),
    ...[...fitted, ...extrapolated.flat(), ...band.low, ...band.high].map(([, y]) => y),
  ]
  return {
    optima,
    fitted,
    extrapolated,
    band,
    irreducible: law !== null && law.irreducible > 0 ? law.irreducible : null,
    fittedRange: range,
    xDomain: [low, high],
    yDomain: logDomain(ys),
  }
}
