import { describe, expect, it } from 'vitest'
import { CHINCHILLA, CHINCHILLA_1, CHINCHILLA_3 } from '../../src/laws/chinchilla.ts'
import { optimalAllocation } from '../../src/scaling/forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

/** Hoffmann et al. 2022, Table A3, columns of Approach 2: parameters, FLOPs, tokens. */
const TABLE_A3: readonly (readonly [number, number, number])[] = [
  [400e6, 1.84e19, 7.7e9],
  [1e9, 1.2e20, 20e9],
  [10e9, 1.32e22, 219.5e9],
  [67e9, 6.88e23, 1.7e12],
  [175e9, 4.54e24, 4.3e12],
  [280e9, 1.18e25, 7.1e12],
  [520e9, 4.19e25, 13.4e12],
  [1e12, 1.59e26, 26.5e12],
  [10e12, 1.75e28, 292e12],
]

describe('Chinchilla’s allocation law', () => {
  it.each(TABLE_A3)('is within 6%% of Table A3 at %d parameters', (parameters, flops, tokens) => {
    expect(Math.abs(evaluatePowerLaw(CHINCHILLA.scale, flops) / parameters - 1)).toBeLessThan(0.06)
    expect(Math.abs(evaluatePowerLaw(CHINCHILLA.tokens, flops) / tokens - 1)).toBeLessThan(0.06)
  })

  it('goes through the row of 67 billion parameters', () => {
    expect(evaluatePowerLaw(CHINCHILLA.scale, 6.88e23) / 67e9).toBeCloseTo(1, 12)
    expect(evaluatePowerLaw(CHINCHILLA.tokens, 6.88e23) / 1.7e12).toBeCloseTo(1, 12)
  })

  it('splits growing compute by 0.49 and 0.51, which leave none over', () => {
    expect(CHINCHILLA.scale.exponent).toBe(0.49)
    expect(CHINCHILLA.tokens.exponent).toBe(0.51)
  })

  it('gives the 20 to 27 tokens per parameter that go by its name, not the 93 of Approach 3', () => {
    const n = evaluatePowerLaw(CHINCHILLA.scale, 5.76e23)
    const d = evaluatePowerLaw(CHINCHILLA.tokens, 5.76e23)
    expect(d / n).toBeGreaterThan(20)
    expect(d / n).toBeLessThan(27)
    expect(Math.abs((6 * n * d) / 5.76e23 - 1)).toBeLessThan(0.01)
  })

  it.each([
    ['as printed', 0.34, 0.28, 406.4, 410.7, 92.6473667573052],
    ['unrounded', 0.33917084, 0.2849083, 406.4010175194737, 410.7228269450398, 58.931666582574636],
  ])('is not Approach 3 %s, far from 20', (_, alpha, beta, A, B, tokensPerParameter) => {
    const { scale, tokens } = optimalAllocation({ E: 1.69, A, B, alpha, beta })
    const ratio = evaluatePowerLaw(tokens, 5.76e23) / evaluatePowerLaw(scale, 5.76e23)
    expect(ratio / tokensPerParameter).toBeCloseTo(1, 9)
  })

  it('was fitted from 6e18 to 3e21 FLOPs', () => {
    expect(CHINCHILLA.fitRange).toEqual({ low: 6e18, high: 3e21 })
  })
})

describe('the other approaches of Chinchilla', () => {
  it('have the exponents of Table 2', () => {
    expect(CHINCHILLA_1.scale.exponent).toBe(0.5)
    expect(CHINCHILLA_3.scale.exponent).toBeCloseTo(0.46, 2)
    expect(CHINCHILLA_3.tokens.exponent).toBeCloseTo(0.54, 2)
  })

  it('meet Table 3 (Approach 1) within its rounding', () => {
    for (const [flops, parameters, tokens] of [
      [1.21e20, 1e9, 20.2e9],
      [1.23e22, 10e9, 205.1e9],
      [3.85e24, 175e9, 3.7e12],
    ] as const) {
      expect(evaluatePowerLaw(CHINCHILLA_1.scale, flops) / parameters).toBeCloseTo(1, 1)
      expect(evaluatePowerLaw(CHINCHILLA_1.tokens, flops) / tokens).toBeCloseTo(1, 0)
    }
  })

  it('put 40.4 billion parameters and 2.38T tokens at Chinchilla’s budget (Approach 3, unrounded)', () => {
    expect(evaluatePowerLaw(CHINCHILLA_3.scale, 5.76e23) / 40360938387.23629).toBeCloseTo(1, 9)
    expect(evaluatePowerLaw(CHINCHILLA_3.tokens, 5.76e23) / 2378537363996.447).toBeCloseTo(1, 9)
  })
})
