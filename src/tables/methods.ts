import { percentileInterval } from '../numerics/percentileInterval.ts'
import { evaluateLossLaw } from '../scaling/estimators/overCompute/lossLaw.ts'
import { evaluatePowerLaw } from '../scaling/forms/powerLaw.ts'
import type { MethodLaws } from '../study/methodLaws.ts'
import type { EstimatedNumber } from './fittedLaws.ts'

/** An estimator as a row: its laws, and what they say of a budget; null where it has none. */
export interface MethodRow {
  readonly id: MethodLaws['id']
  readonly a: EstimatedNumber | null
  /** Coefficient of the scale's law. */
  readonly k: number | null
  readonly b: EstimatedNumber | null
  readonly scale: number | null
  readonly tokens: number | null
  readonly loss: number | null
}

/** Every estimator at a budget in FLOPs, with intervals of the exponents at a level. */
export function methodRows(
  methods: readonly MethodLaws[],
  computeFlops: number,
  level: number,
): readonly MethodRow[] {
  return methods.map(({ id, laws, replicates }) => {
    if (laws === null) {
      return { id, a: null, k: null, b: null, scale: null, tokens: null, loss: null }
    }
    const estimated = (value: number, axis: 'scale' | 'tokens'): EstimatedNumber => ({
      value,
      interval:
        replicates === null
          ? null
          : percentileInterval(replicates[axis].exponent, level, replicates.origin),
    })
    return {
      id,
      a: estimated(laws.scale.exponent, 'scale'),
      k: laws.scale.coefficient,
      b: estimated(laws.tokens.exponent, 'tokens'),
      scale: evaluatePowerLaw(laws.scale, computeFlops),
      tokens: evaluatePowerLaw(laws.tokens, computeFlops),
      loss: laws.loss === null ? null : evaluateLossLaw(laws.loss, computeFlops),
    }
  })
}
