import { sum } from 'd3-array'
import { goldenSection } from '../../../numerics/goldenSection.ts'
import { median } from '../../../numerics/median.ts'
import { evaluateCurve } from './curves/profileCurve.ts'
import { axisValue, type IsoFlopProfile, type ProfileSet } from './isoFlopProfile.ts'

/** A likelihood ratio above this says that the noise changes with compute (chi-squared, 1 d.f., 5%). */
const LEAST_RATIO = 3.841
/** The noise changes by at most this power of C. */
const MOST_POWER = 3
/** The mean of psi' under bisquare weights is 0.76 for normal noise; with half as much a curve is not believed anyway. */
const LEAST_SLOPE = 0.38

/** A loss of the budget's own size, which its noise is relative to. */
export function typicalLoss(profile: IsoFlopProfile): number {
  const typical = remembered.get(profile) ?? median(profile.fitted.map((run) => run.loss))
  remembered.set(profile, typical)
  return typical
}

const remembered = new WeakMap<IsoFlopProfile, number>()

/**
 * Standard deviation of the runs about their curves, relative to the loss, by budget, and the degrees of freedom
 * that it was estimated with: one for all budgets, or a power of C where a likelihood-ratio test at 5% asks for it.
 * Null without a degree of freedom. Source: Carroll and Ruppert 1988, Transformation and Weighting in
 * Regression, chapter 3.
 */
export function runNoise({
  profiles,
  shape,
}: ProfileSet): { readonly sizes: readonly number[]; readonly freedom: number } | null {
  const free = shape === null ? 0 : 2
  const parts = profiles.map((profile) => {
    const { fit, fitted, weights, nominalFlops } = profile
    if (fit.status === 'unfittable') return { logC: 0, squares: 0, freedom: 0 }
    const typical = typicalLoss(profile)
    const residuals = fitted.map((run) => {
      const curve = evaluateCurve(fit.curve, Math.log(axisValue(run, profile.axis)))
      return (run.loss - curve) / typical
    })
    const coefficients = 3 + free / profiles.length
    const freedom = Math.max(0, sum(weights) - coefficients)
    const variance =
      shape?.isWhole === true
        ? varianceUnderBisquare(residuals, weights, coefficients)
        : sum(residuals, (r, i) => (weights[i] ?? 0) * r * r) / freedom
    return { logC: Math.log(nominalFlops), squares: freedom > 0 ? variance * freedom : 0, freedom }
  })
  const freedom = sum(parts, (part) => part.freedom)
  if (!(freedom > 0.5)) return null
  const centre = sum(parts, (part) => part.freedom * part.logC) / freedom
  const level = (power: number): number =>
    Math.log(
      sum(parts, ({ squares, logC }) => squares * Math.exp(-power * (logC - centre))) / freedom,
    )
  // Minus twice the log-likelihood of v_k = exp(level + power (ln C_k - centre)), its constant left out.
  const deviance = (power: number): number =>
    freedom * level(power) + sum(parts, (part) => part.freedom * power * (part.logC - centre))
  const best = goldenSection(deviance, -MOST_POWER, MOST_POWER, 1e-6)
  const power = deviance(0) - deviance(best) > LEAST_RATIO ? best : 0
  const sizes = parts.map(({ logC }) => Math.exp((level(power) + power * (logC - centre)) / 2))
  return sizes.every(Number.isFinite) ? { sizes, freedom } : null
}

/**
 * Variance of the runs about a curve that was fitted with bisquare weights w by their residuals r: the sum of psi² over the
 * runs to spare and the square of the mean psi', psi = w r, psi' = √w (5√w - 4) where w > 0 (Huber 1981, Robust Statistics,
 * section 7.6), over what the weighted covariance, which takes w for given, makes of a variance. Weighted squares alone
 * come to 0.83 of the variance where the noise is normal, and intervals to 0.9 of their width.
 */
function varianceUnderBisquare(
  residuals: readonly number[],
  weights: Float64Array,
  coefficients: number,
): number {
  const n = residuals.length
  const psiSquares = sum(residuals, (r, i) => ((weights[i] ?? 0) * r) ** 2)
  const slope = sum(weights, (w) => (w > 0 ? Math.sqrt(w) * (5 * Math.sqrt(w) - 4) : 0)) / n
  const ofWeights = (n * sum(weights, (w) => w * w)) / sum(weights) ** 2
  return psiSquares / (n - coefficients) / Math.max(LEAST_SLOPE, slope) ** 2 / ofWeights
}
