import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

describe('DeepSeek’s allocation law', () => {
  it.each([
    [1e6, 239.91871372605559, 4168.576033389201],
    [1e17, 140399035.51612017, 712340648.4406865],
    [1e18, 469530841.3567581, 2130039843.8365653],
    [2e19, 2258365086.23396, 8857021445.25972],
    [1e20, 5251267288.77951, 19045296020.961945],
    [3e20, 9341546892.989899, 32118430002.76041],
    [1e22, 58730557631.789505, 170289443916.10175],
    [8.6545e23, 608919799461.2047, 1421457038342.1174],
    [1e24, 656846854303.3589, 1522606667669.453],
  ])('gives the M and D of equation 4 at %d FLOPs', (computeFlops, m, d) => {
    expect(evaluatePowerLaw(DEEPSEEK.scale, computeFlops) / m).toBeCloseTo(1, 9)
    expect(evaluatePowerLaw(DEEPSEEK.tokens, computeFlops) / d).toBeCloseTo(1, 9)
  })

  it('spends the whole budget: M·D is C to 0.02% from 1e6 to 1e28 FLOPs', () => {
    fc.assert(
      fc.property(fc.double({ min: 6, max: 28, noNaN: true }), (log10) => {
        const c = 10 ** log10
        const product = evaluatePowerLaw(DEEPSEEK.scale, c) * evaluatePowerLaw(DEEPSEEK.tokens, c)
        expect(Math.abs(product / c - 1)).toBeLessThan(2e-4)
      }),
    )
  })

  it('is not what circulates: not 2,400 FLOPs/token and 710 tokens at 1e6, nor M·D = 1.7 C', () => {
    const m = evaluatePowerLaw(DEEPSEEK.scale, 1e6)
    const d = evaluatePowerLaw(DEEPSEEK.tokens, 1e6)
    expect(m).toBeLessThan(240)
    expect(d).toBeGreaterThan(4168)
    expect((m * d) / 1e6).toBeCloseTo(1.00012, 4)
  })

  it('places the 67B model, 4.327e11 FLOPs/token at 8.6545e23, at 0.71 of the optimum', () => {
    // 2T tokens were fixed beforehand: over-trained, not at the optimum.
    expect(4.3273e11 / evaluatePowerLaw(DEEPSEEK.scale, 8.6545e23)).toBeCloseTo(0.71, 2)
  })

  it('was fitted from 1e17 to 3e20 FLOPs, in M', () => {
    expect(DEEPSEEK.fitRange).toEqual({ low: 1e17, high: 3e20 })
    expect(DEEPSEEK.scaleMetric).toBe('M')
  })
})
