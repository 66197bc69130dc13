import { describe, expect, it } from 'vitest'
import { parameterPartChoices } from '../../src/import/columns/parameterParts.ts'

const choicesOf = (...header: string[]) =>
  parameterPartChoices({ header, rows: [] }).map(({ id, columns }) => [id, columns])

describe('parameterPartChoices', () => {
  it('offers transformer with head first, then transformer alone, then all', () => {
    expect(
      choicesOf('depth', 'params_wte', 'params_lm_head', 'params_transformer', 'params_total'),
    ).toEqual([
      ['transformer+lm_head', [3, 2]],
      ['transformer', [3]],
      ['all', [4]],
    ])
  })

  it('offers what there is where the head or the total is missing', () => {
    expect(choicesOf('params_transformer', 'loss')).toEqual([['transformer', [0]]])
    expect(choicesOf('params_transformer', 'params_total').map(([id]) => id)).toEqual([
      'transformer',
      'all',
    ])
  })

  it('knows the parts in capitals and between spaces', () => {
    expect(choicesOf(' Params_Transformer ', 'PARAMS_LM_HEAD').map(([id]) => id)).toEqual([
      'transformer+lm_head',
      'transformer',
    ])
  })

  it('offers nothing where no column holds the transformer alone', () => {
    expect(choicesOf('params', 'loss')).toEqual([])
    expect(choicesOf('params_total', 'params_lm_head')).toEqual([])
  })
})
