import { Matrix } from 'ml-matrix'
import type { ProfileSet } from './isoFlopProfile.ts'
import { addTo, crossProducts, linearisedCurves, type Linearised } from './linearisedCurves.ts'
import { runNoise } from './runNoise.ts'

/** How the optima of a sweep would move if its runs were trained again with other noise. */
export interface OptimaCovariance {
  /** Covariance of ln x_k, x the scale: rows in the order of the trusted optima in scale. */
  readonly scale: Matrix
  /** Covariance of ln D_k: rows in the order of the trusted optima in tokens. */
  readonly tokens: Matrix
  /** Covariance of (ln x_k, ln D_k, loss_k) one after another. */
  readonly joint: Matrix
  /** Degrees of freedom that the variance of the noise was estimated with. */
  readonly freedom: number
  /** Standard deviation of a run's loss relative to itself, by budget (index of the profile). */
  readonly noise: readonly number[]
}

/**
 * Covariance of the optima by the delta method: the runs' noise, with one variance relative to the loss
 * for all budgets, or one that is a power of C where a likelihood-ratio test at 5% asks for it, carried
 * through the weighted least squares of the curves and the prior of their shared exponents. Weights and
 * windows are held.
 *
 * Null for curves without coefficients (Akima's), and where no degree of freedom is left. Sources:
 * Seber and Wild 1989, Nonlinear Regression, sections 2.1.2 and 5.1; variance functions: Carroll and
 * Ruppert 1988, Transformation and Weighting in Regression, chapter 3.
 */
export function optimaCovariance(scale: ProfileSet, tokens: ProfileSet): OptimaCovariance | null {
  const ofScale = remembered.get(scale) ?? new WeakMap<ProfileSet, OptimaCovariance | null>()
  remembered.set(scale, ofScale)
  const before = ofScale.get(tokens)
  const covariance = before === undefined ? computedCovariance(scale, tokens) : before
  ofScale.set(tokens, covariance)
  return covariance
}

/** Every law and interval of a sweep asks for the covariance of the same profiles. */
const remembered = new WeakMap<ProfileSet, WeakMap<ProfileSet, OptimaCovariance | null>>()

function computedCovariance(scale: ProfileSet, tokens: ProfileSet): OptimaCovariance | null {
  const inScale = linearisedCurves(scale)
  const inTokens = linearisedCurves(tokens)
  if (inScale === null || inTokens === null) return null
  const noise = runNoise(scale)
  if (noise === null) return null
  const cross = (one: Linearised, other: Linearised): Matrix => {
    const middle = Matrix.zeros(one.size, other.size)
    one.budgets.forEach((ofOne, budget) => {
      const ofOther = other.budgets[budget] ?? null
      if (ofOne === null || ofOther === null) return
      const variance = (noise.sizes[budget] ?? 0) ** 2
      addTo(middle, ofOne.at, ofOther.at, crossProducts(ofOne, ofOther, variance))
    })
    // Both axes share one truth but not one prior: it counts within an axis alone.
    const own = one === other ? (noise.sizes[0] ?? 0) ** 2 : 0
    one.prior.forEach((precision, i) => {
      if (own > 0) middle.set(i, i, middle.get(i, i) + own * precision)
    })
    return one.inverse.mmul(middle).mmul(other.inverse.transpose())
  }
  const ofScale = cross(inScale, inScale)
  const ofTokens = cross(inTokens, inTokens)
  const both = cross(inScale, inTokens)
  const outer = (left: Matrix, middle: Matrix, right: Matrix): Matrix =>
    left.mmul(middle).mmul(right.transpose())
  const x = inScale.position
  const d = inTokens.position
  const l = inScale.level
  const joint = Matrix.zeros(x.rows + d.rows + l.rows, x.rows + d.rows + l.rows)
  const place = (block: Matrix, row: number, column: number): void => {
    joint.setSubMatrix(block, row, column)
    if (row !== column) joint.setSubMatrix(block.transpose(), column, row)
  }
  const covarianceOfScale = outer(x, ofScale, x)
  const covarianceOfTokens = outer(d, ofTokens, d)
  place(covarianceOfScale, 0, 0)
  place(outer(x, both, d), 0, x.rows)
  place(outer(x, ofScale, l), 0, x.rows + d.rows)
  place(covarianceOfTokens, x.rows, x.rows)
  place(outer(d, both.transpose(), l), x.rows, x.rows + d.rows)
  place(outer(l, ofScale, l), x.rows + d.rows, x.rows + d.rows)
  return {
    ...{ scale: covarianceOfScale, tokens: covarianceOfTokens, joint },
    ...{ freedom: noise.freedom, noise: noise.sizes },
  }
}
