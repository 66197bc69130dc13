import { describe, expect, it } from 'vitest'
import { EPOCH } from '../../src/laws/epoch.ts'
import { DISAGREEMENT_STEPS, PORIAN_STEPS } from '../../src/laws/porianSteps.ts'
import {
  SIMULATED_STEPS,
  simulatedExponent,
  withEmbeddings,
  type StudyWay,
} from '../../src/planning/disagreement.ts'

describe('a study of Chinchilla’s surface', () => {
  const study = (...ways: readonly StudyWay[]): number => simulatedExponent(new Set(ways))

  it('finds the surface’s own exponent where nothing is done otherwise, whatever the budgets', () => {
    expect(study()).toBeCloseTo(EPOCH.scale.exponent, 4)
    expect(study('budgets')).toBeCloseTo(EPOCH.scale.exponent, 4)
  })

  it('finds Kaplan’s 0.73 and more where neither embeddings nor the last layer of small models count', () => {
    const a = study('embeddings', 'last-layer', 'budgets')
    expect(a).toBeGreaterThan(0.73)
    expect(a).toBeLessThan(0.88)
  })

  it('is hardly misled by the same counting where models are large', () => {
    const a = study('embeddings', 'last-layer')
    expect(a).toBeGreaterThan(EPOCH.scale.exponent)
    expect(a).toBeLessThan(0.57)
  })

  it('is misled upwards by a warm-up that takes most of a short run, and hardly at large budgets', () => {
    expect(study('warm-up', 'budgets')).toBeGreaterThan(EPOCH.scale.exponent + 0.1)
    expect(study('warm-up')).toBeLessThan(EPOCH.scale.exponent + 0.05)
  })

  it('comes from above 0.85 to the truth as Kaplan’s ways are put right one after another', () => {
    const steps = SIMULATED_STEPS.map(({ ways }) => study(...ways))
    expect(steps).toEqual(steps.toSorted((one, other) => other - one))
    expect(steps[0]).toBeGreaterThan(0.85)
    expect(steps.at(-1)).toBeCloseTo(EPOCH.scale.exponent, 4)
  })

  it('is misled by parabolas on a grid that stays where it is', () => {
    expect(Math.abs(study('grid', 'budgets') - EPOCH.scale.exponent)).toBeGreaterThan(0.03)
  })

  // The same study written in Python, with the rules of facts/laws.json.
  it.each([
    ['step-law', ['batch'], 0.5313, 0.5696],
    ['step-law', ['rate'], 0.4677, 0.468],
    ['step-law', ['rate', 'batch'], 0.4596, 0.4887],
    ['porian', ['batch'], 0.4689, 0.3952],
    ['porian', ['rate'], 0.5111, 0.4214],
    ['porian', ['rate', 'batch'], 0.4652, 0.3595],
  ] as const)(
    'is misled by what is not tuned as far as the rule %s has it: %s',
    (rule, ways, small, large) => {
      const on = (...more: readonly StudyWay[]): number =>
        simulatedExponent(new Set([...ways, ...more]), 'current', rule)
      expect(on('budgets')).toBeCloseTo(small, 3)
      expect(on()).toBeCloseTo(large, 3)
    },
  )

  it('moves with the data by what DeepSeek published', () => {
    const on = (corpus: 'early' | 'openwebtext2'): number => simulatedExponent(new Set(), corpus)
    expect(on('early') - study()).toBeCloseTo(0.45 - 0.5243, 3)
    expect(on('openwebtext2') - study()).toBeCloseTo(0.578 - 0.5243, 3)
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
