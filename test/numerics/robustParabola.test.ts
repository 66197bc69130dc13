import { describe, expect, it } from 'vitest'
import { robustParabolaResiduals } from '../../src/numerics/robustParabola.ts'
import reference from '../fixtures/reference/numerics.json' with { type: 'json' }

const { x, y, spike, residuals, sumOfAbsolute } = reference.leastAbsolute

function fitted(places: readonly number[], values: readonly number[]) {
  const fit = robustParabolaResiduals(places, values)
  if (fit === null) throw new Error('not fitted')
  return fit
}

describe('robustParabolaResiduals', () => {
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

  it.each([
    ['no points', [], []],
    ['two different x', [1, 2, 2, 1], [1, 2, 3, 4]],
  ])('is null with %s', (_, places, values) => {
    expect(robustParabolaResiduals(places, values)).toBeNull()
  })
})
