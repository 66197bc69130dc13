import { sum } from 'd3-array'
import { LuDecomposition, Matrix } from 'ml-matrix'
import {
  evaluateShapedCurve,
  shapeBasisDerivatives,
  shapedMinimum,
} from '../../../numerics/shapedCurve.ts'
import { SHAPE_PRIOR } from '../../../numerics/sharedShape.ts'
import type { Run } from '../../runs/run.ts'
import type { CurveForm } from './curves/profileCurve.ts'
import { axisValue, trustedOptimum, type ProfileSet } from './isoFlopProfile.ts'
import { typicalLoss } from './runNoise.ts'
import { smoothShapes } from './smoothShapes.ts'

const STEP = 1e-5

/** The runs of a budget in the design: the coefficients they touch, how, and with what weight. */
export interface DesignBlock {
  readonly at: readonly number[]
  readonly runs: readonly Run[]
  readonly weights: Float64Array
  /** Derivatives of the relative loss by those coefficients, run after run. */
  readonly rows: Float64Array
}

/** Curves of one axis about their fit. */
export interface Linearised {
  readonly size: number
  /** By budget; null where it has no curve. */
  readonly budgets: readonly (DesignBlock | null)[]
  /** What the prior of the shared exponents adds to the diagonal of the normal matrix. */
  readonly prior: readonly number[]
  /** Inverse of the weighted normal matrix. */
  readonly inverse: Matrix
  /** Derivatives of ln of the trusted optima by the coefficients. */
  readonly position: Matrix
  /** Derivatives of their losses. */
  readonly level: Matrix
}

/**
 * The weighted least squares of the curves of one axis as a linear problem about their fit, the prior of their shared
 * exponents as data of its own; weights and windows are held. Null for curves without coefficients (Akima's), and
 * where no optimum is trusted.
 *
 * Source: Seber and Wild 1989, Nonlinear Regression, section 2.1.2.
 */
export function linearisedCurves(set: ProfileSet): Linearised | null {
  const before = remembered.get(set)
  const linear = before === undefined ? linearised(set) : before
  remembered.set(set, linear)
  return linear
}

const remembered = new WeakMap<ProfileSet, Linearised | null>()

/**
 * How much of itself the fit gives each run back, 0..1: the diagonal of the hat matrix. 0 for runs that have no weight;
 * empty where the curves have no coefficients.
 */
export function leverages(set: ProfileSet): ReadonlyMap<Run, number> {
  const linear = linearisedCurves(set)
  const of = new Map<Run, number>()
  for (const block of linear?.budgets ?? []) {
    if (linear === null || block === null) continue
    const { at, runs, weights, rows } = block
    const inverse = at.map((a) => at.map((b) => linear.inverse.get(a, b)))
    runs.forEach((run, i) => {
      const row = at.map((_, a) => rows[at.length * i + a] ?? 0)
      const along = sum(
        row,
        (value, a) => value * sum(row, (other, b) => other * (inverse[a]?.[b] ?? 0)),
      )
      of.set(run, (weights[i] ?? 0) * along)
    })
  }
  return of
}

/**
 * Sum over the runs that two blocks share of variance·w·w'·row·row', both lists in one order of runs. Of a block with
 * itself one half is the other's mirror image.
 */
export function crossProducts(
  one: DesignBlock,
  other: DesignBlock,
  variance: number,
): Float64Array {
  const [p, q] = [one.at.length, other.at.length]
  const sums = new Float64Array(p * q)
  const isOwn = one.rows === other.rows
  let next = 0
  for (let i = 0; i < one.runs.length; i++) {
    let match = next
    while (match < other.runs.length && other.runs[match] !== one.runs[i]) match++
    if (match === other.runs.length) continue
    next = match + 1
    const factor = variance * (one.weights[i] ?? 0) * (other.weights[match] ?? 0)
    if (factor === 0) continue
    for (let a = 0; a < p; a++) {
      const left = factor * (one.rows[p * i + a] ?? 0)
      for (let b = isOwn ? a : 0; b < q; b++) {
        sums[q * a + b] = (sums[q * a + b] ?? 0) + left * (other.rows[q * match + b] ?? 0)
      }
    }
  }
  for (let a = 1; isOwn && a < p; a++) {
    for (let b = 0; b < a; b++) sums[q * a + b] = sums[q * b + a] ?? 0
  }
  return sums
}

/** Adds a block of sums to a matrix at its coefficients. */
export function addTo(
  matrix: Matrix,
  rows: readonly number[],
  columns: readonly number[],
  sums: Float64Array,
): void {
  rows.forEach((a, i) => {
    columns.forEach((b, j) => {
      matrix.set(a, b, matrix.get(a, b) + (sums[columns.length * i + j] ?? 0))
    })
  })
}

type Coefficients = readonly number[]

/** The coefficients of a curve: three of its own and, last, the two exponents that all share. */
function coefficientsOf(form: CurveForm): Coefficients | null {
  if (form.kind === 'akima' || form.kind === 'polyline') return null
  const own = [form.c0, form.c1, form.c2]
  return form.kind === 'shape' ? [...own, form.alpha, form.beta] : own
}

function valueAt(
  form: CurveForm,
  [c0 = 0, c1 = 0, c2 = 0, alpha = 0, beta = 0]: Coefficients,
  x: number,
): number {
  if (form.kind === 'shape') {
    return evaluateShapedCurve({ centre: form.centre, alpha, beta, c0, c1, c2 }, x)
  }
  const d = form.kind === 'parabola' ? x - form.centre : 0
  return c0 + d * (c1 + d * c2)
}

function minimumAt(
  form: CurveForm,
  [c0 = 0, c1 = 0, c2 = 0, alpha = 0, beta = 0]: Coefficients,
): number {
  if (form.kind === 'shape') {
    return shapedMinimum({ centre: form.centre, alpha, beta, c0, c1, c2 })?.x ?? Number.NaN
  }
  return (form.kind === 'parabola' ? form.centre : 0) - c1 / (2 * c2)
}

/** Derivatives of a function of a curve's coefficients, by central differences. */
function gradient(coefficients: Coefficients, of: (at: Coefficients) => number): number[] {
  return coefficients.map((value, i) => {
    const step = STEP * Math.max(Math.abs(value), 1e-3)
    const moved = (by: number): number => of(coefficients.with(i, value + by))
    return (moved(step) - moved(-step)) / (2 * step)
  })
}

function linearised({ profiles, shape }: ProfileSet): Linearised | null {
  const size = 3 * profiles.length + (shape === null ? 0 : 2)
  const normal = Matrix.zeros(size, size)
  const smooth = smoothShapes(profiles)
  let exponents: readonly number[] = []
  const positions: number[][] = []
  const levels: number[][] = []
  const budgets: (DesignBlock | null)[] = []
  for (const [budget, profile] of profiles.entries()) {
    const { fit, fitted, weights } = profile
    if (fit.status === 'unfittable') {
      budgets.push(null)
      continue
    }
    const form = smooth.get(profile) ?? fit.curve
    const coefficients = coefficientsOf(form)
    if (coefficients === null) return null
    exponents = coefficients.slice(3)
    const typical = typicalLoss(profile)
    const at = coefficients.map((_, i) => (i < 3 ? 3 * budget + i : 3 * profiles.length + i - 3))
    const rows = new Float64Array(fitted.length * at.length)
    fitted.forEach((run, i) => {
      derivatives(form, Math.log(axisValue(run, profile.axis)), typical, rows, at.length * i)
    })
    const block = { at, runs: fitted, weights, rows }
    budgets.push(block)
    // With itself and weights that count once: the normal matrix.
    const once = { ...block, weights: weights.map((w) => (w > 0 ? 1 : 0)) }
    addTo(normal, at, at, crossProducts(block, once, 1))
    const optimum = trustedOptimum(profile)
    if (optimum === null) continue
    const spread = (values: readonly number[]): number[] => {
      const row = new Array<number>(size).fill(0)
      at.forEach((place, i) => {
        row[place] = values[i] ?? 0
      })
      return row
    }
    positions.push(spread(gradient(coefficients, (c) => minimumAt(form, c))))
    const x = minimumAt(form, coefficients)
    levels.push(spread(gradient(coefficients, (c) => valueAt(form, c, x))))
  }
  if (positions.length === 0) return null
  // What is known of the exponents beforehand counts as data of its own.
  const prior = new Array<number>(size).fill(0)
  for (const i of shape === null ? [] : [size - 2, size - 1]) {
    const exponent = exponents[i - size + 2] ?? 1
    prior[i] = (shape?.noise ?? 0) ** 2 / (SHAPE_PRIOR.deviation * exponent) ** 2
    normal.set(i, i, normal.get(i, i) + (prior[i] ?? 0))
  }
  // Coefficients without runs say nothing.
  for (let i = 0; i < size; i++) {
    if (!(normal.get(i, i) > 0)) normal.set(i, i, 1)
  }
  const inverseOfNormal = inverted(normal)
  return inverseOfNormal === null
    ? null
    : {
        ...{ size, budgets, prior, inverse: inverseOfNormal },
        ...{ position: new Matrix(positions), level: new Matrix(levels) },
      }
}

/** Derivatives of the relative loss of a curve at ln x by its coefficients, into `rows` from `offset` on. */
function derivatives(
  form: CurveForm,
  x: number,
  typical: number,
  rows: Float64Array,
  offset: number,
): void {
  if (form.kind === 'akima' || form.kind === 'polyline') return
  const t = x - form.centre
  rows[offset] = 1 / typical
  if (form.kind === 'parabola') {
    rows[offset + 1] = t / typical
    rows[offset + 2] = (t * t) / typical
    return
  }
  const { alpha, beta, c1, c2 } = form
  const by = shapeBasisDerivatives(alpha, beta, t)
  rows[offset + 1] = by.g1 / typical
  rows[offset + 2] = by.g2 / typical
  rows[offset + 3] = (c1 * by.g1ByAlpha + c2 * by.g2ByAlpha) / typical
  rows[offset + 4] = (c1 * by.g1ByBeta + c2 * by.g2ByBeta) / typical
}

/** Inverse of a matrix by its scaled columns, so that coefficients of any size are told apart; null where it has none. */
function inverted(matrix: Matrix): Matrix | null {
  const scale = matrix.diagonal().map((value) => 1 / Math.sqrt(value))
  const scaled = Matrix.zeros(matrix.rows, matrix.columns)
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < matrix.columns; j++) {
      scaled.set(i, j, matrix.get(i, j) * (scale[i] ?? 1) * (scale[j] ?? 1))
    }
  }
  const lu = new LuDecomposition(scaled)
  if (lu.isSingular()) return null
  const solved = lu.solve(Matrix.eye(matrix.rows, matrix.rows))
  for (let i = 0; i < matrix.rows; i++) {
    for (let j = 0; j < matrix.columns; j++) {
      solved.set(i, j, solved.get(i, j) * (scale[i] ?? 1) * (scale[j] ?? 1))
    }
  }
  return solved.to2DArray().flat().every(Number.isFinite) ? solved : null
}
