import { extent } from 'd3-array'
import {
  evaluateParabola,
  fitParabola,
  parabolaMinimum,
  type Parabola,
} from '../numerics/fitParabola.ts'
import type { BudgetGroup } from './budgetGroups.ts'
import type { Run } from './run.ts'
import type { ScaleMetric } from './scaleMetric.ts'

/** The axis a profile is fitted along: a scale metric, or the training tokens D. */
export type ProfileAxis = ScaleMetric | 'D'

/** Runs taken into the parabola: all of a budget, or those within a factor of its best run. */
export type FitWindow = 'all' | { readonly factor: number }

/** The lowest point of a profile's parabola. */
export interface ProfileOptimum {
  /** Scale (or tokens) at the minimum, in the axis' unit. */
  readonly at: number
  /** Loss at the minimum, in the sweep's loss unit. */
  readonly loss: number
  /** Whether the minimum lies between the smallest and the largest fitted run. */
  readonly interior: boolean
}

/** What came of one budget: a curve with a minimum, a curve without one, or no curve. */
export type ProfileFit =
  | {
      readonly status: 'fitted'
      readonly parabola: Parabola
      readonly optimum: ProfileOptimum
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
  readonly fit: ProfileFit
}

/** Position of a run on a profile's axis; NaN when the sweep lacks it. */
export function axisValue(run: Run, axis: ProfileAxis): number {
  return axis === 'D' ? run.tokens : (run.scale[axis] ?? Number.NaN)
}

/**
 * IsoFLOP profile of one budget: ordinary least-squares parabola of loss in ln(axis), its
 * minimum, and whether that lies inside the sampled range.
 *
 * Source: Hoffmann et al. 2022, arXiv:2203.15556, section 3.2 (Approach 2). With a window of
 * factor f the runs between x0/f and x0*f are used, x0 the run of lowest loss; a parabola over
 * a wide grid is biased, because the true curve is not one.
 */
export function fitIsoFlopProfile(
  group: BudgetGroup,
  axis: ProfileAxis,
  window: FitWindow,
): IsoFlopProfile {
  const fitted = runsInWindow(group.runs, axis, window)
  const x = fitted.map((run) => Math.log(axisValue(run, axis)))
  const fit = fitProfile(
    x,
    fitted.map((run) => run.loss),
  )
  const { nominalFlops, realisedFlops, runs } = group
  return { axis, nominalFlops, realisedFlops, runs, fitted, fit }
}

/** Parabola of loss in x = ln(axis) and its optimum. */
function fitProfile(x: readonly number[], loss: readonly number[]): ProfileFit {
  const fit = fitParabola(x, loss)
  if (fit.status === 'unfittable') return fit
  const { status: _, ...parabola } = fit
  const minimum = parabolaMinimum(parabola)
  if (minimum === null) return { status: 'no-minimum', parabola }
  const [low = 0, high = 0] = extent(x)
  const at = Math.exp(minimum.x)
  if (!Number.isFinite(at) || at === 0) return { status: 'no-minimum', parabola }
  const interior = minimum.x >= low && minimum.x <= high
  return { status: 'fitted', parabola, optimum: { at, loss: minimum.y, interior } }
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
  const best = runs.reduce<Run | null>(
    (lowest, run) => (lowest === null || run.loss < lowest.loss ? run : lowest),
    null,
  )
  if (best === null) return []
  const centre = Math.log(axisValue(best, axis))
  // A hair more than ln f: a run at exactly the factor belongs to the window.
  const reach = Math.log(window.factor) * (1 + 1e-12)
  return runs.filter((run) => Math.abs(Math.log(axisValue(run, axis)) - centre) <= reach)
}
