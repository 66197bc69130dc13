import fc from 'fast-check'
import { Matrix, QrDecomposition } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import {
  evaluateShapedCurve,
  shapeBasis,
  shapeBasisDerivatives,
  shapedCurvature,
  shapedMinimum,
  type ShapedCurve,
} from '../../src/numerics/shapedCurve.ts'
import { sharedShapeFit } from '../../src/numerics/sharedShape.ts'

const START = { alpha: 0.4, beta: 0.4 }

/** Points of e_k + a_k exp(-alpha x) + b_k exp(beta x) about places that move from curve to curve. */
function curvesOf(alpha: number, beta: number) {
  return [0, 1, 2, 3].map((k) => {
    const x = Array.from({ length: 9 }, (_, i) => 18 + 1.1 * k + (i - 4) * 0.4)
    const middle = 18 + 1.3 * k
    const y = x.map(
      (at) =>
        2 +
        0.4 / (k + 1) +
        0.3 * (Math.exp(-alpha * (at - middle)) + (alpha / beta) * Math.exp(beta * (at - middle))),
    )
    return { x, y, weights: x.map(() => 1), middle }
  })
}

function fitted(
  curves: readonly { x: number[]; y: number[]; weights: number[] }[],
  start: typeof START,
  noise: number,
) {
  return sharedShapeFit(curves)(
    curves.map(({ weights }) => weights),
    start,
    noise,
  )
}

/** Sum of squares, relative to each curve's mean, that the best curves of a shape leave (QR of ml-matrix). */
function squaresLeft(curves: readonly { x: number[]; y: number[] }[], alpha: number, beta: number) {
  return curves.reduce((sum, { x, y }) => {
    const middle = x.reduce((total, at) => total + at, 0) / x.length
    const rows = x.map((at) => [
      1,
      Math.exp(-alpha * (at - middle)),
      Math.exp(beta * (at - middle)),
    ])
    const design = new Matrix(rows)
    const left = Matrix.sub(
      design.mmul(new QrDecomposition(design).solve(Matrix.columnVector(y))),
      Matrix.columnVector(y),
    )
    return sum + (left.norm() / (y.reduce((total, value) => total + value, 0) / y.length)) ** 2
  }, 0)
}

describe('shapedCurvature', () => {
  it('is the second difference of the curve, in the limit', () => {
    const curve = { centre: 18, alpha: 0.3, beta: 0.6, c0: 2, c1: 0.05, c2: 0.2 }
    for (const x of [16, 18, 19.5]) {
      const at = (step: number) => evaluateShapedCurve(curve, x + step)
      const difference = (at(1e-3) + at(-1e-3) - 2 * at(0)) / 1e-6
      expect(shapedCurvature(curve, x)).toBeCloseTo(difference, 5)
    }
  })
})

describe('shapeBasisDerivatives', () => {
  it('are differences of the basis, in the limit, of flat shapes and bent ones, near the centre and far', () => {
    for (const [alpha, beta] of [
      [0.05, 0.06],
      [0.3, 0.5],
      [1.4, 0.2],
    ] as const) {
      for (const t of [-2.5, -0.01, 0, 0.3, 3]) {
        const step = 1e-5
        const by = shapeBasisDerivatives(alpha, beta, t)
        const slope = (of: (by: number) => { g1: number; g2: number }, key: 'g1' | 'g2') =>
          (of(step)[key] - of(-step)[key]) / (2 * step)
        const byAlpha = (s: number) => shapeBasis(alpha + s, beta, t)
        const byBeta = (s: number) => shapeBasis(alpha, beta + s, t)
        expect(by.g1ByAlpha).toBeCloseTo(slope(byAlpha, 'g1'), 6)
        expect(by.g2ByAlpha).toBeCloseTo(slope(byAlpha, 'g2'), 6)
        expect(by.g1ByBeta).toBeCloseTo(slope(byBeta, 'g1'), 6)
        expect(by.g2ByBeta).toBeCloseTo(slope(byBeta, 'g2'), 6)
        expect({ g1: by.g1, g2: by.g2 }).toEqual(shapeBasis(alpha, beta, t))
      }
    }
  })
})

describe('sharedShapeFit', () => {
  it('finds shape and minima of exact curves, wherever they lie and however lopsided', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.15, max: 1.2, noNaN: true }),
        fc.double({ min: 0.15, max: 1.2, noNaN: true }),
        (alpha, beta) => {
          const curves = curvesOf(alpha, beta)
          const shape = fitted(curves, START, 0)
          expect(shape.alpha).toBeCloseTo(alpha, 5)
          expect(shape.beta).toBeCloseTo(beta, 5)
          shape.curves.forEach((curve, k) => {
            const minimum = curve === null ? null : shapedMinimum(curve)
            expect(minimum?.x).toBeCloseTo(curves[k]?.middle ?? Number.NaN, 6)
          })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('leaves noisy curves the least squares of all shapes', () => {
    const curves = curvesOf(0.35, 0.6).map((curve, k) => ({
      ...curve,
      y: curve.y.map((y, i) => y * (1 + 0.004 * Math.sin(7 * i + 13 * k))),
    }))
    const { alpha, beta } = fitted(curves, START, 0)
    const least = squaresLeft(curves, alpha, beta)
    // Next to the minimum the sum is flat: what the step is too small for, its slope would still show.
    for (const [byAlpha, byBeta] of [
      [1.001, 1],
      [1, 1.001],
      [1.001, 1.001],
      [1.001, 0.999],
    ] as const) {
      expect(squaresLeft(curves, alpha * byAlpha, beta * byBeta)).toBeGreaterThan(least)
      expect(squaresLeft(curves, alpha / byAlpha, beta / byBeta)).toBeGreaterThan(least)
    }
  })

  it('gives points without weight no say', () => {
    const [first, ...others] = curvesOf(0.3, 0.5)
    if (first === undefined) throw new Error('no curve')
    const wild = {
      ...first,
      y: first.y.map((y, i) => (i === 2 ? y + 5 : y)),
      weights: first.weights.map((_, i) => (i === 2 ? 0 : 1)),
    }
    const { curves } = fitted([wild, ...others], START, 0)
    expect(
      curves[0] === null || curves[0] === undefined ? null : shapedMinimum(curves[0])?.x,
    ).toBeCloseTo(first.middle, 6)
  })

  it('lets noise be outvoted by what is known of the exponents, and exact data not', () => {
    const curves = curvesOf(0.2, 0.2)
    expect(fitted(curves, START, 1e-9).alpha).toBeCloseTo(0.2, 4)
    expect(fitted(curves, START, 10).alpha).toBeCloseTo(0.4, 2)
  })

  it('has no curve through points of two places', () => {
    const two = { x: [1, 1, 2, 2], y: [1, 2, 3, 4], weights: [1, 1, 1, 1] }
    expect(fitted([two], START, 0.01).curves).toEqual([null])
  })
})

describe('shapedMinimum', () => {
  it('is where the curve is lowest, and null where it falls all the way', () => {
    const curve: ShapedCurve = { centre: 20, alpha: 0.3, beta: 0.5, c0: 3, c1: -0.1, c2: 0.4 }
    const minimum = shapedMinimum(curve)
    const at = minimum?.x ?? Number.NaN
    for (const step of [-0.01, 0.01]) {
      expect(evaluateShapedCurve(curve, at + step)).toBeGreaterThan(minimum?.y ?? Number.NaN)
    }
    expect(shapedMinimum({ ...curve, c1: -2 })).toBeNull()
  })
})
