import { sum } from 'd3-array'
import { inverse, Matrix } from 'ml-matrix'
import { fitPowerLaw, type PowerLawFit } from '../overCompute/allocationFit.ts'

/** An optimum as a law goes through it: its budget in FLOPs and its scale or tokens. */
export interface LawPoint {
  readonly computeFlops: number
  readonly value: number
}

/** How a law's two numbers, ln k and the exponent, follow from the ln of its optima: a 2 x K matrix. */
export interface LawProjection {
  readonly matrix: Matrix
  /** Variance of ln x between budgets beyond what the runs' noise explains; 0 where it explains all. */
  readonly between: number
  readonly isGeneralised: boolean
}

/**
 * Weights of the optima in a generalised least-squares law: covariance of ln x_k, plus a variance between
 * budgets where the optima scatter more than it explains (chi-squared test at 5%), by Paule and Mandel
 * 1982, J. Res. NBS 87, 377. Null with fewer than two budgets, or a covariance that is not definite.
 */
export function generalisedProjection(
  points: readonly LawPoint[],
  covariance: Matrix,
): LawProjection | null {
  const n = points.length
  if (new Set(points.map(({ computeFlops }) => computeFlops)).size < 2) return null
  const { design, uncentred } = designOf(points)
  const y = Matrix.columnVector(points.map(({ value }) => Math.log(value)))
  const solve = (between: number): { matrix: Matrix; misfit: number } | null => {
    try {
      const whole = covariance.clone().add(Matrix.eye(n, n).mul(between))
      const weight = inverse(whole)
      const left = design.transpose().mmul(weight)
      const matrix = inverse(left.mmul(design)).mmul(left)
      const residual = Matrix.sub(y, design.mmul(matrix).mmul(y))
      const misfit = residual.transpose().mmul(weight).mmul(residual).get(0, 0)
      return Number.isFinite(misfit) && misfit >= 0 ? { matrix, misfit } : null
    } catch {
      return null
    }
  }
  const plain = solve(0)
  if (plain === null) return null
  const freedom = n - 2
  if (freedom < 1 || plain.misfit <= chiSquared95(freedom)) {
    return { matrix: uncentred(plain.matrix), between: 0, isGeneralised: true }
  }
  let low = 0
  let high = 1e-8
  while ((solve(high)?.misfit ?? 0) > freedom && high < 1e4) high *= 4
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if ((solve(middle)?.misfit ?? 0) > freedom) low = middle
    else high = middle
  }
  const settled = solve(high)
  return settled === null
    ? null
    : { matrix: uncentred(settled.matrix), between: high, isGeneralised: true }
}

/** Weights of the optima in an ordinary least-squares law. */
export function ordinaryProjection(points: readonly LawPoint[]): LawProjection | null {
  if (new Set(points.map(({ computeFlops }) => computeFlops)).size < 2) return null
  const { design, uncentred } = designOf(points)
  const left = design.transpose()
  return {
    ...{ matrix: uncentred(inverse(left.mmul(design)).mmul(left)), between: 0 },
    isGeneralised: false,
  }
}

/** The law that a projection gives, with how well it holds and by how many optima. */
export function lawByProjection(
  points: readonly LawPoint[],
  { matrix, isGeneralised }: LawProjection,
): PowerLawFit {
  const ordinary = fitPowerLaw(points)
  if (ordinary.status === 'unfittable') return ordinary
  const y = Matrix.columnVector(points.map(({ value }) => Math.log(value)))
  const law = matrix.mmul(y)
  const [intercept, exponent] = [law.get(0, 0), law.get(1, 0)]
  const centre = y.mean()
  const spread = sum(points, ({ value }) => (Math.log(value) - centre) ** 2)
  const left = sum(
    points,
    ({ value, computeFlops }) =>
      (Math.log(value) - intercept - exponent * Math.log(computeFlops)) ** 2,
  )
  const rSquared = spread > 0 ? 1 - left / spread : 1
  return { ...ordinary, coefficient: Math.exp(intercept), exponent, rSquared, isGeneralised }
}

/** Columns 1 and ln C about its mean, and how to bring a 2 x K matrix of it back to ln C itself. */
function designOf(points: readonly LawPoint[]): {
  readonly design: Matrix
  readonly uncentred: (matrix: Matrix) => Matrix
} {
  const centre = sum(points, ({ computeFlops }) => Math.log(computeFlops)) / points.length
  return {
    design: new Matrix(points.map(({ computeFlops }) => [1, Math.log(computeFlops) - centre])),
    uncentred: (matrix) =>
      new Matrix([
        [1, -centre],
        [0, 1],
      ]).mmul(matrix),
  }
}

/** 95% quantile of chi-squared, to 1%: Wilson and Hilferty 1931, PNAS 17, 684. */
function chiSquared95(freedom: number): number {
  const c = 2 / (9 * freedom)
  return freedom * (1 - c + 1.6449 * Math.sqrt(c)) ** 3
}
