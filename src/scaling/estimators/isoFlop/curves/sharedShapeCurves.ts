import type { Steps } from '../../../../numerics/steps.ts'
import { sum } from 'd3-array'
import { ascendingOrder } from '../../../../numerics/ascendingOrder.ts'
import { shapeBasis } from '../../../../numerics/shapedCurve.ts'
import { sharedShapeFit } from '../../../../numerics/sharedShape.ts'
import type { FittedCurve, RunPoints } from './fittedCurve.ts'
import { evaluateCurve, type CurveForm } from './profileCurve.ts'
import { HALF_WIDTH, reweightedCurves } from './reweighted.ts'

/** Curves of one shape through all budgets of a sweep. */
export interface ShapedCurves {
  readonly curves: readonly FittedCurve[]
  /**
   * Whether the shape describes all runs. Where it does not (checkpoints, warm-up, untuned runs), the
   * curves are fitted to the runs about each minimum alone.
   */
  readonly isWhole: boolean
  /** Noise of the runs about the curves, relative to their loss: what the prior of the exponents is weighed by. */
  readonly noise: number
}

/** Noise of a usual sweep, before it is known. */
const FIRST_NOISE = 0.003
/** One-sided 5% of the standard normal: below it successive residuals agree more than noise does. */
const LEAST_Z = -1.645
/** Runs to spare that local curves need, a budget: with fewer they follow the noise. */
const LEAST_FREEDOM = 1
/** Residuals that are smaller than this, relative to the loss, are rounding. */
const LEAST_MISFIT = 1e-6

/**
 * Slices of one shape, with bisquare weights: over all runs, unless their residuals follow one another
 * along the scale, which says that the shape is wrong; then, where there are runs enough for it, with tricube
 * weights about each minimum.
 *
 * A resample is told what the sweep's own runs said of the shape (`isWhole`): runs that are drawn twice err
 * alike, and would say that it is wrong.
 */
export function* sharedShapeCurves(
  budgets: readonly RunPoints[],
  isWhole: boolean | null = null,
): Steps<ShapedCurves> {
  if (isWhole !== false) {
    const whole = yield* fitWith(budgets, Number.POSITIVE_INFINITY)
    yield 1
    if (isWhole === true || (yield* successionZ(budgets, whole.curves)) >= LEAST_Z) {
      return { ...whole, isWhole: true }
    }
  }
  const local = yield* fitWith(budgets, HALF_WIDTH)
  return freedomOf(local.curves) >= LEAST_FREEDOM * budgets.length
    ? { ...local, isWhole: false }
    : { ...(yield* fitWith(budgets, Number.POSITIVE_INFINITY)), isWhole: true }
}

/** Sum of the weights less three coefficients a curve. */
function freedomOf(curves: readonly FittedCurve[]): number {
  return sum(curves, ({ reach, trust }) => sum(reach, (w, i) => w * (trust[i] ?? 0)) - 3)
}

function* fitWith(
  budgets: readonly RunPoints[],
  halfWidth: number,
): Steps<Omit<ShapedCurves, 'isWhole'>> {
  let start: { readonly alpha: number; readonly beta: number } = { alpha: 0.4, beta: 0.4 }
  const fit = sharedShapeFit(budgets)
  return yield* reweightedCurves(
    budgets,
    (weights, noise) => {
      const shape = fit(weights, start, noise ?? FIRST_NOISE)
      start = shape
      return shape.curves.map((curve) => (curve === null ? null : { kind: 'shape', ...curve }))
    },
    halfWidth,
  )
}

/**
 * How far the von Neumann ratio of the residuals, ordered by scale within each budget, lies from what
 * noise gives, in standard deviations: far below 0 where neighbours err alike. Moments of d = r'Ar/r'r
 * with r = (1 - QQ')e by Durbin and Watson 1950, Biometrika 37, 409; Q spans the curve of each budget.
 * Infinite where nothing is left to judge. It pauses after every budget.
 */
function* successionZ(
  budgets: readonly RunPoints[],
  curves: readonly FittedCurve[],
): Steps<number> {
  let differences = 0
  let squares = 0
  let freedom = 0
  let trace = 0
  let traceOfSquare = 0
  for (const [k, { x, y }] of budgets.entries()) {
    const { form = null, trust } = curves[k] ?? {}
    if (form?.kind !== 'shape') continue
    const order = ascendingOrder(x).filter((i) => (trust?.[i] ?? 0) > 0)
    const n = order.length
    if (n < 4) continue
    const scale = form.c0
    const r = Float64Array.from(
      order,
      (i) => ((y[i] ?? 0) - evaluateCurve(form, x[i] ?? 0)) / scale,
    )
    for (let i = 0; i < n; i++) {
      squares += (r[i] ?? 0) ** 2
      if (i > 0) differences += ((r[i] ?? 0) - (r[i - 1] ?? 0)) ** 2
    }
    const span = orthonormal(form, order, x)
    const turned = span.map(successiveDifferences)
    const twice = turned.map(successiveDifferences)
    freedom += n - span.length
    trace += 2 * (n - 1)
    traceOfSquare += 6 * n - 8
    for (const [a, q] of span.entries()) {
      trace -= dot(q, turned[a] ?? q)
      traceOfSquare -= 2 * dot(q, twice[a] ?? q)
      for (const other of turned) traceOfSquare += dot(q, other) ** 2
    }
    yield 1
  }
  if (freedom < 3 || !(squares > freedom * LEAST_MISFIT ** 2)) return Number.POSITIVE_INFINITY
  const mean = trace / freedom
  const variance = (2 * (traceOfSquare - trace * mean)) / (freedom * (freedom + 2))
  return (differences / squares - mean) / Math.sqrt(variance)
}

/** An orthonormal basis of what a curve can follow at its points. */
function orthonormal(
  form: Extract<CurveForm, { readonly kind: 'shape' }>,
  order: Uint32Array,
  x: readonly number[],
): readonly Float64Array[] {
  const columns = [0, 1, 2].map(() => new Float64Array(order.length).fill(1))
  const [, first, second] = columns
  order.forEach((i, row) => {
    const { g1, g2 } = shapeBasis(form.alpha, form.beta, (x[i] ?? 0) - form.centre)
    if (first !== undefined) first[row] = g1
    if (second !== undefined) second[row] = g2
  })
  const span: Float64Array[] = []
  for (const column of columns) {
    const length = Math.sqrt(dot(column, column))
    for (const q of [...span, ...span]) {
      const along = dot(q, column)
      for (let i = 0; i < column.length; i++) column[i] = (column[i] ?? 0) - along * (q[i] ?? 0)
    }
    const norm = Math.sqrt(dot(column, column))
    if (norm > 1e-9 * length) span.push(column.map((value) => value / norm))
  }
  return span
}

/** A v with v'Av = sum of the squared differences of successive v. */
function successiveDifferences(v: Float64Array): Float64Array {
  return v.map((value, i) => {
    const before = i > 0 ? value - (v[i - 1] ?? 0) : 0
    const after = i + 1 < v.length ? value - (v[i + 1] ?? 0) : 0
    return before + after
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
