import { describe, expect, it } from 'vitest'
import { modelScale, sixN1, sixN2 } from '../../src/scaling/runs/modelScaleFormula.ts'

/** DeepSeek LLM (arXiv:2401.02954), Table 3: layers, width, N1, N2, M and the printed ratios to M. */
const TABLE_3 = [
  [8, 512, 25165824, 77594624, 352321536, 0.43, 1.32],
  [12, 768, 84934656, 163577856, 962592768, 0.53, 1.02],
  [24, 1024, 301989888, 406847488, 3019898880, 0.6, 0.81],
  [24, 2048, 1207959552, 1417674752, 9663676416, 0.75, 0.88],
  [32, 4096, 6442450944, 6861881344, 45097156608, 0.85, 0.91],
  [40, 5120, 12582912000, 13107200000, 85563801600, 0.88, 0.92],
  [80, 8192, 64424509440, 65263370240, 418759311360, 0.92, 0.94],
] as const

describe('the scale of a model from its shape (DeepSeek LLM, eq. 2 and Table 3)', () => {
  it.each(TABLE_3)(
    '%d layers of width %d at 4,096 tokens and 102,400 words',
    (layers, width, n1, n2, m, r1, r2) => {
      const shape = { layers, width }
      expect(modelScale(shape, 4096)).toBe(m)
      expect(sixN1(shape)).toBe(6 * n1)
      expect(sixN2(shape, 102400)).toBe(6 * n2)
      // Printed to two digits, 0.857 cut to 0.85.
      expect(Math.abs(sixN1(shape) / m - r1)).toBeLessThan(0.01)
      expect(Math.abs(sixN2(shape, 102400) / m - r2)).toBeLessThan(0.01)
    },
  )

  it.each([
    ['67B', 95, 8192, 497276682240],
    ['7B', 30, 4096, 42278584320],
  ])('the %s: %d layers of width %d', (_, layers, width, m) => {
    expect(modelScale({ layers, width }, 4096)).toBe(m)
  })

  it('is not the 2.38k that circulates for 4 layers of 128 at 128 tokens', () => {
    expect(modelScale({ layers: 4, width: 128 }, 128)).toBe(5505024)
  })

  it('grows with the sequence by attention alone, which 6N₁ does not count', () => {
    const shape = { layers: 8, width: 512 }
    expect(modelScale(shape, 0)).toBe(sixN1(shape))
    // 12 · 8 · 512 FLOPs/token for each token of sequence
    expect(modelScale(shape, 1001) - modelScale(shape, 1000)).toBe(49152)
  })
})
