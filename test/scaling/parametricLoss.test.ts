import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  evaluateParametricLoss,
  optimalAllocation,
  type ParametricLoss,
} from '../../src/scaling/forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'

/** Hoffmann et al. 2022, equation 10 as printed, and unrounded from the paper's TeX source. */
const PRINTED: ParametricLoss = { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 }
const UNROUNDED: ParametricLoss = {
  E: 1.6933736809989528,
  A: 406.4010175194737,
  B: 410.7228269450398,
  alpha: 0.33917084,
  beta: 0.2849083,
}

const decimal = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const surfaces = fc
  .tuple(decimal(0, 3), decimal(1, 5), decimal(1, 5), decimal(0.1, 0.9), decimal(0.1, 0.9))
  .map(([E, logA, logB, alpha, beta]) => ({ E, A: 10 ** logA, B: 10 ** logB, alpha, beta }))

describe('evaluateParametricLoss', () => {
  it.each([
    ['printed', PRINTED, 1.9366454705587173],
    ['unrounded', UNROUNDED, 1.9208460265656064],
  ])(
    'gives the loss of Chinchilla’s %s surface at 70e9 parameters and 1.4e12 tokens',
    (_, surface, loss) => {
      expect(evaluateParametricLoss(surface, { parameters: 7e10, tokens: 1.4e12 })).toBeCloseTo(
        loss,
        12,
      )
    },
  )

  it('comes down to E when both parameters and tokens grow without end', () => {
    expect(evaluateParametricLoss(PRINTED, { parameters: 1e60, tokens: 1e60 })).toBeCloseTo(
      1.69,
      12,
    )
  })
})

describe('optimalAllocation', () => {
  it.each([
    ['printed', PRINTED, 32189859151.368168, 2982305686662.804, 92.6473667573052],
    ['unrounded', UNROUNDED, 40360938387.23629, 2378537363996.447, 58.931666582574636],
  ])(
    'of Chinchilla’s %s surface at 5.76e23 FLOPs is not 20 tokens per parameter',
    (_, surface, n, d, ratio) => {
      const { scale, tokens } = optimalAllocation(surface)
      const parameters = evaluatePowerLaw(scale, 5.76e23)
      const trained = evaluatePowerLaw(tokens, 5.76e23)
      expect(parameters / n).toBeCloseTo(1, 9)
      expect(trained / d).toBeCloseTo(1, 9)
      expect(trained / parameters).toBeCloseTo(ratio, 6)
    },
  )

  it('spends the whole budget: 6·N·D = C, exponents that add up to one', () => {
    fc.assert(
      fc.property(surfaces, decimal(17, 27), (surface, log10) => {
        const { scale, tokens } = optimalAllocation(surface)
        const c = 10 ** log10
        const product = 6 * evaluatePowerLaw(scale, c) * evaluatePowerLaw(tokens, c)
        expect(product / c).toBeCloseTo(1, 9)
        expect(scale.exponent + tokens.exponent).toBeCloseTo(1, 12)
      }),
    )
  })

  it('lies where the surface is lowest along the budget', () => {
    fc.assert(
      fc.property(surfaces, decimal(17, 27), (surface, log10) => {
        const c = 10 ** log10
        const best = evaluatePowerLaw(optimalAllocation(surface).scale, c)
        const lossAt = (parameters: number): number =>
          evaluateParametricLoss(surface, { parameters, tokens: c / (6 * parameters) })
        // E only lifts the surface and would hide the difference in its last digits.
        const above = (factor: number): number => lossAt(best * factor) - lossAt(best)
        for (const factor of [0.5, 0.9, 1.1, 2]) expect(above(factor)).toBeGreaterThanOrEqual(0)
        expect(above(0.5) + above(2)).toBeGreaterThan(0)
      }),
    )
  })

  it('depends on neither E nor the unit of the loss', () => {
    const still = optimalAllocation(PRINTED)
    const inBits = optimalAllocation({
      ...PRINTED,
      E: 0,
      A: PRINTED.A / Math.LN2,
      B: PRINTED.B / Math.LN2,
    })
    expect(inBits.scale.coefficient / still.scale.coefficient).toBeCloseTo(1, 12)
    expect(inBits.scale.exponent).toBe(still.scale.exponent)
  })
})
