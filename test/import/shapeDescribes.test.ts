import { describe, expect, it } from 'vitest'
import { shapeDescribes } from '../../src/import/runs/shapeDescribes.ts'

const SHAPES = [
  { layers: 8, width: 512 },
  { layers: 16, width: 1024 },
  { layers: 24, width: 2048 },
]

/** The shapes with `perLayer`·d² parameters a layer and `vocabulary` rows of width d. */
const models = (perLayer: number, vocabulary: number) =>
  SHAPES.map(({ layers, width }) => ({
    layers,
    width,
    parameters: perLayer * layers * width ** 2 + vocabulary * width,
  }))

describe('layers of 12·d² parameters describe models', () => {
  it('whose parameters are counted without the vocabulary', () => {
    expect(shapeDescribes(models(12, 0))).toBe(true)
  })

  it('with one vocabulary matrix, and with two', () => {
    expect(shapeDescribes(models(12, 50_304))).toBe(true)
    expect(shapeDescribes(models(12, 2 * 50_304))).toBe(true)
  })
})

describe('layers of 12·d² parameters do not describe models', () => {
  it('with three matrices of 4·d in the feed-forward (16·d² a layer)', () => {
    expect(shapeDescribes(models(16, 0))).toBe(false)
    expect(shapeDescribes(models(16, 2 * 128_256))).toBe(false)
  })

  it('with fewer parameters than that', () => {
    expect(shapeDescribes(models(8, 0))).toBe(false)
  })
})
