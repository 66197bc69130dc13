import { describe, expect, it } from 'vitest'
import { nearOptimalSettings } from '../../src/scaling/estimators/overCompute/nearOptimalSettings.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { makeRun } from '../fixtures/makeRuns.ts'
import { dropped } from '../fixtures/readSweep.ts'
import { HAS_SHARED_DATA, onRealSweeps, sharedFile } from '../fixtures/sharedData.ts'

/** Grids of learning rate and batch about optima that follow B = 0.3·C^0.33 and η = 0.3·C^-0.125. */
function grids(budgets: readonly number[]): Run[] {
  return budgets.flatMap((c) =>
    Array.from({ length: 9 }, (_, i) => i - 4).flatMap((i) =>
      Array.from({ length: 9 }, (_, j) => j - 4).map((j) => ({
        ...makeRun({ line: 1, computeFlops: c, tokens: c / 1e9, scale: { N: 1e9 / 6 } }),
        id: `${c}/${i}/${j}`,
        learningRate: 0.3 * c ** -0.125 * 2 ** (i / 2),
        batchTokens: 0.3 * c ** 0.33 * 2 ** (j / 2),
        loss: 3 + 0.01 * (i * i + j * j),
      })),
    ),
  )
}

describe('a sweep’s own batch size and learning rate', () => {
  it('are the power laws that its grids were made about', () => {
    const own = nearOptimalSettings(grids([1e18, 1e19, 1e20, 1e21]))
    expect(own?.batchTokens.exponent).toBeCloseTo(0.33, 9)
    expect((own?.batchTokens.coefficient ?? 0) / 0.3).toBeCloseTo(1, 9)
    expect(own?.learningRate.exponent).toBeCloseTo(-0.125, 9)
    expect(own?.cells).toBe(4)
    expect((own?.range.high ?? 0) / 1e21).toBeCloseTo(1, 9)
  })

  it('are none of two budgets, or where every size has one setting', () => {
    expect(nearOptimalSettings(grids([1e18, 1e19]))).toBeNull()
    const one = grids([1e18, 1e19, 1e20]).filter(({ id }) => id.endsWith('/0/0'))
    expect(nearOptimalSettings(one)).toBeNull()
  })
})

describe.skipIf(!HAS_SHARED_DATA)(onRealSweeps('on the grids of Step Law'), () => {
  it('the batch grows and the rate falls with compute, as every published rule has it', () => {
    const own = nearOptimalSettings(dropped(sharedFile('step-law-dense.csv')).sweep.runs)
    expect(own?.cells).toBeGreaterThanOrEqual(15)
    expect(own?.batchTokens.exponent).toBeGreaterThan(0.2)
    expect(own?.batchTokens.exponent).toBeLessThan(0.5)
    expect(own?.learningRate.exponent).toBeLessThan(-0.05)
    expect(own?.learningRate.exponent).toBeGreaterThan(-0.4)
  })
})
