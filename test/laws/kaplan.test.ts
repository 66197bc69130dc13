import { en } from '../../src/words/en/en.ts'
import { describe, expect, it } from 'vitest'
import { KAPLAN, PF_DAY_FLOPS } from '../../src/laws/kaplan.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

describe('Kaplan’s allocation law', () => {
  it('counts a petaFLOP/s-day as 1e15 × 86,400 FLOPs', () => {
    expect(PF_DAY_FLOPS).toBe(1e15 * 86_400)
  })

  it('gives 1.3 billion parameters and 20 billion tokens at one PF-day', () => {
    expect(evaluatePowerLaw(KAPLAN.scale, PF_DAY_FLOPS) / 1.3e9).toBeCloseTo(1, 12)
    expect(evaluatePowerLaw(KAPLAN.tokens, PF_DAY_FLOPS) / 2e10).toBeCloseTo(1, 12)
  })

  it('grows from there by C^0.73 and C^0.27', () => {
    expect(evaluatePowerLaw(KAPLAN.scale, 100 * PF_DAY_FLOPS) / 1.3e9).toBeCloseTo(100 ** 0.73, 9)
    expect(evaluatePowerLaw(KAPLAN.tokens, 100 * PF_DAY_FLOPS) / 2e10).toBeCloseTo(100 ** 0.27, 9)
  })

  it('has 6·N·D at 1.8 of the budget, at any budget', () => {
    for (const c of [1e17, PF_DAY_FLOPS, 1e25]) {
      const n = evaluatePowerLaw(KAPLAN.scale, c)
      const d = evaluatePowerLaw(KAPLAN.tokens, c)
      expect((6 * n * d) / c).toBeCloseTo(1.8055555555555556, 9)
    }
  })

  it('says that no range is published and that N leaves embeddings out', () => {
    expect(KAPLAN.fitRange).toBeNull()
    expect(KAPLAN.scaleMetric).toBe('N')
    expect(en.laws.remarks.kaplan.join(' ')).toMatch(/embeddings/)
  })
})
