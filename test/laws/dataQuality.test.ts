import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocationAtQuality, corpusAt, PUBLISHED_CORPORA } from '../../src/laws/dataQuality.ts'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const PIN = 1e19

describe('allocationAtQuality', () => {
  it.each([
    [0, 0.45, 0.55],
    [1, 0.524, 0.476],
    [2, 0.578, 0.422],
  ])('has the exponents of Table 4 at position %d', (position, a, b) => {
    const law = allocationAtQuality(position, PIN)
    // Table 4 prints three digits of equation 4's 0.5243.
    expect(law.scale.exponent).toBeCloseTo(a, 3)
    expect(law.tokens.exponent).toBeCloseTo(b, 3)
  })

  it('is the published law itself for the current data', () => {
    expect(allocationAtQuality(1, PIN)).toBe(DEEPSEEK)
    expect(allocationAtQuality(1, 1e25)).toBe(DEEPSEEK)
  })

  it('is linear in the exponent between the corpora', () => {
    expect(allocationAtQuality(0.5, PIN).scale.exponent).toBeCloseTo((0.45 + 0.5243) / 2, 12)
    expect(allocationAtQuality(1.5, PIN).scale.exponent).toBeCloseTo((0.5243 + 0.578) / 2, 12)
  })

  it('meets the current-data law at the pinned budget, whatever the quality', () => {
    fc.assert(
      fc.property(decimal(0, 2), decimal(6, 28), (quality, log10) => {
        const pin = 10 ** log10
        const law = allocationAtQuality(quality, pin)
        for (const part of ['scale', 'tokens'] as const) {
          const ratio = evaluatePowerLaw(law[part], pin) / evaluatePowerLaw(DEEPSEEK[part], pin)
          expect(ratio).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  it('spends the whole budget at any quality: M·D is C to 0.1%', () => {
    fc.assert(
      fc.property(decimal(0, 2), decimal(6, 28), decimal(6, 28), (quality, pin, log10) => {
        const law = allocationAtQuality(quality, 10 ** pin)
        const c = 10 ** log10
        const product = evaluatePowerLaw(law.scale, c) * evaluatePowerLaw(law.tokens, c)
        expect(Math.abs(product / c - 1)).toBeLessThan(1e-3)
      }),
    )
  })

  it('gives better data a larger model above the pinned budget and a smaller one below', () => {
    const modelAt = (quality: number, c: number) =>
      evaluatePowerLaw(allocationAtQuality(quality, PIN).scale, c)
    expect(modelAt(0, 1e24)).toBeLessThan(modelAt(1, 1e24))
    expect(modelAt(1, 1e24)).toBeLessThan(modelAt(2, 1e24))
    expect(modelAt(0, 1e15)).toBeGreaterThan(modelAt(2, 1e15))
  })

  it('stops at the outermost corpora', () => {
    expect(allocationAtQuality(-3, PIN)).toEqual(allocationAtQuality(0, PIN))
    expect(allocationAtQuality(7, PIN)).toEqual(allocationAtQuality(2, PIN))
  })

  it('knows which corpus a position is, and that one between two is none', () => {
    expect([0, 1, 2, 1.2].map(corpusAt)).toEqual(['early', 'current', 'openwebtext2', null])
  })
})

describe('PUBLISHED_CORPORA', () => {
  it('rise in quality, and only the current data have a published coefficient', () => {
    expect(PUBLISHED_CORPORA.map(({ id }) => id)).toEqual(['early', 'current', 'openwebtext2'])
    const exponents = PUBLISHED_CORPORA.map(({ a }) => a)
    expect(exponents).toEqual(exponents.toSorted((a, b) => a - b))
    expect(
      PUBLISHED_CORPORA.filter((corpus) => corpus.coefficientPublished).map(({ id }) => id),
    ).toEqual(['current'])
  })
})
