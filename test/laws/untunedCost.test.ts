import { group, mean, median, min } from 'd3-array'
import { Matrix, solve } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import { UNTUNED_COST, untunedCost } from '../../src/laws/untunedCost.ts'
import { dropped } from '../fixtures/readSweep.ts'
import { HAS_SHARED_DATA, onRealSweeps, sharedFile } from '../fixtures/sharedData.ts'

describe('what a rate and a batch beside the best cost', () => {
  it('is nothing at the best, and more the farther away', () => {
    expect(untunedCost({ rate: null, batch: null })).toBe(0)
    expect(untunedCost({ rate: 0, batch: 0 })).toBe(0)
    expect(untunedCost({ rate: 2, batch: -1 })).toBeGreaterThan(
      untunedCost({ rate: 1, batch: -0.5 }),
    )
  })

  it('is less where the other is chosen anew than where it stays', () => {
    for (const [x, y] of [
      [1, 0],
      [-2, 0],
    ] as const) {
      expect(untunedCost({ rate: x, batch: null })).toBeLessThan(untunedCost({ rate: x, batch: y }))
      expect(untunedCost({ rate: null, batch: x })).toBeLessThan(untunedCost({ rate: y, batch: x }))
    }
  })
})

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('on the runs of Step Law'), () => {
  it('is the median of the 17 parabolas in ln rate and ln batch', () => {
    const { runs } = dropped(sharedFile('step-law-dense.csv')).sweep
    const cells = [...group(runs, ({ scale, tokens }) => `${scale.N} ${tokens}`).values()]
    expect(cells).toHaveLength(17)
    const curvatures = cells.map((cell) => {
      const best = min(cell, ({ loss }) => loss) ?? Number.NaN
      const near = cell.filter(({ loss }) => loss <= 1.1 * best)
      const centred = (values: readonly number[]) =>
        values.map((value) => value - (mean(values) ?? 0))
      const x = centred(near.map(({ learningRate }) => Math.log(learningRate ?? Number.NaN)))
      const y = centred(near.map(({ batchTokens }) => Math.log(batchTokens ?? Number.NaN)))
      const design = near.map((_, i) => {
        const [u = 0, v = 0] = [x[i], y[i]]
        return [1, u, v, u * u, u * v, v * v]
      })
      const target = Matrix.columnVector(near.map(({ loss }) => Math.log(loss)))
      return solve(new Matrix(design), target).to1DArray().slice(3)
    })
    const medians = [0, 1, 2].map((k) => median(curvatures, (of) => of[k]) ?? Number.NaN)
    const { rate, both, batch } = UNTUNED_COST
    expect(medians.map((value) => Number(value.toPrecision(2)))).toEqual([rate, both, batch])
  })
})
