import { describe, expect, it } from 'vitest'
import type { LawReplicates } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'
import { percentiles } from '../../src/numerics/percentileInterval.ts'
import { corporaBetween, inOrderOfQuality } from '../../src/study/comparison/between.ts'
import type { FittedAllocation } from '../../src/study/fittedAllocation.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

const COUNT = 2000

function replicates(seed: number, a: number, spread: number): LawReplicates {
  const noise = seededNoise(seed, spread)
  const scale = {
    exponent: Float64Array.from({ length: COUNT }, () => a + noise()),
    logCoefficient: new Float64Array(COUNT),
  }
  const column = new Float64Array(COUNT)
  return {
    origin: 'delta',
    ...{ scale, tokens: scale, optima: [], replicates: COUNT, seed, failed: 0 },
    loss: { irreducible: column, logCoefficient: column, exponent: column },
    runNoise: column,
  }
}

function corpus(
  name: string,
  a: number,
  coefficient: number,
  range: readonly [number, number],
  drawn: LawReplicates | null = null,
): FittedAllocation {
  return {
    ...{ id: name, sweepId: name, sweepName: name, estimatorId: 'parabola', scaleMetric: 'N' },
    scale: { exponent: a, coefficient },
    tokens: { exponent: 1 - a, coefficient: 1 / (6 * coefficient) },
    ...{ loss: null, optima: 5, replicates: drawn },
    range: { low: range[0], high: range[1] },
  }
}

const EARLY = corpus('early', 0.45, 2, [1e17, 1e20])
const LATER = corpus('later', 0.55, 0.02, [1e18, 1e21])
const BEST = corpus('best', 0.6, 0.001, [1e22, 1e23])

describe('the law between corpora', () => {
  it('is that of a corpus at its position, to the digit', () => {
    const corpora = [EARLY, LATER, BEST]
    for (const [position, { scale, tokens }] of corpora.entries()) {
      expect(corporaBetween(corpora, position)).toMatchObject({
        scale: { exponent: scale.exponent },
        tokens: { exponent: tokens.exponent },
      })
      const between = corporaBetween(corpora, position)
      expect(between?.scale.coefficient).toBeCloseTo(scale.coefficient, 14)
    }
    expect(corporaBetween(corpora, 7)?.scale.exponent).toBe(0.6)
    expect(corporaBetween(corpora, -1)?.scale.exponent).toBe(0.45)
  })

  it('in between has the geometric mean of both optima at every budget, and keeps C = 6ND', () => {
    const between = corporaBetween([EARLY, LATER], 0.5)
    if (between === null) throw new Error('no law')
    expect(between.scale.exponent).toBeCloseTo(0.5, 14)
    for (const c of [1e15, 1e20, 1e26]) {
      const [n, n1, n2] = [between, EARLY, LATER].map(({ scale }) => evaluatePowerLaw(scale, c))
      expect((n ?? 0) / Math.sqrt((n1 ?? 0) * (n2 ?? 0))).toBeCloseTo(1, 10)
      expect((6 * (n ?? 0) * evaluatePowerLaw(between.tokens, c)) / c).toBeCloseTo(1, 10)
    }
  })

  it('counts as fitted where both were trained, or where either was if they share no budget', () => {
    expect(corporaBetween([EARLY, LATER], 0.5)?.range).toEqual({ low: 1e18, high: 1e20 })
    expect(corporaBetween([LATER, BEST], 0.5)?.range).toEqual({ low: 1e18, high: 1e23 })
  })

  it('has the interval of independent corpora: narrower half way than at either', () => {
    const one = corpus('one', 0.45, 1, [1e18, 1e20], replicates(1, 0.45, 0.01))
    // The same seed on purpose: draws of the same place must not go together.
    const other = corpus('other', 0.55, 1, [1e18, 1e20], replicates(1, 0.55, 0.01))
    const width = (position: number): number => {
      const drawn = corporaBetween([one, other], position)?.replicates
      const ends = percentiles(drawn?.scale.exponent ?? [], 0.95)
      return ends === null ? Number.NaN : ends.high - ends.low
    }
    expect(width(0)).toBeCloseTo(2 * 1.96 * 0.01, 2)
    expect(width(0.5) / width(0)).toBeCloseTo(Math.SQRT1_2, 1)
    expect(corporaBetween([one, LATER], 0.5)?.replicates).toBeNull()
  })

  it('needs two corpora', () => {
    expect(corporaBetween([EARLY], 0)).toBeNull()
    expect(corporaBetween([], 0)).toBeNull()
  })
})

describe('the order of corpora', () => {
  it('is that of their exponents, after DeepSeek', () => {
    expect(inOrderOfQuality([BEST, EARLY, LATER]).map(({ id }) => id)).toEqual([
      'early',
      'later',
      'best',
    ])
  })
})
