import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLine } from '../../src/numerics/fitLine.ts'
import { evaluateParabola, fitParabola, parabolaMinimum } from '../../src/numerics/fitParabola.ts'
import { polynomialLeastSquares } from '../../src/numerics/leastSquares.ts'
import { robustParabolaResiduals } from '../../src/numerics/robustParabola.ts'
import reference from './reference.json' with { type: 'json' }

function fitted<T extends { status: string }>(outcome: T): Extract<T, { status: 'fitted' }> {
  expect(outcome.status).toBe('fitted')
  return outcome as Extract<T, { status: 'fitted' }>
}

describe('fitParabola', () => {
  it('agrees with NumPy on the minimum and R²', () => {
    const fit = fitted(fitParabola(reference.x, reference.y))
    const minimum = parabolaMinimum(fit)
    expect(minimum?.x).toBeCloseTo(reference.parabola.minimumX, 9)
    expect(minimum?.y).toBeCloseTo(reference.parabola.minimumY, 10)
    expect(fit.rSquared).toBeCloseTo(reference.parabola.rSquared, 10)
  })

  it('recovers an exact parabola wherever it lies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        (x0, curvature) => {
          const x = [-2, -1, 0, 1, 2].map((step) => x0 + 0.3 + step)
          const fit = fitted(
            fitParabola(
              x,
              x.map((value) => 1 + curvature * (value - x0) ** 2),
            ),
          )
          expect(parabolaMinimum(fit)?.x).toBeCloseTo(x0, 6)
          expect(evaluateParabola(fit, x0)).toBeCloseTo(1, 6)
        },
      ),
    )
  })

  it('moves with the data: shifting x shifts the minimum, scaling y leaves it', () => {
    const at = (x: number[], y: number[]) => parabolaMinimum(fitted(fitParabola(x, y)))?.x ?? NaN
    const { x, y } = reference
    expect(
      at(
        x.map((value) => value + 5),
        y,
      ),
    ).toBeCloseTo(at(x, y) + 5, 8)
    expect(
      at(
        x,
        y.map((value) => 7 * value),
      ),
    ).toBeCloseTo(at(x, y), 8)
  })

  it('is unfittable with fewer than three different x, however many points', () => {
    expect(fitParabola([1, 2], [1, 2]).status).toBe('unfittable')
    expect(fitParabola([1, 2, 1, 2, 2], [1, 2, 3, 4, 5]).status).toBe('unfittable')
    expect(fitParabola([], []).status).toBe('unfittable')
  })

  it('has no minimum when it is concave or straight', () => {
    expect(parabolaMinimum(fitted(fitParabola([1, 2, 3], [1, 2, 1])))).toBeNull()
    expect(parabolaMinimum({ centre: 0, c0: 1, c1: 1, c2: 0, rSquared: 1 })).toBeNull()
  })
})

describe('fitLine', () => {
  it('agrees with NumPy on slope, intercept and standard error', () => {
    const line = fitted(fitLine(reference.x, reference.z))
    expect(line.slope).toBeCloseTo(reference.line.slope, 10)
    expect(line.intercept).toBeCloseTo(reference.line.intercept, 8)
    expect(line.slopeStandardError).toBeCloseTo(reference.line.slopeStandardError, 10)
  })

  it('goes through two points and says that nothing is left to judge by', () => {
    const line = fitted(fitLine([1, 3], [2, 8]))
    expect(line.slope).toBeCloseTo(3, 12)
    expect(line.slopeStandardError).toBeNull()
  })

  it('is unfittable when all x are the same', () => {
    expect(fitLine([2, 2, 2], [1, 2, 3]).status).toBe('unfittable')
  })
})

describe('polynomialLeastSquares', () => {
  it('treats a weight of two as the point given twice', () => {
    const weighted = polynomialLeastSquares([0, 1, 2, 3], [1, 0, 3, 2], 1, [1, 2, 1, 1])
    const repeated = polynomialLeastSquares([0, 1, 1, 2, 3], [1, 0, 0, 3, 2], 1)
    expect(weighted?.[0]).toBeCloseTo(repeated?.[0] ?? NaN, 12)
    expect(weighted?.[1]).toBeCloseTo(repeated?.[1] ?? NaN, 12)
  })
})

describe('robustParabolaResiduals', () => {
  it('leaves the whole of a single spike in its residual', () => {
    const x = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    const jitter = [1, -1, 1, -1, 1, -1, 1, -1, 1]
    const y = x.map((value, i) => 3 + 0.05 * (value - 4) ** 2 + 0.002 * (jitter[i] ?? 0))
    y[5] = (y[5] ?? 0) + 0.4
    const fit = robustParabolaResiduals(x, y)
    expect(fit?.residuals[5]).toBeGreaterThan(0.39)
    expect(fit?.scale).toBeLessThan(0.01)
  })

  it('is null with two different x', () => {
    expect(robustParabolaResiduals([1, 2, 2], [1, 2, 3])).toBeNull()
  })
})
