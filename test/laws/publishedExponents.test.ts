import { describe, expect, it } from 'vitest'
import { ALL_ALLOCATIONS } from '../../src/laws/publishedAllocations.ts'
import { PUBLISHED_EXPONENTS } from '../../src/laws/publishedExponents.ts'

const byId = (id: string) => PUBLISHED_EXPONENTS.find((law) => law.id === id)

describe('PUBLISHED_EXPONENTS', () => {
  it('are those of DeepSeek’s Table 4, in M', () => {
    const deepseek = PUBLISHED_EXPONENTS.filter(
      ({ convention }) => convention === 'flops-per-token',
    )
    expect(deepseek.map(({ a }) => Number(a.value.toFixed(3)))).toEqual([0.45, 0.524, 0.578])
    expect(deepseek.map(({ b }) => Number(b?.value.toFixed(3)))).toEqual([0.55, 0.476, 0.422])
  })

  it.each(PUBLISHED_EXPONENTS)(
    '$id cites its paper, and has an interval where it says so',
    (law) => {
      expect(law.citation).toMatch(/\d{4}, arXiv:\d{4}\.\d{5}/)
      expect(law.a.low === null).toBe(law.interval === null)
      if (law.a.low !== null && law.a.high !== null) expect(law.a.low).toBeLessThan(law.a.high)
    },
  )

  it.each(ALL_ALLOCATIONS)(
    'agree with the law $id where both give it, to what is printed',
    (law) => {
      const exponents = byId(law.id)
      if (exponents === undefined) return
      expect(Math.abs(exponents.a.value - law.scale.exponent)).toBeLessThan(0.006)
      expect(Math.abs((exponents.b?.value ?? 0) - law.tokens.exponent)).toBeLessThan(0.006)
    },
  )

  it('keep Chinchilla’s own slip: b of Approach 1 lies outside its printed interval', () => {
    const b = byId('chinchilla-1')?.b
    expect(b?.value).toBeLessThan(b?.low ?? 0)
  })
})
