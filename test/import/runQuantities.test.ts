import { derivationTexts } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../src/import/fields/field.ts'
import {
  quantityDerivations,
  type RowContext,
  runQuantities,
} from '../../src/import/runs/runQuantities.ts'
import { cellReader } from '../../src/import/columns/cellReader.ts'
import { dropped } from '../fixtures/readSweep.ts'

/** One model: M = 1e9 FLOPs/token, N = 1e8, D = 1e10, so C = M·D = 1e19 or 6·N·D = 6e18. */
const GIVEN = { modelScale: 1e9, parameters: 1e8, tokens: 1e10 } as const
/** DeepSeek LLM, Table 3, first row: 8 layers of 512 at 4,096 tokens. */
const SHAPE = { layers: 8, width: 512 }
const SHAPE_M = 352321536
const SHAPE_6N1 = 6 * 25165824

const NO_SHAPE: RowContext = {
  shapeUsable: false,
  sequenceLength: null,
  vocabularySize: null,
  primary: 'N',
  tokensOfSteps: null,
}

const quantities = (values: Partial<Record<Field, number>>, context = NO_SHAPE) =>
  runQuantities(new Map(Object.entries(values) as [Field, number][]), context)

describe('runQuantities derives the third of compute, scale and tokens', () => {
  it.each([
    ['C and M', { computeFlops: 1e19, modelScale: 1e9 }, { M: 1e9 }],
    ['C and N', { computeFlops: 6e18, parameters: 1e8 }, { N: 1e8 }],
  ] as const)('D from %s', (_, values, scale) => {
    const { tokens, ...rest } = quantities(values)
    expect(tokens / 1e10).toBeCloseTo(1, 14)
    expect(rest).toEqual({ computeFlops: values.computeFlops, scale })
  })

  it.each([
    ['M and D', { modelScale: GIVEN.modelScale, tokens: GIVEN.tokens }, 1e19, { M: 1e9 }],
    ['N and D', { parameters: GIVEN.parameters, tokens: GIVEN.tokens }, 6e18, { N: 1e8 }],
    ['M, N and D, by M', GIVEN, 1e19, { M: 1e9, N: 1e8 }],
  ] as const)('C from %s', (_, values, compute, scale) => {
    const { computeFlops, ...rest } = quantities(values)
    expect(computeFlops / compute).toBeCloseTo(1, 14)
    expect(rest).toEqual({ tokens: 1e10, scale })
  })

  it('N from C and D, where nothing gives a scale', () => {
    const { scale } = quantities({ computeFlops: 6e18, tokens: 1e10 })
    expect(Object.keys(scale)).toEqual(['N'])
    expect((scale.N ?? NaN) / 1e8).toBeCloseTo(1, 14)
  })

  it('nothing where all three are given: they stay as they are, even when they disagree', () => {
    expect(quantities({ computeFlops: 5e18, ...GIVEN })).toEqual({
      computeFlops: 5e18,
      tokens: 1e10,
      scale: { M: 1e9, N: 1e8 },
    })
  })
})

describe('runQuantities takes the architecture', () => {
  const context: RowContext = {
    ...NO_SHAPE,
    shapeUsable: true,
    sequenceLength: 4096,
    vocabularySize: 102400,
  }

  it('for M, 6N₁ and 6N₂, and for D by M', () => {
    const { tokens, scale } = quantities({ computeFlops: SHAPE_M * 1e9, ...SHAPE }, context)
    expect(scale).toEqual({ M: SHAPE_M, '6N1': SHAPE_6N1, '6N2': 6 * 77594624 })
    expect(tokens).toBe(1e9)
  })

  it('for C by M, or by 6N₁ where the sequence length is not known', () => {
    expect(quantities({ tokens: 1e9, ...SHAPE }, context).computeFlops).toBe(SHAPE_M * 1e9)
    const short = quantities({ tokens: 1e9, ...SHAPE }, { ...context, sequenceLength: null })
    expect(short.computeFlops).toBe(SHAPE_6N1 * 1e9)
    expect(short.scale).not.toHaveProperty('M')
  })

  it('but takes N before it for D, and an M of the file before its own', () => {
    const values = { computeFlops: 6e17, parameters: 1e8, ...SHAPE }
    expect(quantities(values, context).tokens / 1e9).toBeCloseTo(1, 14)
    expect(quantities({ tokens: 1e9, modelScale: 4e8, ...SHAPE }, context).scale.M).toBe(4e8)
  })

  it('for nothing where the shape does not describe the models', () => {
    const values = { computeFlops: 6e17, parameters: 1e8, ...SHAPE }
    expect(quantities(values, { ...context, shapeUsable: false }).scale).toEqual({ N: 1e8 })
  })
})

describe('quantityDerivations say what is derived', () => {
  it.each([
    ['flops,params', '1e18,1e8', ['D = C / 6N: no column of tokens.']],
    ['flops,model_scale', '1e18,1e9', ['D = C / M: no column of tokens.']],
    ['params,tokens', '1e8,1e9', ['C = 6N·D: no column of compute.']],
    ['model_scale,tokens', '1e9,1e9', ['C = M·D: no column of compute.']],
    ['flops,tokens', '1e18,1e9', ['N = C / (6D): no column of model scale.']],
    ['flops,params,tokens', '1e18,1e8,1e9', []],
    [
      'layers,width,tokens',
      '8,512,1e9',
      ['C = FLOPs/token of the architecture·D: no column of compute.'],
    ],
  ])('from the columns %s', (header, row, sentences) => {
    const { table, mapping } = dropped(`${header},loss\n${row},3\n`)
    const derivations = quantityDerivations(cellReader(table, mapping), header.startsWith('layers'))
    expect(derivationTexts(derivations)).toEqual(sentences)
  })
})
