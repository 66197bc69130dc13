import { finished, type Steps } from '../../../numerics/steps.ts'
import { extent, least, sum } from 'd3-array'
import type { BudgetGroup } from '../../budgets/budgetGroups.ts'
import type { Run } from '../../runs/run.ts'
import type { ScaleMetric } from '../../runs/scaleMetric.ts'
import type { FittedCurve, RunPoints } from './curves/fittedCurve.ts'
import {
  akimaInterpolant,
  leastSquaresParabola,
  lowestRuns,
  robustParabola,
  weightedLocalParabola,
} from './curves/perBudgetCurves.ts'
import {
  curveMinimum,
  evaluateCurve,
  type CurveForm,
  type ProfileCurve,
} from './curves/profileCurve.ts'
import { sharedShapeCurves, type ShapedCurves } from './curves/sharedShapeCurves.ts'
import { profileDistrust, type ProfileDistrust } from './profileDistrust.ts'

/** The axis a profile is fitted along: a scale metric, or the training tokens D. */
export type ProfileAxis = ScaleMetric | 'D'

/** Runs taken into the curve: all of a budget, or those within a factor of its best run. */
export type FitWindow = 'all' | { readonly factor: number }

/** How the curves of the budgets are found, the default first; `isoFlopEstimators.ts` says what each is. */
export const PROFILE_ESTIMATORS = [
  ...(['shared-shape', 'weighted-parabola', 'robust-parabola'] as const),
  ...(['parabola', 'akima', 'approach-1'] as const),
] as const
export type ProfileEstimator = (typeof PROFILE_ESTIMATORS)[number]

/** What a profile depends on besides its runs. */
export interface ProfileSettings {
  readonly window: FitWindow
  readonly estimator: ProfileEstimator
}

/** The lowest point of a profile's curve. */
export interface ProfileOptimum {
  /** Scale (or tokens) at the minimum, in the axis' unit. */
  readonly at: number
  /** Loss at the minimum, in the sweep's loss unit. */
  readonly loss: number
  /** Whether the minimum lies between the smallest and the largest run that has weight. */
  readonly interior: boolean
}

/** What came of one budget: a curve with a minimum, a curve without one, or no curve. */
export type ProfileFit =
  | {
      readonly status: 'fitted'
      readonly curve: ProfileCurve
      readonly optimum: ProfileOptimum
      /** Why the curve should not be believed; null where nothing speaks against it. */
      readonly distrust: ProfileDistrust | null
    }
  | { readonly status: 'no-minimum'; readonly curve: ProfileCurve }
  | { readonly status: 'unfittable'; readonly reason: 'too-few-points' }

/** The runs of one budget and the curve of loss in ln(axis) through them. */
export interface IsoFlopProfile {
  readonly axis: ProfileAxis
  readonly nominalFlops: number
  readonly realisedFlops: number
  /** All runs of the budget that are not set aside. */
  readonly runs: readonly Run[]
  /** Those that the curve was fitted to: within the window, and within the reach of a local fit. */
  readonly fitted: readonly Run[]
  /** The weight of each of the fitted runs, 0..1. */
  readonly weights: Float64Array
  /** Those of the fitted runs that the robust fit gave no weight. */
  readonly withoutWeight: readonly Run[]
  readonly fit: ProfileFit
}

/** The profiles of a sweep along one axis, and what the estimator says of them together. */
export interface ProfileSet {
  /** In the order of the groups. */
  readonly profiles: readonly IsoFlopProfile[]
  /** What is said of curves of one shape; null for curves that each budget has for itself. */
  readonly shape: Omit<ShapedCurves, 'curves'> | null
}

/** The optimum of a profile that lies inside the sampled range, believed or not. */
export function interiorOptimum({ fit }: IsoFlopProfile): ProfileOptimum | null {
  return fit.status === 'fitted' && fit.optimum.interior ? fit.optimum : null
}

/** The optimum of a profile that counts in the laws: trusted, and inside the sampled range. */
export function trustedOptimum(profile: IsoFlopProfile): ProfileOptimum | null {
  const { fit } = profile
  return fit.status === 'fitted' && fit.distrust === null ? interiorOptimum(profile) : null
}

/** Position of a run on a profile's axis; NaN when the sweep lacks it. */
export function axisValue(run: Run, axis: ProfileAxis): number {
  return axis === 'D' ? run.tokens : (run.scale[axis] ?? Number.NaN)
}

/** The least and the largest position of runs on an axis; 1 and 1 where there are none. */
export function axisRange(
  runs: readonly Run[],
  axis: ProfileAxis,
): { readonly low: number; readonly high: number } {
  let low = Number.POSITIVE_INFINITY
  let high = 0
  for (const run of runs) {
    const at = axisValue(run, axis)
    if (at < low) low = at
    if (at > high) high = at
  }
  return high > 0 ? { low, high } : { low: 1, high: 1 }
}

const OF_ONE_BUDGET = {
  'weighted-parabola': weightedLocalParabola,
  'robust-parabola': robustParabola,
  parabola: leastSquaresParabola,
  akima: akimaInterpolant,
  'approach-1': lowestRuns,
} satisfies Record<Exclude<ProfileEstimator, 'shared-shape'>, (points: RunPoints) => FittedCurve>

/**
 * IsoFLOP profiles of the budgets of a sweep: curves of loss in ln(axis), their minima, whether those lie
 * inside the sampled range, and whether they should be believed.
 *
 * Source: Hoffmann et al. 2022, arXiv:2203.15556, section 3.2 (Approach 2). With a window of factor f the
 * runs between x0/f and x0*f are used, x0 the run of lowest loss. `isWhole` is told by who resamples a sweep
 * whose curves of one shape are known to fit all runs or not; else the runs decide.
 */
export function fitIsoFlopProfiles(
  groups: readonly BudgetGroup[],
  axis: ProfileAxis,
  settings: ProfileSettings,
  isWhole: boolean | null = null,
): ProfileSet {
  return finished(profileSteps(groups, axis, settings, isWhole))
}

/** {@link fitIsoFlopProfiles} with pauses, for sweeps of many runs. */
export function* profileSteps(
  groups: readonly BudgetGroup[],
  axis: ProfileAxis,
  { window, estimator }: ProfileSettings,
  isWhole: boolean | null = null,
): Steps<ProfileSet> {
  const admitted = groups.map((group) => runsInWindow(group.runs, axis, window))
  const points = admitted.map((runs) => pointsOf(runs, axis))
  const ofOne = estimator === 'shared-shape' ? null : OF_ONE_BUDGET[estimator]
  const shaped = ofOne === null ? yield* sharedShapeCurves(points, isWhole) : null
  const profiles: IsoFlopProfile[] = []
  for (const [k, group] of groups.entries()) {
    const ofBudget = points[k] ?? NO_POINTS
    const curve = ofOne === null ? shaped?.curves[k] : ofOne(ofBudget)
    profiles.push(profileOf(group, axis, admitted[k] ?? [], ofBudget, curve))
    yield profiles.length / groups.length
  }
  if (shaped === null) return { profiles, shape: null }
  const { curves: _, ...shape } = shaped
  return { profiles, shape }
}

/** {@link fitIsoFlopProfiles} of one budget alone. */
export function fitIsoFlopProfile(
  group: BudgetGroup,
  axis: ProfileAxis,
  settings: ProfileSettings,
): IsoFlopProfile {
  const [profile] = fitIsoFlopProfiles([group], axis, settings).profiles
  if (profile === undefined) throw new Error('a budget has a profile')
  return profile
}

const NO_POINTS: RunPoints = { x: [], y: [] }

function pointsOf(runs: readonly Run[], axis: ProfileAxis): RunPoints {
  const points = {
    x: runs.map((run) => Math.log(axisValue(run, axis))),
    y: runs.map((run) => run.loss),
  }
  if (runs[0]?.lossesAround === undefined) return points
  const around = runs.flatMap(({ lossesAround }) => (lossesAround ? [lossesAround] : []))
  return around.length === runs.length ? { ...points, around } : points
}

/** A budget's profile from the curve through the runs that the window admits. */
function profileOf(
  { nominalFlops, realisedFlops, runs }: BudgetGroup,
  axis: ProfileAxis,
  admitted: readonly Run[],
  points: RunPoints,
  curve: FittedCurve | undefined,
): IsoFlopProfile {
  const budget = { axis, nominalFlops, realisedFlops, runs }
  if (!curve?.form) {
    const weights = new Float64Array(admitted.length).fill(1)
    const fit = { status: 'unfittable', reason: 'too-few-points' } as const
    return { ...budget, fitted: admitted, weights, withoutWeight: [], fit }
  }
  const { form, reach, trust } = curve
  const isWhole = reach.every((w) => w > 0)
  const reached = <Value>(values: readonly Value[]): readonly Value[] =>
    isWhole ? values : values.filter((_, i) => (reach[i] ?? 0) > 0)
  const fitted = reached(admitted)
  const x = reached(points.x)
  const y = reached(points.y)
  const weights = reach.map((w, i) => w * (trust[i] ?? 0)).filter((_, i) => (reach[i] ?? 0) > 0)
  return {
    ...{ ...budget, fitted, weights },
    withoutWeight: fitted.filter((_, i) => !((weights[i] ?? 0) > 0)),
    fit: profileFit({ ...form, rSquared: rSquared(form, x, y, weights) }, x, y, weights),
  }
}

/** The curve's optimum and what speaks against it. */
function profileFit(
  curve: ProfileCurve,
  x: readonly number[],
  y: readonly number[],
  weights: Float64Array,
): ProfileFit {
  const hasWeight = (i: number): boolean => (weights[i] ?? 0) > 0
  const minimum = curveMinimum(curve)
  const at = minimum === null ? Number.NaN : Math.exp(minimum.x)
  if (minimum === null || !Number.isFinite(at) || at === 0) return { status: 'no-minimum', curve }
  const [low = 0, high = 0] = extent(x.filter((_, i) => hasWeight(i)))
  const interior = minimum.x >= low && minimum.x <= high
  return {
    status: 'fitted',
    curve,
    optimum: { at, loss: minimum.y, interior },
    distrust: profileDistrust(curve, minimum, x, y, hasWeight),
  }
}

/** Weighted coefficient of determination of a curve. */
function rSquared(
  form: CurveForm,
  x: readonly number[],
  y: readonly number[],
  weights: Float64Array,
): number {
  const centre = sum(y, (value, i) => value * (weights[i] ?? 0)) / (sum(weights) || 1)
  const spread = sum(y, (value, i) => (weights[i] ?? 0) * (value - centre) ** 2)
  const left = sum(
    y,
    (value, i) => (weights[i] ?? 0) * (value - evaluateCurve(form, x[i] ?? 0)) ** 2,
  )
  return spread > 0 ? 1 - left / spread : 1
}

/** Loss of a fitted curve at a position on the axis. */
export function evaluateProfile(curve: ProfileCurve, at: number): number {
  return evaluateCurve(curve, Math.log(at))
}

/** The runs of a budget that a window admits, in the order given. */
export function runsInWindow(
  runs: readonly Run[],
  axis: ProfileAxis,
  window: FitWindow,
): readonly Run[] {
  if (window === 'all') return runs
  const best = least(runs, (run) => run.loss)
  if (best === undefined) return []
  const centre = Math.log(axisValue(best, axis))
  // A hair more than ln f: a run at exactly the factor belongs to the window.
  const reach = Math.log(window.factor) * (1 + 1e-12)
  return runs.filter((run) => Math.abs(Math.log(axisValue(run, axis)) - centre) <= reach)
}
