import { quickselect } from 'd3-array'
import type { Outcome } from './outcome.ts'
import { median } from './median.ts'
import { fitParabola, type Parabola } from './fitParabola.ts'
import { spread } from './spread.ts'
import {
  evaluateParabola,
  weightedParabola,
  type ParabolaCoefficients,
} from './weightedParabola.ts'

const ITERATIONS = 50
/** Of more points least absolute deviations take so many: a start, and a scale to 3%, need no more. */
const MOST_POINTS = 512
/** Smallest residual that a weight is taken from, relative to the median |y|. */
const LEAST_RESIDUAL = 1e-5
/** Bisquare's constant: 95% efficient where errors are Gaussian (Holland and Welsch 1977). */
export const TUNING = 4.685
/** 1 / the 75% quantile of the standard normal: makes the median |residual| a standard deviation. */
const CONSISTENCY = 1.4826
/**
 * Smallest scale of the residuals, relative to the median |y|: a parabola misses the true curve by
 * this much, and where runs repeat it exactly, the misfit must not pass for wild values.
 */
export const LEAST_SCALE = 0.003

/** A parabola that wild values do not move. */
export interface RobustParabola extends Parabola {
  /** Weight of each point, 0..1, in the order given; 0 where it has no say. */
  readonly weights: Float64Array
  /** Robust standard deviation of the residuals, in y's unit. */
  readonly scale: number
}

/**
 * Robust parabola through (x_i, y_i): least absolute deviations first, then bisquare weights
 * (1 - (r/4.685 s)^2)^2 for |r| < 4.685 s, else 0, iterated; s = 1.4826 x median |r| over all but the
 * three smallest residuals of the first fit, at least 0.3% of the median |y|.
 *
 * Unfittable with fewer than three distinct x, or three of positive weight. Sources: Beaton and
 * Tukey 1974, Technometrics 16, 147; Holland and Welsch 1977, Commun. Stat. A 6, 813.
 */
export function fitRobustParabola(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): Outcome<RobustParabola, 'too-few-points'> {
  const n = x.length
  const typical = medianSize(y)
  const first = leastAbsoluteParabola(x, y, typical)
  if (first === null) return { status: 'unfittable', reason: 'too-few-points' }
  const residuals = new Float64Array(n)
  for (let i = 0; i < n; i++) residuals[i] = (y[i] ?? 0) - evaluateParabola(first, x[i] ?? 0)
  const scale = Math.max(residualScale(residuals), LEAST_SCALE * typical)
  const reach = TUNING * scale
  const weights = new Float64Array(n)
  let parabola = first
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    for (let i = 0; i < n; i++) {
      const u = ((y[i] ?? 0) - evaluateParabola(parabola, x[i] ?? 0)) / reach
      weights[i] = Math.abs(u) < 1 ? (1 - u * u) ** 2 : 0
    }
    const next = weightedParabola(x, y, weights)
    if (next === null) return { status: 'unfittable', reason: 'too-few-points' }
    const isSettled = sameCurve(parabola, next, x, typical)
    parabola = next
    if (isSettled) break
  }
  const fit = fitParabola(x, y, weights)
  return fit.status === 'fitted' ? { ...fit, weights, scale } : fit
}

/**
 * Least-absolute-deviations parabola, which a single wild value cannot pull towards itself.
 *
 * Iteratively reweighted least squares with weights 1 / max(|r|, floor), the floor relative
 * to `typical`, the median |y| (Schlossmacher 1973, J. Am. Stat. Assoc. 68, 857). Of more than
 * {@link MOST_POINTS} points those that are spread through their order. Null with fewer than three distinct x.
 */
function leastAbsoluteParabola(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  typical: number,
): ParabolaCoefficients | null {
  const n = x.length
  if (n > MOST_POINTS) {
    const at = spread(n, MOST_POINTS)
    const taken = (values: ArrayLike<number>) => Float64Array.from(at, (i) => values[i] ?? 0)
    return leastAbsoluteParabola(taken(x), taken(y), typical)
  }
  const floor = LEAST_RESIDUAL * typical
  const weights = new Float64Array(n).fill(1)
  let parabola = weightedParabola(x, y, weights)
  for (let iteration = 0; iteration < ITERATIONS && parabola !== null; iteration++) {
    for (let i = 0; i < n; i++) {
      const residual = (y[i] ?? 0) - evaluateParabola(parabola, x[i] ?? 0)
      weights[i] = 1 / Math.max(Math.abs(residual), floor)
    }
    const next = weightedParabola(x, y, weights)
    if (next === null) return parabola
    const isSettled = sameCurve(parabola, next, x, typical)
    parabola = next
    if (isSettled) break
  }
  return parabola
}

function medianSize(values: ArrayLike<number>): number {
  return median(new Float64Array(values).map(Math.abs))
}

/** 1.4826 x median |residual|, the three smallest left out: three coefficients meet about three exactly. */
export function residualScale(residuals: Float64Array): number {
  const sizes = residuals.map(Math.abs)
  const left = sizes.length - 3
  if (left <= 0) return 0
  const middle = 3 + Math.floor(left / 2)
  quickselect(sizes, middle)
  return CONSISTENCY * (sizes[middle] ?? 0)
}

/** Whether two parabolas agree at the ends and the middle to 1e-9 of y. */
function sameCurve(
  a: ParabolaCoefficients,
  b: ParabolaCoefficients,
  x: ArrayLike<number>,
  typical: number,
): boolean {
  const agrees = (at: number): boolean =>
    Math.abs(evaluateParabola(a, at) - evaluateParabola(b, at)) < 1e-9 * typical
  return agrees(x[0] ?? 0) && agrees(x[x.length - 1] ?? 0) && agrees(b.centre)
}

/**
 * Residuals y_i - f(x_i) of the least-absolute-deviations parabola f, in the order given, and their
 * robust scale 1.4826 x median |residual|. Null with fewer than three distinct x.
 */
export function leastAbsoluteResiduals(
  x: readonly number[],
  y: readonly number[],
): { residuals: number[]; scale: number } | null {
  const parabola = leastAbsoluteParabola(x, y, medianSize(y))
  if (parabola === null) return null
  const residuals = y.map((value, i) => value - evaluateParabola(parabola, x[i] ?? 0))
  return { residuals, scale: CONSISTENCY * medianSize(residuals) }
}
