import { Matrix, solve } from 'ml-matrix'
import { groups as groupBy, max, min } from 'd3-array'
import type { BudgetGroup } from '../budgets/budgetGroups.ts'
import type { Run } from '../runs/run.ts'

/** How far a label splits the runs of the budgets into separate curves. */
export interface Separation {
  /** Share of the squared residuals of one curve a budget that curves of their own explain, 0..1. */
  readonly share: number
  /** F statistic of the levels; its degrees of freedom are in the test that uses it. */
  readonly fStatistic: number
  /** Standard deviation that the levels explain, relative to the mean loss. */
  readonly effect: number
}

/** Levels must explain this share of what one curve leaves over, ... */
const LEAST_SHARE = 0.5
/** ... with this F (p < 0.001 from 20 degrees of freedom on), ... */
const LEAST_F = 12
/** ... and move the loss by this much: less is noise that nobody would draw apart. */
const LEAST_EFFECT = 0.002
/** Residual degrees of freedom below which nothing is said. */
const LEAST_FREEDOM = 5
/** Share of the runs of a label that must lie within the scales of the others of their budget. */
const LEAST_OVERLAP = 0.5

/**
 * Whether a label tells the runs of a budget apart into curves of their own: analysis of covariance,
 * loss = quadratic in ln(scale) for each budget, against the same with a level and a slope for each label
 * (curves of one curvature, which may lie higher and have their minima elsewhere).
 *
 * `axis` gives ln(scale). Labels must cross the scales (half of the runs of each within the range of
 * the others): one that goes along with the scale would explain only that the true curve is no
 * parabola. Null where they do not, or where the levels explain less than half, or insignificantly.
 * Source: Fisher 1932, Statistical Methods for Research Workers, section 49.1; the thresholds are ours.
 */
export function separateCurves(
  budgets: readonly BudgetGroup[],
  axis: (run: Run) => number,
  labelOf: (run: Run) => string,
): Separation | null {
  let common = 0
  let separate = 0
  let added = 0
  let freedom = 0
  let count = 0
  let sumOfLoss = 0
  for (const { runs } of budgets) {
    const byLabel = groupBy(runs, labelOf)
    if (byLabel.length > 1 && !isCrossed(byLabel, axis)) return null
    const x = runs.map(axis)
    const y = runs.map((run) => run.loss)
    const labels = byLabel.map(([label]) => label)
    const one = residual(x, y, null)
    const several = residual(
      x,
      y,
      runs.map((run) => labels.indexOf(labelOf(run))),
    )
    if (one === null || several === null) continue
    common += one
    separate += several
    added += 2 * (labels.length - 1)
    freedom += runs.length - 1 - 2 * labels.length
    count += runs.length
    sumOfLoss += y.reduce((sum, loss) => sum + loss, 0)
  }
  return separationOf({ common, separate, added, freedom, count, meanLoss: sumOfLoss / count })
}

/** Squares that one fit leaves over and that several leave, and what the several cost. */
export interface Squares {
  readonly common: number
  readonly separate: number
  /** Coefficients more. */
  readonly added: number
  /** Residual degrees of freedom of the several. */
  readonly freedom: number
  /** Runs. */
  readonly count: number
  /** In the unit of the residuals: 1 where they are relative to the loss. */
  readonly meanLoss: number
}

/** Whether several fits explain enough of what one leaves over; null where they do not. */
export function separationOf({
  common,
  separate,
  added,
  freedom,
  count,
  meanLoss,
}: Squares): Separation | null {
  if (added === 0 || freedom < LEAST_FREEDOM || !(common > 0)) return null
  const share = 1 - separate / common
  const fStatistic = (common - separate) / added / Math.max(separate / freedom, 1e-300)
  const effect = Math.sqrt(Math.max(0, common - separate) / count) / meanLoss
  return share >= LEAST_SHARE && fStatistic >= LEAST_F && effect >= LEAST_EFFECT
    ? { share, fStatistic, effect }
    : null
}

/** Whether the scales of every label overlap those of the others. */
function isCrossed(
  byLabel: readonly (readonly [string, readonly Run[]])[],
  axis: (run: Run) => number,
): boolean {
  return byLabel.every(([label, runs]) => {
    const others = byLabel.flatMap(([other, ofOther]) => (other === label ? [] : ofOther))
    const low = min(others, axis) ?? Number.NaN
    const high = max(others, axis) ?? Number.NaN
    const within = runs.filter((run) => axis(run) >= low - 1e-9 && axis(run) <= high + 1e-9)
    return within.length >= LEAST_OVERLAP * runs.length
  })
}

/**
 * Sum of squared residuals of y on 1, x and x², or on x² and a level and a slope for each label;
 * null where the points do not determine them.
 */
function residual(
  x: readonly number[],
  y: readonly number[],
  labels: readonly number[] | null,
): number | null {
  const levels = labels === null ? 1 : (max(labels) ?? 0) + 1
  const n = x.length
  if (n < 2 * levels + 1 || new Set(x).size < 3) return null
  const mean = x.reduce((sum, value) => sum + value, 0) / n
  const scale = Math.max(...x.map((value) => Math.abs(value - mean)), 1e-12)
  const design = Matrix.zeros(n, 2 * levels + 1)
  for (let i = 0; i < n; i++) {
    const d = ((x[i] ?? 0) - mean) / scale
    const label = labels?.[i] ?? 0
    design.set(i, 2 * label, 1)
    design.set(i, 2 * label + 1, d)
    design.set(i, 2 * levels, d * d)
  }
  const target = Matrix.columnVector([...y])
  const fitted = design.mmul(solve(design, target, true))
  return Matrix.sub(target, fitted)
    .to1DArray()
    .reduce((sum, r) => sum + r * r, 0)
}
