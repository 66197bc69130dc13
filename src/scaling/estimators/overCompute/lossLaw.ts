import { goldenSection } from '../../../numerics/goldenSection.ts'
import type { Estimator } from '../contract/estimator.ts'
import type { Outcome } from '../../../numerics/outcome.ts'

/** Loss at the optimum: L(C) = irreducible + coefficient * C^(-exponent), exponent > 0. */
export interface LossLaw {
  /** E, in the loss unit; 0 in the form without an irreducible term. */
  readonly irreducible: number
  readonly coefficient: number
  readonly exponent: number
}

/** `power` holds the irreducible term at 0; `irreducible` estimates it (>= 0). */
export type LossLawForm = 'power' | 'irreducible'

export interface FittedLossLaw extends LossLaw {
  readonly form: LossLawForm
  readonly rSquared: number
  readonly count: number
}

export type LossLawFit = Outcome<FittedLossLaw, 'too-few-optima' | 'loss-does-not-fall'>

/** One optimum: its budget in FLOPs and the loss there. */
export interface LossPoint {
  readonly computeFlops: number
  readonly loss: number
}

/** Fewer optima than these leave nothing over from a law of three coefficients. */
export const LEAST_OPTIMA_FOR_IRREDUCIBLE = 4
/** An irreducible term below this share of the lowest loss is none. */
const NEGLIGIBLE = 0.01

const LEAST_EXPONENT = 0.005
const MOST_EXPONENT = 2
const GRID = 80

/** Value of the law at a budget in FLOPs, in the loss unit. */
export function evaluateLossLaw(law: LossLaw, computeFlops: number): number {
  return law.irreducible + law.coefficient * computeFlops ** -law.exponent
}

/**
 * Fits L(C) with an irreducible term, which language has, from four optima on; without one where there are fewer, or where
 * it comes to nothing. A choice between the two forms by how well they fit takes the simpler one as long as it cannot be
 * ruled out, and its predictions then leave the truth out half of the time (`docs/methods.md`).
 *
 * Unfittable with fewer than two different budgets, or when loss does not fall with compute.
 * Source of the form: Henighan et al. 2020, arXiv:2010.14701, eq. 1.1.
 */
export function fitLossLaw(points: readonly LossPoint[]): LossLawFit {
  const power = fitLossLawForm(points, 'power')
  if (power.status === 'unfittable' || points.length < LEAST_OPTIMA_FOR_IRREDUCIBLE) return power
  const irreducible = fitLossLawForm(points, 'irreducible')
  if (irreducible.status === 'unfittable') return power
  const lowest = Math.min(...points.map(({ loss }) => loss))
  if (!(irreducible.irreducible > NEGLIGIBLE * lowest)) return power
  if (irreducible.exponent > MOST_EXPONENT * 0.99) return power
  return irreducible
}

/**
 * Fits one form by variable projection: for each exponent the linear part (E, k >= 0) by least
 * squares, the exponent by a grid and golden-section search (Golub and Pereyra 1973).
 */
export function fitLossLawForm(
  points: readonly LossPoint[],
  form: LossLawForm,
  grid: ExponentGrid = exponentGrid(points),
): LossLawFit {
  if (grid.budgets < (form === 'power' ? 2 : 3)) {
    return { status: 'unfittable', reason: 'too-few-optima' }
  }
  const losses = Float64Array.from(points, ({ loss }) => loss)
  const [best] = grid.powers.reduce<readonly [number, number]>(
    ([lowestAt, lowest], powers, i) => {
      const { squaredError } = project(losses, powers, form)
      return squaredError < lowest ? [i, squaredError] : [lowestAt, lowest]
    },
    [0, Number.POSITIVE_INFINITY],
  )
  if (best === 0) return { status: 'unfittable', reason: 'loss-does-not-fall' }
  const powers = new Float64Array(points.length)
  const projectedAt = (logExponent: number): Projected =>
    project(losses, powersAt(Math.exp(logExponent), grid.logBudgets, powers), form)
  const centre = LOWEST + best * STEP
  const logExponent = goldenSection(
    (at) => projectedAt(at).squaredError,
    ...[centre - STEP, centre + STEP, 1e-10],
  )
  const exponent = Math.exp(logExponent)
  const linear = projectedAt(logExponent)
  if (!(linear.coefficient > 0)) return { status: 'unfittable', reason: 'loss-does-not-fall' }
  const mean = points.reduce((sum, point) => sum + point.loss, 0) / points.length
  const total = points.reduce((sum, point) => sum + (point.loss - mean) ** 2, 0)
  return {
    status: 'fitted',
    form,
    irreducible: linear.irreducible,
    coefficient: linear.coefficient * Math.exp(grid.logReference * exponent),
    exponent,
    rSquared: total > 0 ? 1 - linear.squaredError / total : 1,
    count: points.length,
  }
}

const LOWEST = Math.log(LEAST_EXPONENT)
const STEP = (Math.log(MOST_EXPONENT) - LOWEST) / GRID

/** What the search needs of the budgets alone, so that many sets of losses at the same ones share it. */
export interface ExponentGrid {
  /** How many differ. */
  readonly budgets: number
  /** Mean of ln C. */
  readonly logReference: number
  /** ln C of each point, less the mean. */
  readonly logBudgets: Float64Array
  /** C^-exponent of each point over that of the mean, for each exponent of the grid. */
  readonly powers: readonly Float64Array[]
}

export function exponentGrid(points: readonly Pick<LossPoint, 'computeFlops'>[]): ExponentGrid {
  const logs = Float64Array.from(points, ({ computeFlops }) => Math.log(computeFlops))
  const logReference = logs.reduce((sum, value) => sum + value, 0) / logs.length
  const logBudgets = logs.map((value) => value - logReference)
  return {
    budgets: new Set(logs).size,
    ...{ logReference, logBudgets },
    powers: Array.from({ length: GRID + 1 }, (_, i) =>
      powersAt(Math.exp(LOWEST + i * STEP), logBudgets, new Float64Array(logs.length)),
    ),
  }
}

/** exp(-exponent * ln C) of every budget, written into `powers`. */
function powersAt(exponent: number, logBudgets: Float64Array, powers: Float64Array): Float64Array {
  for (let i = 0; i < powers.length; i++) powers[i] = Math.exp(-exponent * (logBudgets[i] ?? 0))
  return powers
}

interface Projected {
  readonly irreducible: number
  readonly coefficient: number
  readonly squaredError: number
}

/** Least-squares E and k of L = E + k·u, both held at 0 or above. */
function project(losses: Float64Array, u: Float64Array, form: LossLawForm): Projected {
  const n = losses.length
  let sumU = 0
  let sumL = 0
  let sumUU = 0
  let sumUL = 0
  for (let i = 0; i < n; i++) {
    const [ui, loss] = [u[i] ?? 0, losses[i] ?? 0]
    sumU += ui
    sumL += loss
    sumUU += ui * ui
    sumUL += ui * loss
  }
  let irreducible = 0
  let coefficient = sumUL / sumUU
  if (form === 'irreducible') {
    const slope = (sumUL - (sumU * sumL) / n) / (sumUU - (sumU * sumU) / n)
    const intercept = (sumL - slope * sumU) / n
    // Outside the quadrant the constrained minimum is on an edge; E = 0 is the one that matters.
    if (intercept > 0 && slope > 0) {
      irreducible = intercept
      coefficient = slope
    }
  }
  let squaredError = 0
  for (let i = 0; i < n; i++) {
    squaredError += ((losses[i] ?? 0) - irreducible - coefficient * (u[i] ?? 0)) ** 2
  }
  return { irreducible, coefficient, squaredError }
}

/** The optima of resampled sweeps, and the form that the sweep's own fit chose. */
export interface LossResamples {
  readonly form: LossLawForm
  /** One set of optima a replicate. */
  readonly optima: readonly (readonly LossPoint[])[]
}

/** Replicates of the loss law, NaN where a resample had none. */
export interface LossLawReplicates {
  readonly irreducible: Float64Array
  readonly logCoefficient: Float64Array
  readonly exponent: Float64Array
}

/** The law of the loss at the optimum against compute. */
export const LOSS_LAW: Estimator<
  'loss-law',
  readonly LossPoint[],
  LossLawFit,
  LossResamples,
  LossLawReplicates,
  LossLaw,
  number
> = {
  id: 'loss-law',
  name: 'L(C) at the optima, least squares by variable projection',
  formula: 'L = E + k·C^(−γ), E ≥ 0 where the data support it, else 0',
  source: 'Henighan et al. 2020, arXiv:2010.14701, eq. 1.1; Golub and Pereyra 1973',
  fit: fitLossLaw,
  resample: ({ form, optima }, onProgress) => {
    const column = (): Float64Array => new Float64Array(optima.length).fill(Number.NaN)
    const replicates = { irreducible: column(), logCoefficient: column(), exponent: column() }
    const every = Math.max(1, Math.floor(optima.length / 20))
    let last: { readonly points: readonly LossPoint[]; readonly grid: ExponentGrid } | null = null
    optima.forEach((points, replicate) => {
      if ((replicate + 1) % every === 0) onProgress((replicate + 1) / optima.length)
      if (last === null || !sameBudgets(last.points, points)) {
        last = { points, grid: exponentGrid(points) }
      }
      const law = fitLossLawForm(points, form, last.grid)
      if (law.status === 'unfittable') return
      replicates.irreducible[replicate] = law.irreducible
      replicates.logCoefficient[replicate] = Math.log(law.coefficient)
      replicates.exponent[replicate] = law.exponent
    })
    return replicates
  },
  evaluate: evaluateLossLaw,
}

function sameBudgets(some: readonly LossPoint[], others: readonly LossPoint[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ computeFlops }, i) => computeFlops === others[i]?.computeFlops)
  )
}
