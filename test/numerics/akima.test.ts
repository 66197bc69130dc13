import { describe, expect, it } from 'vitest'
import { akimaMinimum, evaluateAkima, fitAkima } from '../../src/numerics/akima.ts'

const X = [0, 0.7, 1.1, 2, 3.2, 3.9, 5]
const Y = [4, 3.1, 2.9, 2.75, 3.05, 3.3, 4.2]

/** Position and value by scipy.interpolate.Akima1DInterpolator, SciPy 1.17.1. */
const SCIPY = [
  [0.2, 3.680252465727932],
  [0.9, 2.9774067832315145],
  [1.5, 2.7879303946410654],
  [2.6, 2.877167827506915],
  [3.5, 3.1452424025953016],
  [4.8, 3.9943704441957095],
]
const MINIMUM = [1.856906, 2.739725998970135] as const

function fitted(x: readonly number[], y: readonly number[]) {
  const curve = fitAkima(x, y)
  if (curve === null) throw new Error('no curve')
  return curve
}

describe('fitAkima', () => {
  it('has the values of SciPy’s Akima1DInterpolator', () => {
    const curve = fitted(X, Y)
    SCIPY.forEach(([at = 0, value = 0]) => {
      expect(evaluateAkima(curve, at)).toBeCloseTo(value, 12)
    })
  })

  it('is lowest where SciPy’s is on a fine grid', () => {
    const minimum = akimaMinimum(fitted(X, Y))
    expect(minimum?.x).toBeCloseTo(MINIMUM[0], 5)
    expect(minimum?.y).toBeCloseTo(MINIMUM[1], 10)
  })

  it('goes through its points whatever their order, and through the mean of those at one x', () => {
    const curve = fitted([...X.toReversed(), 2], [...Y.toReversed(), 2.85])
    expect(evaluateAkima(curve, 3.9)).toBeCloseTo(3.3, 12)
    expect(evaluateAkima(curve, 2)).toBeCloseTo(2.8, 12)
  })

  it('has no minimum at an end, and none with fewer than five points', () => {
    expect(akimaMinimum(fitted([0, 1, 2, 3, 4], [5, 4, 3, 2, 1]))).toBeNull()
    expect(fitAkima([0, 1, 2, 3], [1, 0, 0, 1])).toBeNull()
  })
})
