import { randomGamma, randomNormal } from 'd3-random'
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Vectors from a multivariate Student distribution, deterministic in the seed. */
export interface StudentDraws {
  /** The next vector, mean 0. */
  readonly next: () => Float64Array
}

/**
 * Draws from the multivariate t with a scale matrix and degrees of freedom: a Gaussian vector over
 * sqrt(chi-squared / freedom). A matrix that is not definite loses what is below 0 in it.
 */
export function studentDraws(scale: Matrix, freedom: number, seed: number): StudentDraws {
  const generator = xoroshiro128plus(seed)
  const source = (): number => uniformFloat64(generator)
  const normal = randomNormal.source(source)(0, 1)
  const halfChiSquared = randomGamma.source(source)(freedom / 2, 1)
  const root = squareRoot(scale)
  return {
    next: () => {
      const z = Matrix.columnVector(Array.from({ length: scale.rows }, () => normal()))
      const stretch = Math.sqrt(freedom / (2 * halfChiSquared()))
      return Float64Array.from(root.mmul(z).mul(stretch).to1DArray())
    },
  }
}

function squareRoot(asymmetric: Matrix): Matrix {
  // Products of matrices differ from their transposes in the last digit.
  const matrix = Matrix.add(asymmetric, asymmetric.transpose()).mul(0.5)
  const cholesky = new CholeskyDecomposition(matrix)
  if (cholesky.isPositiveDefinite()) return cholesky.lowerTriangularMatrix
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  })
  return eigenvectorMatrix.mmul(
    Matrix.diag(realEigenvalues.map((value) => Math.sqrt(Math.max(0, value)))),
  )
}
