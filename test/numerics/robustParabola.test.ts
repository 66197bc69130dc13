import { randomNormal } from 'd3-random'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { fitRobustParabola, leastAbsoluteResiduals } from '../../src/numerics/robustParabola.ts'
import { fitParabola } from '../../src/numerics/fitParabola.ts'
import { evaluateParabola, parabolaMinimum } from '../../src/numerics/weightedParabola.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

const { x, y, spike, residuals, sumOfAbsolute } = reference.leastAbsolute

function fitted(places: readonly number[], values: readonly number[]) {
  const fit = leastAbsoluteResiduals(places, values)
  if (fit === null) throw new Error('not fitted')
  return fit
}

describe('leastAbsoluteResiduals', () => {
  it('comes to the exact least sum of absolute deviations within 0.1%', () => {
    const sum = fitted(x, y).residuals.reduce((total, r) => total + Math.abs(r), 0)
    expect(sum).toBeGreaterThanOrEqual(sumOfAbsolute * (1 - 1e-9))
    expect(sum).toBeLessThanOrEqual(sumOfAbsolute * 1.001)
  })

  it('agrees with the linear programme on every residual to a tenth of the noise', () => {
    const fit = fitted(x, y)
    residuals.forEach((expected, i) => {
      expect(Math.abs((fit.residuals[i] ?? NaN) - expected)).toBeLessThan(3e-4)
    })
  })

  it('leaves the whole of a spike in its own residual', () => {
    const fit = fitted(x, y)
    // The spike was 0.5 on noise of 0.003.
    expect(fit.residuals[spike]).toBeGreaterThan(0.48)
    fit.residuals.forEach((residual, i) => {
      if (i !== spike) expect(Math.abs(residual)).toBeLessThan(0.02)
    })
  })

  it('has the scale of 1.4826 times its median absolute residual', () => {
    const median = (values: readonly number[]) =>
      values.map(Math.abs).toSorted((a, b) => a - b)[5] ?? NaN
    const fit = fitted(x, y)
    expect(fit.scale / (1.4826 * median(fit.residuals))).toBeCloseTo(1, 9)
    expect(Math.abs(fit.scale / (1.4826 * median(residuals)) - 1)).toBeLessThan(0.03)
  })

  it('has a scale that does not grow with the spike', () => {
    const higher = y.map((value, i) => (i === spike ? value + 100 : value))
    expect(Math.abs(fitted(x, higher).scale / fitted(x, y).scale - 1)).toBeLessThan(0.01)
  })

  it('leaves nothing over on an exact parabola', () => {
    const places = [18, 18.4, 19.1, 19.6, 20.2]
    const fit = fitted(
      places,
      places.map((value) => 3 + 0.2 * (value - 19) ** 2),
    )
    for (const residual of fit.residuals) expect(Math.abs(residual)).toBeLessThan(1e-9)
    expect(fit.scale).toBeLessThan(1e-9)
  })

  it('gives residuals in the order of the points', () => {
    const fit = fitted(x, y)
    const backwards = fitted(x.toReversed(), y.toReversed())
    backwards.residuals.toReversed().forEach((residual, i) => {
      expect(residual).toBeCloseTo(fit.residuals[i] ?? NaN, 4)
    })
  })

  it('goes by a part of many points, whose order has a period, and finds the curve under a tenth of wild ones', () => {
    const random = xoroshiro128plus(11)
    const noise = randomNormal.source(() => uniformFloat64(random))(0, 0.003)
    // Sizes in turn, a tenth of the runs wild.
    const places = Array.from({ length: 4096 }, (_, i) => 18 + 0.3 * (i % 8))
    const truth = places.map((at) => 3 + 0.05 * (at - 19) ** 2)
    const values = truth.map((value, i) => value + noise() + (i % 10 === 0 ? 0.4 : 0))
    const fit = fitted(places, values)
    values.forEach((value, i) => {
      expect(Math.abs(value - (fit.residuals[i] ?? NaN) - (truth[i] ?? NaN))).toBeLessThan(0.0015)
    })
    // The wild tenth moves the median of |r| a little: to the 56th percentile of the others.
    expect(fit.scale / 0.003).toBeGreaterThan(0.95)
    expect(fit.scale / 0.003).toBeLessThan(1.35)
  })

  it.each([
    ['no points', [], []],
    ['two different x', [1, 2, 2, 1], [1, 2, 3, 4]],
  ])('is null with %s', (_, places, values) => {
    expect(leastAbsoluteResiduals(places, values)).toBeNull()
  })
})

/** A parabola with its minimum at 2 and 3 high, eleven points over it, noise of 0.003. */
const NOISE = [1, -2, 0.5, 1.5, -1, 0.2, -0.7, 1.1, -1.3, 0.6, -0.4].map((z) => 0.003 * z)
const PLACES = NOISE.map((_, i) => i * 0.4)
const CLEAN = PLACES.map((at, i) => 3 + 0.1 * (at - 2) ** 2 + (NOISE[i] ?? 0))

function robust(values: readonly number[], places: readonly number[] = PLACES) {
  const fit = fitRobustParabola(places, values)
  if (fit.status !== 'fitted') throw new Error('not fitted')
  return { ...fit, minimum: parabolaMinimum(fit) }
}

describe('fitRobustParabola', () => {
  it.each(reference.robust)(
    'agrees with SciPy’s minimum of the biweight objective: $name',
    (expected) => {
      const fit = robust(expected.y, expected.x)
      // The first fit is iterated, not solved exactly: its median residual is off by a percent or so.
      expect(Math.abs(fit.scale / expected.scale - 1)).toBeLessThan(0.03)
      expect(fit.minimum?.x).toBeCloseTo(expected.minimum.x, 2)
      expect(fit.minimum?.y).toBeCloseTo(expected.minimum.y, 4)
      const without = [...fit.weights.keys()].filter((i) => fit.weights[i] === 0)
      expect(without).toEqual(expected.withoutWeight)
    },
  )

  it('is nearly the least-squares parabola where no value is wild', () => {
    const fit = robust(CLEAN)
    const plain = fitParabola(PLACES, CLEAN)
    if (plain.status !== 'fitted') throw new Error('not fitted')
    expect(fit.minimum?.x).toBeCloseTo(parabolaMinimum(plain)?.x ?? NaN, 2)
    expect(fit.minimum?.y).toBeCloseTo(parabolaMinimum(plain)?.y ?? NaN, 3)
    expect(Math.min(...fit.weights)).toBeGreaterThan(0.5)
  })

  it.each([1, 5, 100])('gives three values that are %s too high no weight and stays', (excess) => {
    const wild = [1, 6, 8]
    const values = CLEAN.map((value, i) => (wild.includes(i) ? value + excess : value))
    const fit = robust(values)
    const without = PLACES.map((_, i) => i).filter((i) => !wild.includes(i))
    const others = robust(
      without.map((i) => CLEAN[i] ?? NaN),
      without.map((i) => PLACES[i] ?? NaN),
    )
    expect(wild.map((i) => fit.weights[i])).toEqual([0, 0, 0])
    expect(fit.minimum?.x).toBeCloseTo(others.minimum?.x ?? NaN, 2)
    expect(fit.minimum?.y).toBeCloseTo(others.minimum?.y ?? NaN, 3)
  })

  it('solves the bisquare equations: no weighted residual is left along 1, x or x²', () => {
    const values = CLEAN.map((value, i) => (i === 4 ? value + 0.03 : value))
    const fit = robust(values)
    for (const power of [0, 1, 2]) {
      const left = values.reduce((sum, value, i) => {
        const at = PLACES[i] ?? NaN
        const residual = value - evaluateParabola(fit, at)
        const u = residual / (4.685 * fit.scale)
        return sum + (Math.abs(u) < 1 ? (1 - u * u) ** 2 * residual * at ** power : 0)
      }, 0)
      expect(Math.abs(left)).toBeLessThan(1e-6)
    }
  })

  it('takes the misfit of a noise-free curve that is no parabola for no wild value', () => {
    const values = PLACES.map((at) => 3 + 0.1 * (Math.exp(0.5 * (at - 2)) - 0.5 * (at - 2)))
    expect(Math.min(...robust(values).weights)).toBeGreaterThan(0)
  })

  it('is unfittable with two different x', () => {
    expect(fitRobustParabola([1, 2, 2, 1], [1, 2, 3, 4]).status).toBe('unfittable')
  })
})
