import { evaluateCurve } from '../../scaling/estimators/isoFlop/curves/profileCurve.ts'
import {
  axisRange,
  trustedOptimum,
  type IsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { evaluateLossLaw, type LossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import {
  evaluateParametricLoss,
  optimalAllocation,
  optimalLoss,
  type ParametricLoss,
} from '../../scaling/forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'

/** Compute that a choice of scale may waste before it counts, as a share. */
export const FLATNESS = 0.01

/** Scales about an optimum that waste no more than a share of the compute; an end that there is not is null. */
export interface FlatRange {
  readonly low: number | null
  readonly high: number | null
}

/** Ends are looked for within this factor of the optimum, in ln. */
const REACH = Math.log(1000)
const BISECTIONS = 60

/**
 * The range of scale about a budget's optimum whose loss is no higher than that of the optimum at 1/(1 + share)
 * of the compute: what the choice costs is that share. By the budget's own curve and the law of the loss;
 * ends lie within the runs or are null. Null where the budget has no optimum that counts.
 */
export function flatRangeOfProfile(
  profile: IsoFlopProfile,
  computeFlops: number,
  loss: LossLaw,
  share = FLATNESS,
): FlatRange | null {
  const optimum = trustedOptimum(profile)
  const { fit, runs } = profile
  if (optimum === null || fit.status !== 'fitted') return null
  const rise =
    evaluateLossLaw(loss, computeFlops / (1 + share)) - evaluateLossLaw(loss, computeFlops)
  const { low, high } = axisRange(runs, profile.axis)
  return endsOf((at) => evaluateCurve(fit.curve, at) - optimum.loss, Math.log(optimum.at), rise, {
    low: Math.log(low),
    high: Math.log(high),
  })
}

/** The same range by a loss surface, at any budget; C = k·scale·D. */
export function flatRangeOfSurface(
  surface: ParametricLoss,
  k: number,
  computeFlops: number,
  share = FLATNESS,
): FlatRange & { readonly optimum: number } {
  const law = optimalLoss(surface, k)
  const optimum = evaluatePowerLaw(optimalAllocation(surface, k).scale, computeFlops)
  const best = evaluateLossLaw(law, computeFlops)
  const rise = evaluateLossLaw(law, computeFlops / (1 + share)) - best
  const at = Math.log(optimum)
  const ends = endsOf(
    (x) =>
      evaluateParametricLoss(surface, {
        parameters: Math.exp(x),
        tokens: computeFlops / (k * Math.exp(x)),
      }) - best,
    at,
    rise,
    { low: at - REACH, high: at + REACH },
  )
  return { ...ends, optimum }
}

/** Where a function that rises from 0 on both sides of `at` reaches `rise`, as scales. */
function endsOf(
  excess: (x: number) => number,
  at: number,
  rise: number,
  within: { readonly low: number; readonly high: number },
): FlatRange {
  const end = (limit: number): number | null => {
    if (!(excess(limit) >= rise)) return null
    let [inside, outside] = [at, limit]
    for (let i = 0; i < BISECTIONS; i++) {
      const middle = (inside + outside) / 2
      if (excess(middle) < rise) inside = middle
      else outside = middle
    }
    return Math.exp(inside)
  }
  return { low: end(within.low), high: end(within.high) }
}
