import type { Steps } from '../../../../numerics/steps.ts'
import { extent, least } from 'd3-array'
import { median } from '../../../../numerics/median.ts'
import {
  fitRobustParabola,
  TUNING,
  LEAST_SCALE,
  residualScale,
} from '../../../../numerics/robustParabola.ts'
import { fullSay, type FittedCurve, type RunPoints } from './fittedCurve.ts'
import { curveMinimum, evaluateCurve, type CurveForm } from './profileCurve.ts'

/** Half-width of the local fits in ln x: runs within a factor of 12 of the minimum have a say. */
export const HALF_WIDTH = 2.5
const ROUNDS = 15
const SETTLED = 1e-7

/**
 * Curves whose weights depend on themselves: bisquare in the residuals, so that wild runs have no say,
 * and, where `halfWidth` is finite, tricube in the distance from the curve's own minimum.
 *
 * It pauses after every budget and every round. `solve` fits all curves by weighted least squares; it is told
 * the runs' noise about the last ones, null before there are any. The first weights are those of robust parabolas;
 * the scale of a budget's residuals is 1.4826 x median |r|, at least 0.3% of its median loss, and stays as it
 * is after the second round. Sources: bisquare, Beaton and Tukey 1974, Technometrics 16, 147; tricube,
 * Cleveland 1979, J. Am. Stat. Assoc. 74, 829.
 */
export function* reweightedCurves(
  budgets: readonly RunPoints[],
  solve: (weights: readonly Float64Array[], noise: number | null) => readonly (CurveForm | null)[],
  halfWidth: number,
): Steps<{ readonly curves: readonly FittedCurve[]; readonly noise: number }> {
  const ofBudgets: Reweighted[] = []
  for (const budget of budgets) {
    ofBudgets.push(startOf(budget))
    yield ofBudgets.length / budgets.length / 2
  }
  const weights = ofBudgets.map((budget) => budget.weights)
  let noise: number | null = null
  for (let round = 0; round < ROUNDS; round++) {
    for (const budget of ofBudgets) weighByDistance(budget, halfWidth)
    const forms: readonly (CurveForm | null)[] = solve(weights, noise)
    yield 0.5 + round / ROUNDS / 2
    let isAtRest = round > 1
    ofBudgets.forEach((budget, k) => {
      const form = forms[k] ?? null
      const at = nearestInside(form, budget)
      isAtRest &&= isSettled(budget.minimum, at)
      budget.form = form
      budget.minimum = at
      leaveResiduals(budget)
    })
    noise = noiseAbout(ofBudgets)
    if (isAtRest) break
    for (const budget of ofBudgets) weighByResidual(budget, round < 2)
  }
  return {
    curves: ofBudgets.map(({ form, reach, trust }) => ({ form, reach, trust })),
    noise: noise ?? 0,
  }
}

/** A budget on its way: its points, and what the last round said of them. */
interface Reweighted extends RunPoints {
  readonly low: number
  readonly high: number
  /** Median loss. */
  readonly typical: number
  /** Weights by distance and by residual, and their products; rewritten by every round. */
  readonly reach: Float64Array
  readonly trust: Float64Array
  readonly weights: Float64Array
  readonly residuals: Float64Array
  form: CurveForm | null
  /** The minimum within the runs of the last round's curve; null where it has none. */
  minimum: number | null
  /** The middle of the reach: the last minimum that there was, at first the lowest run. */
  centre: number
  /** Robust standard deviation of the residuals. */
  scale: number
}

function startOf(budget: RunPoints): Reweighted {
  const { x, y } = budget
  const first = fitRobustParabola(x, y)
  const trust = first.status === 'fitted' ? first.weights : fullSay(budget)
  const sound = x.map((_, i) => i).filter((i) => (trust[i] ?? 0) > 0)
  const [low = 0, high = 0] = extent(x)
  return {
    ...{ x, y, low, high, typical: median(y), trust },
    ...{ reach: fullSay(budget), weights: fullSay(budget), residuals: fullSay(budget) },
    ...{ form: null, minimum: null, scale: 1 },
    centre: x[least(sound, (i) => y[i] ?? 0) ?? 0] ?? 0,
  }
}

/** Tricube weights about the minimum, and what they come to with those by residual. */
function weighByDistance(budget: Reweighted, halfWidth: number): void {
  const { x, reach, trust, weights } = budget
  budget.centre = budget.minimum ?? budget.centre
  for (let i = 0; i < x.length; i++) {
    const w = tricube(((x[i] ?? 0) - budget.centre) / halfWidth)
    reach[i] = w
    weights[i] = w * (trust[i] ?? 0)
  }
}

/** What the curve leaves of each point. */
function leaveResiduals({ x, y, form, residuals }: Reweighted): void {
  for (let i = 0; i < x.length; i++) {
    residuals[i] = form === null ? 0 : (y[i] ?? 0) - evaluateCurve(form, x[i] ?? 0)
  }
}

/** Weighted standard deviation of the points about their curves, relative to the curves; 0 without freedom. */
function noiseAbout(budgets: readonly Reweighted[]): number {
  let squares = 0
  let freedom = 0
  for (const { y, form, weights, residuals } of budgets) {
    if (form === null) continue
    freedom -= 3
    for (let i = 0; i < y.length; i++) {
      const w = weights[i] ?? 0
      const left = residuals[i] ?? 0
      squares += w * (left / ((y[i] ?? 0) - left)) ** 2
      freedom += w
    }
  }
  return freedom > 0 ? Math.sqrt(squares / freedom) : 0
}

/** Bisquare weights by the residuals from the curve, whose scale may yet change or not. */
function weighByResidual(budget: Reweighted, isScaleOpen: boolean): void {
  const { x, reach, trust, residuals, typical } = budget
  if (isScaleOpen) {
    const within = residuals.filter((_, i) => (reach[i] ?? 0) > 0)
    budget.scale = Math.max(residualScale(within), LEAST_SCALE * typical)
  }
  const end = TUNING * budget.scale
  for (let i = 0; i < x.length; i++) {
    const u = (residuals[i] ?? 0) / end
    trust[i] = Math.abs(u) < 1 ? (1 - u * u) ** 2 : 0
  }
}

function tricube(distance: number): number {
  const u = Math.abs(distance)
  return u < 1 ? (1 - u * u * u) ** 3 : 0
}

/** The minimum of a curve, or the end of the runs that is nearest to it; null where it has none. */
function nearestInside(form: CurveForm | null, { low, high }: Reweighted): number | null {
  const minimum = form === null ? null : curveMinimum(form)
  return minimum === null ? null : Math.min(high, Math.max(low, minimum.x))
}

function isSettled(before: number | null, after: number | null): boolean {
  return before === null || after === null ? before === after : Math.abs(before - after) < SETTLED
}
