import { percentiles } from '../../numerics/percentileInterval.ts'
import type { ParametricLoss } from '../../scaling/forms/parametricLoss.ts'
import type { SurfaceMethod } from '../../scaling/estimators/surface/fitSurface.ts'
import type { FittedSurface } from '../methodLaws.ts'
import { none, numberWith, type ReportedNumber } from './reportedNumber.ts'

type Coefficient = keyof ParametricLoss

/** The loss surface L = E + A/x^α + B/D^β, x the scale in its metric. */
export interface ReportedParametric {
  /** `fitted`, `degenerate` (the data do not determine it; `reason` says how) or `unfittable`. */
  readonly status: 'fitted' | 'degenerate' | 'unfittable'
  readonly reason: string | null
  readonly method: SurfaceMethod
  readonly runs: number | null
  /** Runs that the default gives no weight. */
  readonly withoutWeight: number | null
  readonly values: Readonly<Record<Coefficient, number | null>>
  readonly intervals: Readonly<
    Record<Coefficient, { readonly low: number | null; readonly high: number | null }>
  >
  /** The sum that was minimised, at its minimum. */
  readonly objective: number | null
  /** a = β/(α+β), of the scale that the surface implies. */
  readonly allocationExponent: ReportedNumber
}

/** A surface as plain data. */
export function reportedParametric(
  fitted: FittedSurface | null,
  method: SurfaceMethod,
  reason: string,
  level: number,
): ReportedParametric {
  const of = <Value>(valueOf: (key: Coefficient) => Value): Record<Coefficient, Value> => ({
    ...{ E: valueOf('E'), A: valueOf('A'), B: valueOf('B') },
    ...{ alpha: valueOf('alpha'), beta: valueOf('beta') },
  })
  if (fitted?.fit.status !== 'fitted') {
    const why = fitted?.fit.status === 'unfittable' ? fitted.fit.reason : reason
    return {
      ...{ status: 'unfittable', reason: why, method, runs: null, withoutWeight: null },
      ...{ values: of(() => null), intervals: of(() => ({ low: null, high: null })) },
      ...{ objective: null, allocationExponent: none(why) },
    }
  }
  const { fit, replicates } = fitted
  const { surface, degeneracy, weights, runs, objective } = fit
  const exponents = replicates?.alpha.map((alpha, i) => {
    const beta = replicates.beta[i] ?? Number.NaN
    return beta / (alpha + beta)
  })
  return {
    status: degeneracy === null ? 'fitted' : 'degenerate',
    ...{ reason: degeneracy, method, runs, objective },
    withoutWeight: weights.filter((weight) => weight === 0).length,
    values: surface,
    intervals: of((key) => {
      const ends = replicates === null ? null : percentiles(replicates[key], level)
      return ends ?? { low: null, high: null }
    }),
    allocationExponent: numberWith(surface.beta / (surface.alpha + surface.beta), exponents, level),
  }
}
