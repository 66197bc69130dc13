import fc from 'fast-check'
import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { definiteSolution } from '../../src/numerics/definiteSolution.ts'

const value = fc.double({ min: -10, max: 10, noNaN: true })

describe('definiteSolution', () => {
  it('solves what ml-matrix solves, and the same', () => {
    const systems = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc.tuple(
        fc.array(fc.array(value, { minLength: size, maxLength: size }), {
          minLength: size,
          maxLength: size,
        }),
        fc.array(value, { minLength: size, maxLength: size }),
      ),
    )
    fc.assert(
      fc.property(systems, ([rows, b]) => {
        const root = new Matrix(rows)
        const definite = root.mmul(root.transpose()).add(Matrix.eye(b.length))
        const expected = new CholeskyDecomposition(definite).solve(Matrix.columnVector(b))
        const found = definiteSolution(triangleOf(definite), Float64Array.from(b))
        for (const [i, x] of expected.to1DArray().entries()) expect(found?.[i]).toBeCloseTo(x, 6)
      }),
    )
  })

  it.each([
    [
      'indefinite',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'semidefinite',
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'no number',
      [
        [Number.NaN, 0],
        [0, 1],
      ],
    ],
  ])('gives nothing for a matrix that is %s', (_, rows) => {
    expect(definiteSolution(triangleOf(new Matrix(rows)), Float64Array.of(1, 1))).toBeNull()
  })
})

function triangleOf(matrix: Matrix): Float64Array {
  return Float64Array.from(matrix.to2DArray().flatMap((row, i) => row.slice(0, i + 1)))
}
