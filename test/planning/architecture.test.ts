import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countsOf,
  devicesNeeded,
  memoryOf,
  type Architecture,
} from '../../src/planning/architecture/architecture.ts'
import {
  ASPECT,
  candidatesNear,
  NOTHING_GIVEN,
  type GivenShape,
} from '../../src/planning/architecture/candidates.ts'

/** DeepSeek LLM 67B and 7B (arXiv:2401.02954, Table 2; feed-forward of their configurations). */
const LARGE: Architecture = {
  ...{ layers: 95, width: 8192, heads: 64, kvHeads: 8, headSize: 128, feedForward: 22016 },
  ...{ vocabulary: 102400, sequenceLength: 4096, isTied: false },
}
const SMALL: Architecture = {
  ...{ layers: 30, width: 4096, heads: 32, kvHeads: 32, headSize: 128, feedForward: 11008 },
  ...{ vocabulary: 102400, sequenceLength: 4096, isTied: false },
}

describe('the counts of a shape', () => {
  it('are those of DeepSeek’s 67B: 65.7 billion without embeddings, 67.4 in all', () => {
    const counts = countsOf(LARGE)
    expect(counts.nonEmbedding / 65.746e9).toBeCloseTo(1, 4)
    expect(counts.total / 67.425e9).toBeCloseTo(1, 4)
  })

  it('are those of DeepSeek’s 7B: 6.910 billion in all', () => {
    expect(countsOf(SMALL).total / 1e9).toBeCloseTo(6.91, 2)
  })

  it('have the exact M, from which the paper’s formula is 14.9% off for grouped queries', () => {
    const counts = countsOf(LARGE)
    expect(counts.exactM / 4.3273e11).toBeCloseTo(1, 4)
    expect(counts.formulaM / 4.9728e11).toBeCloseTo(1, 4)
    expect(counts.formulaM / counts.exactM).toBeCloseTo(1.149, 3)
    expect(countsOf(SMALL).exactM / 4.2467e10).toBeCloseTo(1, 3)
  })

  it('need 16 bytes a parameter to train and 2 to serve, and a cache of keys and values', () => {
    const { weights, training, cachePerToken, cachePerSequence } = memoryOf(LARGE)
    expect(weights / 134.85e9).toBeCloseTo(1, 3)
    expect(training / weights).toBe(8)
    // 2 · 95 layers · 8 heads · 128 · 2 bytes.
    expect(cachePerToken).toBe(389_120)
    expect(cachePerSequence).toBe(389_120 * 4096)
    expect(devicesNeeded(training, 80)).toBe(14)
  })
})

describe('shapes near a model scale', () => {
  const choices = {
    ...{ sequenceLength: 4096, vocabulary: 102400, headSize: 128, kvHeads: 8, multiple: 256 },
    ...{ isTied: false, aspectRatio: 110 },
  }

  it('come within two per cent of what was asked for, from 10^9 to 10^12 FLOPs/token, best first', () => {
    fc.assert(
      fc.property(fc.double({ min: 9.7, max: 12, noNaN: true }), (power) => {
        const found = candidatesNear(10 ** power, choices, 5)
        if (typeof found === 'string') throw new Error(found)
        expect(Math.abs(Math.log(found[0]?.ofTarget ?? 0))).toBeLessThan(0.02)
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('keep to what they must: heads that fill the width, groups that divide them, multiples, aspect', () => {
    const found = candidatesNear(4.3e11, choices, 8)
    if (typeof found === 'string') throw new Error(found)
    expect(found.length).toBeGreaterThan(3)
    for (const { shape, aspect } of found) {
      expect(shape.heads * shape.headSize).toBe(shape.width)
      expect(shape.heads % shape.kvHeads).toBe(0)
      expect(shape.width % 256).toBe(0)
      expect(shape.feedForward % 256).toBe(0)
      expect(shape.feedForward / shape.width).toBeGreaterThanOrEqual(8 / 3)
      expect(aspect / 110).toBeGreaterThanOrEqual(ASPECT.least)
      expect(aspect / 110).toBeLessThanOrEqual(ASPECT.most)
    }
  })

  it('are near DeepSeek’s own 67B where its M is asked for', () => {
    const found = candidatesNear(4.3273e11, choices, 12)
    if (typeof found === 'string') throw new Error(found)
    const own = found.find(({ shape }) => shape.width === 8192)
    expect(Math.abs((own?.shape.layers ?? 0) - 95)).toBeLessThanOrEqual(1)
  })

  it('keep to the layers, the width or the feed-forward that is given, and look for the rest', () => {
    const given = (part: Partial<GivenShape>) => {
      const found = candidatesNear(4.3e11, choices, 8, { ...NOTHING_GIVEN, ...part })
      if (typeof found === 'string') throw new Error(found)
      return found.map(({ shape }) => shape)
    }
    expect(new Set(given({ layers: 40 }).map(({ layers }) => layers))).toEqual(new Set([40]))
    expect(given({ layers: 40 }).length).toBeGreaterThan(3)
    expect(given({ width: 8192 })).toHaveLength(1)
    expect(given({ width: 8192 })[0]).toMatchObject({ width: 8192, layers: 94 })
    expect(given({ layers: 30, width: 6144 })[0]).toMatchObject({ layers: 30, width: 6144 })
    for (const { feedForward } of given({ feedForward: 20_480 })) expect(feedForward).toBe(20_480)
  })

  it('say why there are none', () => {
    const narrow = { ...NOTHING_GIVEN, width: 1000 }
    expect(candidatesNear(4e9, choices, 5, narrow)).toBe('head-size-does-not-divide')
    const uneven = { ...NOTHING_GIVEN, width: 128 * 9 }
    expect(candidatesNear(4e9, choices, 5, uneven)).toBe('heads-do-not-divide')
    expect(candidatesNear(1e5, choices, 5)).toBe('too-small')
    expect(candidatesNear(1e18, choices, 5)).toBe('too-large')
    expect(candidatesNear(4e9, { ...choices, kvHeads: 13 }, 5)).toBe('heads-do-not-divide')
  })
})
