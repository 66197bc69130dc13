import { describe, expect, it } from 'vitest'
import { EPOCH } from '../../src/laws/epoch.ts'
import { DISAGREEMENT_STEPS, PORIAN_STEPS } from '../../src/laws/porianSteps.ts'
import { simulatedExponent, withEmbeddings } from '../../src/planning/disagreement.ts'

describe('a study of Chinchilla’s surface', () => {
  it('finds the surface’s own exponent where all parameters count, whatever the sizes', () => {
    for (const smallModels of [false, true]) {
      expect(simulatedExponent({ withoutEmbeddings: false, smallModels })).toBeCloseTo(
        EPOCH.scale.exponent,
        4,
      )
    }
  })

  it('finds Kaplan’s 0.73 and more where embeddings are left out of small models', () => {
    const a = simulatedExponent({ withoutEmbeddings: true, smallModels: true })
    expect(a).toBeGreaterThan(0.73)
    expect(a).toBeLessThan(0.88)
  })

  it('is hardly misled by the same counting where models are large', () => {
    const a = simulatedExponent({ withoutEmbeddings: true, smallModels: false })
    expect(a).toBeGreaterThan(EPOCH.scale.exponent)
    expect(a).toBeLessThan(0.57)
  })

  it('counts more embeddings than anything else in the smallest models, and few in large ones', () => {
    expect(withEmbeddings(1e5) / 1e5).toBeGreaterThan(10)
    expect(withEmbeddings(1e10) / 1e10).toBeLessThan(1.05)
  })
})

describe('the published steps', () => {
  it('lead from Kaplan’s exponent to Chinchilla’s, downwards at each step on both corpora', () => {
    for (const { exponents } of PORIAN_STEPS) {
      const values = DISAGREEMENT_STEPS.map((step) => exponents[step].value)
      expect(values).toEqual([...values].sort((a, b) => b - a))
      expect(values[0]).toBeGreaterThan(0.8)
      expect(values.at(-1)).toBeLessThan(0.53)
    }
  })
})
