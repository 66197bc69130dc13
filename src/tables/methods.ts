import { percentileInterval } from '../numerics/percentileInterval.ts'
import { evaluateLossLaw } from '../scaling/estimators/overCompute/lossLaw.ts'
import { evaluatePowerLaw } from '../scaling/forms/powerLaw.ts'
import type { MethodLaws } from '../study/methodLaws.ts'
import type { EstimatedNumber } from './fittedLaws.ts'

/** An estimator as a row: its laws with intervals of their exponents; null where it has none. */
export interface MethodRow {
  readonly id: MethodLaws['id']
  readonly laws: MethodLaws['laws']
  readonly a: EstimatedNumber | null
  readonly b: EstimatedNumber | null
}

/** What an estimator says of a budget: scale in the unit of its metric, tokens, loss in its unit. */
export interface MethodAtBudget {
  readonly scale: number
  readonly tokens: number
  /** Null where the estimator has no law of the loss. */
  readonly loss: number | null
}

/** Every estimator with intervals at a level. Sorts replicates: not for every move of a slider. */
export function methodRows(methods: readonly MethodLaws[], level: number): readonly MethodRow[] {
  return methods.map(({ id, laws, replicates }) => {
    const estimated = (axis: 'scale' | 'tokens'): EstimatedNumber | null =>
      laws === null
        ? null
        : {
            value: laws[axis].exponent,
            interval:
              replicates === null
                ? null
                : percentileInterval(replicates[axis].exponent, level, replicates.origin),
          }
    return { id, laws, a: estimated('scale'), b: estimated('tokens') }
  })
}

/** Reads an estimator's laws at a budget in FLOPs; null where it has none. */
export function methodAt({ laws }: MethodRow, computeFlops: number): MethodAtBudget | null {
  return laws === null
    ? null
    : {
        scale: evaluatePowerLaw(laws.scale, computeFlops),
        tokens: evaluatePowerLaw(laws.tokens, computeFlops),
        loss: laws.loss === null ? null : evaluateLossLaw(laws.loss, computeFlops),
      }
}
