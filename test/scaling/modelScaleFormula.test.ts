import { describe, expect, it } from 'vitest'
import { modelScale, sixN1, sixN2 } from '../../src/scaling/modelScaleFormula.ts'

describe('the scale of a model from its shape (DeepSeek LLM, eq. 2 and Table 3)', () => {
  it.each([
    [8, 512, 352321536, 25165824, 77594624],
    [12, 768, 962592768, 84934656, 163577856],
    [24, 1024, 3019898880, 301989888, 406847488],
    [80, 8192, 418759311360, 64424509440, 65263370240],
  ])('%d layers of width %d at 4,096 tokens and 102,400 words', (layers, width, m, n1, n2) => {
    expect(modelScale({ layers, width }, 4096)).toBe(m)
    expect(sixN1({ layers, width })).toBe(6 * n1)
    expect(sixN2({ layers, width }, 102400)).toBe(6 * n2)
  })

  it('is not the 2.38k that circulates for 4 layers of 128 at 128 tokens', () => {
    expect(modelScale({ layers: 4, width: 128 }, 128)).toBe(5505024)
  })
})
