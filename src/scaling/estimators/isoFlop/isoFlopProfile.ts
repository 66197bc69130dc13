import { extent, least } from 'd3-array'
import { fitParabola, type Parabola } from '../../../numerics/fitParabola.ts'
import { fitRobustParabola } from '../../../numerics/robustParabola.ts'
import { evaluateParabola, parabolaMinimum } from '../../../numerics/weightedParabola.ts'
import type { BudgetGroup } from '../../budgets/budgetGroups.ts'
import { profileDistrust, type ProfileDistrust } from './profileDistrust.ts'
import type { Run } from '../../runs/run.ts'
import type { ScaleMetric } from '../../runs/scaleMetric.ts'

/** The axis a profile is fitted along: a scale metric, or the training tokens D. */
export type ProfileAxis = ScaleMetric | 'D'

/** Runs taken into the parabola: all of a budget, or those within a factor of its best run. */
export type FitWindow = 'all' | { readonly factor: number }

/** How a budget's curve is found: a parabola that wild runs do not move, or ordinary least squares. */
export type ProfileEstimator = 'robust-parabola' | 'parabola'

/** What a profile depends on besides its runs. */
export interface ProfileSettings {
  readonly window: FitWindow
  readonly estimator: ProfileEstimator
}

/** The lowest point of a profile's parabola. */
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
      readonly parabola: Parabola
      readonly optimum: ProfileOptimum
      /** Why the curve should not be believed; null where nothing speaks against it. */
      readonly distrust: ProfileDistrust | null
    }
  | { readonly status: 'no-minimum'; readonly parabola: Parabola }
  | { readonly status: 'unfittable'; readonly reason: 'too-few-points' }

/** The runs of one budget and the parabola of loss in ln(axis) through them. */
export interface IsoFlopProfile {
  readonly axis: ProfileAxis
  readonly nominalFlops: number
  readonly realisedFlops: number
  /** All runs of the budget that are not set aside. */
  readonly runs: readonly Run[]
  /** Those that the parabola was fitted to. */
  readonly fitted: readonly Run[]
  /** Those of the fitted runs that the robust fit gave no weight. */
  readonly withoutWeight: readonly Run[]
  readonly fit: ProfileFit
}

/** The optimum of a profile that counts in the laws: trusted, and inside the sampled range. */
export function trustedOptimum({ fit }: IsoFlopProfile): ProfileOptimum | null {
  if (fit.status !== 'fitted' || fit.distrust !== null || !fit.optimum.interior) return null
  return fit.optimum
}

/** Position of a run on a profile's axis; NaN when the sweep lacks it. */
export function axisValue(run: Run, axis: ProfileAxis): number {
  return axis === 'D' ? run.tokens : (run.scale[axis] ?? Number.NaN)
}

/**
 * IsoFLOP profile of one budget: a parabola of loss in ln(axis), its minimum, whether that lies
 * inside the sampled range, and whether it should be believed.
 *
 * Source: Hoffmann et al. 2022, arXiv:2203.15556, section 3.2 (Approach 2), with robust weights
 * unless ordinary least squares are asked for. With a window of factor f the runs between x0/f and
 * x0*f are used, x0 the run of lowest loss; a parabola over a wide grid is biased, because the true
 * curve is not one.
 */
export function fitIsoFlopProfile(
  group: BudgetGroup,
  axis: ProfileAxis,
  { window, estimator }: ProfileSettings,
): IsoFlopProfile {
  const fitted = runsInWindow(group.runs, axis, window)
  const x = fitted.map((run) => Math.log(axisValue(run, axis)))
  const y = fitted.map((run) => run.loss)
  const { nominalFlops, realisedFlops, runs } = group
  const budget = { axis, nominalFlops, realisedFlops, runs, fitted }
  const curve =
    estimator === 'parabola' ? { weights: null, ...fitParabola(x, y) } : fitRobustParabola(x, y)
  if (curve.status === 'unfittable') {
    return { ...budget, withoutWeight: [], fit: { status: 'unfittable', reason: curve.reason } }
  }
  const hasWeight = (i: number): boolean => curve.weights === null || (curve.weights[i] ?? 0) > 0
  const { centre, c0, c1, c2, rSquared } = curve
  return {
    ...budget,
    withoutWeight: fitted.filter((_, i) => !hasWeight(i)),
    fit: profileFit({ centre, c0, c1, c2, rSquared }, x, y, hasWeight),
  }
}

/** The parabola's optimum and what speaks against it. */
function profileFit(
  parabola: Parabola,
  x: readonly number[],
  y: readonly number[],
  hasWeight: (i: number) => boolean,
): ProfileFit {
  const minimum = parabolaMinimum(parabola)
  const at = minimum === null ? Number.NaN : Math.exp(minimum.x)
  if (minimum === null || !Number.isFinite(at) || at === 0) {
    return { status: 'no-minimum', parabola }
  }
  const [low = 0, high = 0] = extent(x.filter((_, i) => hasWeight(i)))
  const interior = minimum.x >= low && minimum.x <= high
  return {
    status: 'fitted',
    parabola,
    optimum: { at, loss: minimum.y, interior },
    distrust: profileDistrust(parabola, minimum, x, y, hasWeight),
  }
}

/** Loss of the fitted parabola at a position on the axis. */
export function evaluateProfile(parabola: Parabola, at: number): number {
  return evaluateParabola(parabola, Math.log(at))
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
