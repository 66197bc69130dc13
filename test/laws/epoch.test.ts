import { describe, expect, it } from 'vitest'
import { EPOCH, EPOCH_SURFACE } from '../../src/laws/epoch.ts'
import { evaluateParametricLoss } from '../../src/scaling/forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

describe('Epoch AI’s refit of Chinchilla', () => {
  it('gives 18.39 tokens per parameter at 5.76e23 FLOPs', () => {
    const n = evaluatePowerLaw(EPOCH.scale, 5.76e23)
    const d = evaluatePowerLaw(EPOCH.tokens, 5.76e23)
    expect(n / 72248702500.38242).toBeCloseTo(1, 9)
    expect(d / 1328743585388.151).toBeCloseTo(1, 9)
    expect(d / n).toBeCloseTo(18.39, 2)
  })

  it('predicts 1.974 nats/token for 70 billion parameters on 1.4 trillion tokens', () => {
    expect(evaluateParametricLoss(EPOCH_SURFACE, { parameters: 7e10, tokens: 1.4e12 })).toBeCloseTo(
      1.9738818631585637,
      10,
    )
  })

  it('claims no range of compute, because the paper states none', () => {
    expect(EPOCH.fitRange).toBeNull()
  })

  it('has the exponent a = 0.5126', () => {
    expect(EPOCH.scale.exponent).toBeCloseTo(0.5126, 4)
    expect(EPOCH.scale.exponent + EPOCH.tokens.exponent).toBeCloseTo(1, 12)
  })
})
