import { describe, expect, it } from 'vitest'
import { LLAMA3 } from '../../src/laws/llama3.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

describe('Llama 3’s allocation law', () => {
  it('gives the paper’s 16.55T tokens at 3.8e25 FLOPs, not the 10.46T of the rounded exponent', () => {
    const tokens = evaluatePowerLaw(LLAMA3.tokens, 3.8e25)
    expect(tokens / 16.55e12).toBeCloseTo(1, 4)
    expect(
      evaluatePowerLaw({ ...LLAMA3.tokens, exponent: 0.53 }, 3.8e25) / 10463652401050.807,
    ).toBeCloseTo(1, 9)
  })

  it('puts the rest of the budget into N: 383 billion parameters at 3.8e25', () => {
    // C / (6 D); the paper rounds up to the 402 billion that it trained (6ND = 3.99e25).
    const n = evaluatePowerLaw(LLAMA3.scale, 3.8e25)
    expect(n / (3.8e25 / (6 * 16.55e12))).toBeCloseTo(1, 4)
    expect(n / 402e9).toBeCloseTo(0.95, 2)
  })

  it('has 6·N·D = C at any budget', () => {
    for (const c of [1e6, 6e18, 1e22, 1e28]) {
      const product = evaluatePowerLaw(LLAMA3.scale, c) * evaluatePowerLaw(LLAMA3.tokens, c)
      expect((6 * product) / c).toBeCloseTo(1, 9)
    }
  })
})
