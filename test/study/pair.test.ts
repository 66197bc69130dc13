import { describe, expect, it } from 'vitest'
import {
  computeMultiplier,
  excludesZero,
  exponentDifference,
  lossDifference,
  powerLossDifference,
  type CorpusLaws,
} from '../../src/study/comparison/pair.ts'
import { toldApart } from '../../src/study/comparison/toldApart.ts'
import type { LawReplicates } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { evaluateLossLaw } from '../../src/scaling/estimators/overCompute/lossLaw.ts'
import { noiseDraws } from '../../src/scaling/estimators/isoFlop/intervals/draws.ts'

const COUNT = 1000

/** Replicates of laws that scatter as normal numbers do. */
function replicates(seed: number, spread: number, loss: number): LawReplicates {
  const draws = (size: number, plus: number) => noiseDraws(size, COUNT, seed + plus)
  const law = (a: number, plus: number) => ({
    logCoefficient: new Float64Array(COUNT),
    exponent: draws(spread, plus).map((x) => a + x),
  })
  return {
    ...{ origin: 'delta', scale: law(0.5, 1), tokens: law(0.5, 2), optima: [] },
    loss: {
      irreducible: new Float64Array(COUNT).fill(1.7),
      logCoefficient: draws(0.02, 3).map((x) => Math.log(loss) + x),
      exponent: new Float64Array(COUNT).fill(0.15),
    },
    ...{ replicates: COUNT, seed, failed: 0, runNoise: new Float64Array(COUNT) },
  }
}

function corpus(name: string, said: Partial<CorpusLaws> = {}): CorpusLaws {
  return {
    ...{ name, metric: 'N', lossUnit: 'bits/byte', lossOptima: [], replicates: null },
    scale: { coefficient: 1, exponent: 0.5 },
    tokens: { coefficient: 1, exponent: 0.5 },
    loss: { irreducible: 1.7, coefficient: 1000, exponent: 0.15 },
    ...said,
  }
}

describe('two corpora', () => {
  it('differ by their exponents, with the interval of independent sweeps', () => {
    const a = corpus('a', { replicates: replicates(1, 0.01, 1000) })
    const b = corpus('b', {
      scale: { coefficient: 1, exponent: 0.52 },
      replicates: replicates(2, 0.01, 1000),
    })
    const compared = exponentDifference(a, b, 'scale', 0.95)
    if (typeof compared === 'string') throw new Error(compared)
    expect(compared.value).toBeCloseTo(-0.02, 12)
    expect((compared.high ?? 0) - (compared.low ?? 0)).toBeCloseTo(2 * 1.96 * 0.01 * Math.SQRT2, 2)
  })

  it('are not held against one another where their scales or their losses count differently', () => {
    const [a, b] = [corpus('a'), corpus('b', { metric: 'M', lossUnit: 'nats/token' })]
    expect(exponentDifference(a, b, 'scale', 0.95)).toBe('different-metrics')
    expect(lossDifference(a, b, 1e20, 0.95)).toBe('different-units')
    expect(computeMultiplier(a, b, 1e20, 0.95)).toBe('different-units')
    expect(powerLossDifference(a, b, 0.95)).toBe('different-units')
    expect(exponentDifference(corpus('a', { scale: null }), corpus('b'), 'scale', 0.95)).toBe(
      'no-law',
    )
  })

  it('are worth compute: the other comes to the loss with so many times of it, and the loss agrees', () => {
    const a = corpus('a')
    const b = corpus('b', { loss: { irreducible: 1.7, coefficient: 800, exponent: 0.15 } })
    const compared = computeMultiplier(a, b, 1e20, 0.95)
    if (typeof compared === 'string' || a.loss === null || b.loss === null) throw new Error()
    expect(compared.value).toBeCloseTo(0.8 ** (1 / 0.15), 9)
    expect(evaluateLossLaw(b.loss, compared.value * 1e20)).toBeCloseTo(
      evaluateLossLaw(a.loss, 1e20),
      9,
    )
  })

  it('have an interval of that worth which holds it, and widens with what is not known', () => {
    const a = corpus('a', { replicates: replicates(1, 0.01, 1000) })
    const b = corpus('b', { replicates: replicates(2, 0.01, 1000) })
    const compared = computeMultiplier(a, b, 1e20, 0.95)
    if (typeof compared === 'string') throw new Error(compared)
    expect(compared.value).toBeCloseTo(1, 9)
    // ln of the ratio scatters by sqrt(2) · 0.02 / 0.15.
    const half = (1.96 * Math.SQRT2 * 0.02) / 0.15
    expect(Math.log(compared.high ?? 1)).toBeCloseTo(half, 1)
    expect(Math.log(compared.low ?? 1)).toBeCloseTo(-half, 1)
  })

  it('never come to a loss below the irreducible one', () => {
    const b = corpus('b', { loss: { irreducible: 5, coefficient: 1000, exponent: 0.15 } })
    const compared = computeMultiplier(corpus('a'), b, 1e20, 0.95)
    expect(typeof compared === 'string' ? 0 : compared.value).toBe(Infinity)
  })

  it('have exponents of pure power laws through their minima', () => {
    const optima = (gamma: number) =>
      [1e18, 1e19, 1e20].map((computeFlops) => ({
        computeFlops,
        loss: 50 * computeFlops ** -gamma,
      }))
    const compared = powerLossDifference(
      corpus('a', { lossOptima: optima(0.05) }),
      corpus('b', { lossOptima: optima(0.053) }),
      0.95,
    )
    expect(typeof compared === 'string' ? 0 : compared.value).toBeCloseTo(-0.003, 9)
  })
})

describe('whether exponents are told apart', () => {
  const by = (
    id: 'shared-shape' | 'parabola' | 'surface' | 'akima',
    low: number,
    high: number,
  ) => ({
    ...{ id, compared: { value: (low + high) / 2, low, high } },
  })

  it('is yes only where every estimator that counts says so, on one side', () => {
    expect(toldApart([by('shared-shape', -3, -1), by('surface', -4, -1)])).toBe(true)
    expect(toldApart([by('shared-shape', -3, -1), by('surface', -4, 1)])).toBe(false)
    expect(toldApart([by('shared-shape', -3, -1), by('surface', 1, 2)])).toBe(false)
  })

  it('does not ask estimators that follow single runs, and is open where none can say', () => {
    expect(toldApart([by('shared-shape', -3, -1), by('akima', -9, 9)])).toBe(true)
    expect(toldApart([by('akima', 1, 2)])).toBeNull()
    expect(excludesZero({ value: 1, low: null, high: null })).toBeNull()
  })
})
