import type { Steps } from '../../../../numerics/steps.ts'
import { least, median } from 'd3-array'
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
 * It pauses after every budget and every round. `solve` fits all curves by weighted least squares. The first weights are those of robust parabolas; the
 * scale of a budget's residuals is 1.4826 x median |r|, at least 0.3% of its median loss, and stays as it
 * is after the second round. Sources: bisquare, Beaton and Tukey 1974, Technometrics 16, 147; tricube,
 * Cleveland 1979, J. Am. Stat. Assoc. 74, 829.
 */
export function* reweightedCurves(
  budgets: readonly RunPoints[],
  solve: (weights: readonly Float64Array[]) => readonly (CurveForm | null)[],
  halfWidth: number,
): Steps<readonly FittedCurve[]> {
  const typical = budgets.map(({ y }) => median(y) ?? 1)
  let trust: Float64Array[] = []
  for (const budget of budgets) {
    const first = fitRobustParabola(budget.x, budget.y)
    trust.push(first.status === 'fitted' ? first.weights : fullSay(budget))
    yield trust.length / budgets.length / 2
  }
  let centres = budgets.map(({ x, y }, k) => {
    const sound = x.map((_, i) => i).filter((i) => (trust[k]?.[i] ?? 0) > 0)
    return x[least(sound, (i) => y[i] ?? 0) ?? 0] ?? 0
  })
  let scales: readonly number[] = []
  let reach: readonly Float64Array[] = []
  let forms: readonly (CurveForm | null)[] = []
  for (let round = 0; round < ROUNDS; round++) {
    reach = budgets.map(({ x }, k) =>
      Float64Array.from(x, (value) => tricube((value - (centres[k] ?? 0)) / halfWidth)),
    )
    const weights = reach.map((ofBudget, k) => ofBudget.map((w, i) => w * (trust[k]?.[i] ?? 0)))
    const before = forms
    forms = solve(weights)
    yield 0.5 + round / ROUNDS / 2
    if (round > 1 && forms.every((form, k) => isSettled(before[k] ?? null, form, budgets[k]))) break
    centres = forms.map((form, k) => nearestInside(form, budgets[k]) ?? centres[k] ?? 0)
    const residuals = budgets.map(({ x, y }, k) => {
      const form = forms[k] ?? null
      return Float64Array.from(y, (value, i) =>
        form === null ? 0 : value - evaluateCurve(form, x[i] ?? 0),
      )
    })
    if (round < 2) {
      scales = residuals.map((ofBudget, k) => {
        const within = ofBudget.filter((_, i) => (reach[k]?.[i] ?? 0) > 0)
        return Math.max(residualScale(within), LEAST_SCALE * (typical[k] ?? 1))
      })
    }
    trust = residuals.map((ofBudget, k) =>
      ofBudget.map((r) => {
        const u = r / (TUNING * (scales[k] ?? 1))
        return Math.abs(u) < 1 ? (1 - u * u) ** 2 : 0
      }),
    )
  }
  return budgets.map((budget, k) => ({
    form: forms[k] ?? null,
    reach: reach[k] ?? fullSay(budget),
    trust: trust[k] ?? fullSay(budget),
  }))
}

function tricube(distance: number): number {
  const u = Math.abs(distance)
  return u < 1 ? (1 - u * u * u) ** 3 : 0
}

/** The minimum of a curve, or the end of the runs that is nearest to it; null where it has none. */
function nearestInside(form: CurveForm | null, points: RunPoints | undefined): number | null {
  const minimum = form === null ? null : curveMinimum(form)
  if (minimum === null || points === undefined) return null
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const x of points.x) {
    low = Math.min(low, x)
    high = Math.max(high, x)
  }
  return Math.min(high, Math.max(low, minimum.x))
}

function isSettled(
  before: CurveForm | null,
  after: CurveForm | null,
  points: RunPoints | undefined,
): boolean {
  const [one, other] = [nearestInside(before, points), nearestInside(after, points)]
  if (one === null || other === null) return one === other
  return Math.abs(one - other) < SETTLED
}
