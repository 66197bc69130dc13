import type { Table } from './table.ts'

/** One way of counting parameters from a table that lists them part by part. */
export interface ParameterPartChoice {
  readonly id: 'transformer+lm_head' | 'transformer' | 'all'
  readonly label: string
  /** Columns whose numbers are added. */
  readonly columns: readonly number[]
}

/**
 * The parameter counts that a header with parts allows (`params_transformer`,
 * `params_lm_head`, `params_total`, as nanochat writes it), the usual one first; none where
 * the parts are missing.
 */
export function parameterPartChoices(table: Table): readonly ParameterPartChoice[] {
  const column = (name: string): number =>
    table.header.findIndex((heading) => heading.trim().toLowerCase() === name)
  const transformer = column('params_transformer')
  const head = column('params_lm_head')
  const total = column('params_total')
  if (transformer < 0) return []
  const choices: ParameterPartChoice[] = []
  if (head >= 0) {
    choices.push({
      id: 'transformer+lm_head',
      label: 'transformer + lm_head',
      columns: [transformer, head],
    })
  }
  choices.push({ id: 'transformer', label: 'transformer only', columns: [transformer] })
  if (total >= 0) choices.push({ id: 'all', label: 'all parameters', columns: [total] })
  return choices
}
