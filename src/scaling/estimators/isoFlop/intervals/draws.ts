import { mean, shuffler } from 'd3-array'
import { randomGamma, randomNormal } from 'd3-random'
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** What is drawn from: a multivariate Student distribution with mean 0. */
export interface StudentDistribution {
  readonly scale: Matrix
  readonly freedom: number
  /** The combination of the coordinates that must be drawn evenly: what the interval at stake is of. */
  readonly along: readonly number[]
}

/** Points of the lattice that make one of the even values. */
const POINTS_A_STRATUM = 32
/** Turn between points of a lattice that lie as evenly as may be: the golden ratio's (Niederreiter 1992, chapter 3). */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Draws from a multivariate t, deterministic in the seed, stratified along one direction so that percentiles
 * there are those of the distribution to a few thousandths: first the even t values along it, in random
 * order, then the rest given them, which is a multivariate t again with one more degree of freedom and
 * (freedom + T²)/(freedom + 1) times the scale. A scale that is not definite loses what is below 0 in it.
 *
 * Sources: stratification: Cochran 1977, Sampling Techniques, chapter 5; the conditional distribution: Kotz
 * and Nadarajah 2004, Multivariate t Distributions, section 1.11.
 */
export function studentDraws(
  { scale, freedom, along }: StudentDistribution,
  count: number,
  seed: number,
): readonly Float64Array[] {
  const generator = xoroshiro128plus(seed)
  const source = (): number => uniformFloat64(generator)
  const normal = randomNormal.source(source)(0, 1)
  const halfChiSquared = randomGamma.source(source)
  const more = halfChiSquared((freedom + 1) / 2, 1)
  const direction = Matrix.columnVector([...along])
  const towards = scale.mmul(direction)
  const variance = direction.transpose().mmul(towards).get(0, 0)
  const unit = variance > 0 ? towards.mul(1 / variance).to1DArray() : along.map(() => 0)
  const deviation = Math.sqrt(Math.max(0, variance))
  const root = squareRoot(scale)
  return Array.from(shuffler(source)(evenStudent(freedom, count)), (t) => {
    const z = root.mmul(Matrix.columnVector(Array.from({ length: scale.rows }, () => normal())))
    const moved = z.to1DArray()
    const already = moved.reduce((sum, value, i) => sum + value * (along[i] ?? 0), 0)
    const stretch = Math.sqrt((freedom + t * t) / (2 * more()))
    return Float64Array.from(
      moved,
      (value, i) => (unit[i] ?? 0) * deviation * t + (value - (unit[i] ?? 0) * already) * stretch,
    )
  })
}

/**
 * `count` values that divide Student's t evenly, ascending: means of equal parts of the distribution. Bailey's polar method
 * (1994, Math. Comp. 62, 779) over a lattice of radii and angles instead of draws of them.
 */
export function evenStudent(freedom: number, count: number): Float64Array {
  const points = count * POINTS_A_STRATUM
  const sorted = Float64Array.from({ length: points }, (_, i) => {
    const radius = Math.sqrt(freedom * (((i + 0.5) / points) ** (-2 / freedom) - 1))
    return radius * Math.cos(2 * Math.PI * ((i * GOLDEN) % 1))
  }).sort()
  return Float64Array.from(
    { length: count },
    (_, i) => mean(sorted.subarray(i * POINTS_A_STRATUM, (i + 1) * POINTS_A_STRATUM)) ?? 0,
  )
}

/** Normal draws of a size, mean 0, deterministic in the seed and apart from those of other draws of it. */
export function noiseDraws(size: number, count: number, seed: number): Float64Array {
  const generator = xoroshiro128plus(seed + 1)
  const normal = randomNormal.source(() => uniformFloat64(generator))(0, size)
  return Float64Array.from({ length: count }, () => normal())
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
