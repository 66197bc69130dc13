import { en } from '../../src/words/en/en.ts'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_ALLOCATIONS } from '../../src/laws/publishedAllocations.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

describe('PUBLISHED_ALLOCATIONS', () => {
  it('are DeepSeek, Chinchilla and Kaplan, and two that came after', () => {
    expect(PUBLISHED_ALLOCATIONS.map(({ id }) => id)).toEqual([
      'deepseek',
      'chinchilla-2',
      'kaplan',
      'besiroglu',
      'llama-3',
    ])
  })

  it.each(PUBLISHED_ALLOCATIONS)('$id cites its paper and says what must be known', (law) => {
    expect(law.citation).toMatch(/\d{4}, arXiv:\d{4}\.\d{5}/)
    const remarks = en.laws.remarks[law.id]
    expect(remarks.length).toBeGreaterThan(0)
    for (const remark of remarks) expect(remark).toMatch(/^[A-Z6].*\.$/)
  })

  it.each(PUBLISHED_ALLOCATIONS)('$id has exponents that add up to one', (law) => {
    expect(law.scale.exponent + law.tokens.exponent).toBeCloseTo(1, 9)
  })

  it.each(PUBLISHED_ALLOCATIONS)('$id spends the budget that it splits', (law) => {
    // Kaplan's D counts tokens at the critical batch size, which doubles the compute.
    const [share, within] = law.id === 'kaplan' ? [1.8056, 1e-4] : [1, 0.01]
    const flopsPerScale = law.scaleMetric === 'N' ? 6 : 1
    for (const c of [1e17, 1e22, 1e26]) {
      const product = evaluatePowerLaw(law.scale, c) * evaluatePowerLaw(law.tokens, c)
      expect(Math.abs((flopsPerScale * product) / c - share)).toBeLessThan(within)
    }
  })

  it('keep the quarrel: at 1e25 FLOPs Kaplan’s model is the largest and has the fewest tokens', () => {
    const inParameters = PUBLISHED_ALLOCATIONS.filter((law) => law.scaleMetric === 'N')
    const byModel = inParameters.toSorted(
      (a, b) => evaluatePowerLaw(b.scale, 1e25) - evaluatePowerLaw(a.scale, 1e25),
    )
    const byTokens = inParameters.toSorted(
      (a, b) => evaluatePowerLaw(a.tokens, 1e25) - evaluatePowerLaw(b.tokens, 1e25),
    )
    expect(byModel[0]?.id).toBe('kaplan')
    expect(byTokens[0]?.id).toBe('kaplan')
  })
})
