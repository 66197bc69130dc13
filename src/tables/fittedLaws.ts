import {
  percentileInterval,
  type Interval,
  type Replicates,
} from '../numerics/percentileInterval.ts'
import type { SweepLaws } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import { type LawReplicates } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { PowerLawFit } from '../scaling/estimators/overCompute/allocationFit.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import type { LawFault } from '../words/fitStates.ts'

/** A number with its interval; null where none was computed. */
export interface EstimatedNumber {
  readonly value: number
  readonly interval: Interval | null
}

/** A fitted law as a row: of the scale in a metric, of the tokens, or of the loss. */
export interface FittedLawRow {
  readonly of: ScaleMetric | 'tokens' | 'loss'
  readonly law:
    | {
        readonly exponent: EstimatedNumber
        readonly coefficient: EstimatedNumber
        readonly rSquared: number
        /** Optima that the law goes through. */
        readonly count: number
        /** The irreducible term, where the law of the loss has one. */
        readonly irreducible: EstimatedNumber | null
      }
    | { readonly fault: LawFault }
}

/**
 * The laws of a sweep, that of the scale under every metric it allows. Intervals are those of the metric
 * that is fitted, percentiles at `level` of the replicates. The loss falls, so that its exponent is
 * negative here.
 */
export function fittedLawRows(
  scaleLaws: readonly { readonly metric: ScaleMetric; readonly law: PowerLawFit }[],
  metric: ScaleMetric,
  { tokens, loss }: SweepLaws,
  replicates: LawReplicates | null,
  level: number,
): readonly FittedLawRow[] {
  const estimated = (value: number, column: Replicates | undefined): EstimatedNumber => ({
    value,
    interval:
      column === undefined || replicates === null
        ? null
        : percentileInterval(column, level, replicates.origin),
  })
  const power = (fit: PowerLawFit, of: LawReplicates['scale'] | undefined): FittedLawRow['law'] =>
    fit.status === 'fitted'
      ? {
          exponent: estimated(fit.exponent, of?.exponent),
          coefficient: estimated(fit.coefficient, of?.logCoefficient.map(Math.exp)),
          ...{ rSquared: fit.rSquared, count: fit.count, irreducible: null },
        }
      : { fault: fit.reason }
  return [
    ...scaleLaws.map(({ metric: other, law }) => ({
      of: other,
      law: power(law, other === metric ? replicates?.scale : undefined),
    })),
    { of: 'tokens', law: power(tokens, replicates?.tokens) },
    {
      of: 'loss',
      law:
        loss.status === 'fitted'
          ? {
              exponent: estimated(
                -loss.exponent,
                replicates?.loss.exponent.map((value) => -value),
              ),
              coefficient: estimated(
                loss.coefficient,
                replicates?.loss.logCoefficient.map(Math.exp),
              ),
              ...{ rSquared: loss.rSquared, count: loss.count },
              irreducible:
                loss.form === 'irreducible'
                  ? estimated(loss.irreducible, replicates?.loss.irreducible)
                  : null,
            }
          : { fault: loss.reason },
    },
  ]
}
