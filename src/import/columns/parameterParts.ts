import { FIELD_ALIASES } from '../fields/fieldAliases.ts'
import { normalisedHeading } from '../fields/heading.ts'
import type { Table } from '../tables/table.ts'

/** What is counted as N. */
export type ParameterPart = 'transformer+lm_head' | 'transformer' | 'all' | 'active' | 'total'

/** One way of counting parameters from a table that lists them part by part. */
export interface ParameterPartChoice {
  readonly id: ParameterPart
  /** Columns whose numbers are added. */
  readonly columns: readonly number[]
  /** Whether a person is asked, because the others mean something else. */
  readonly isAsked: boolean
}

/**
 * The parameter counts that a header with parts allows (`params_transformer`,
 * `params_lm_head`, `params_total`, as nanochat writes it; active and total parameters of a mixture of
 * experts), the usual one first; none where the parts are missing.
 */
export function parameterPartChoices(table: Table): readonly ParameterPartChoice[] {
  const column = (name: string): number =>
    table.header.findIndex((heading) => heading.trim().toLowerCase() === name)
  const transformer = column('params_transformer')
  const head = column('params_lm_head')
  const total = column('params_total')
  if (transformer < 0) return expertChoices(table)
  const choices: ParameterPartChoice[] = []
  if (head >= 0) {
    choices.push({
      id: 'transformer+lm_head',
      columns: [transformer, head],
      isAsked: false,
    })
  }
  choices.push({ id: 'transformer', columns: [transformer], isAsked: false })
  if (total >= 0) choices.push({ id: 'all', columns: [total], isAsked: false })
  return choices
}

const ACTIVE = FIELD_ALIASES.parameters.flatMap(({ heading }) =>
  typeof heading === 'string' && /\bactiv/.test(heading) ? [heading] : [],
)
const TOTAL = FIELD_ALIASES.parameters.flatMap(({ heading }) =>
  typeof heading === 'string' && !/\bactiv/.test(heading) ? [heading] : [],
)

/** Active and total parameters of a mixture of experts; none where the header has not both. */
function expertChoices({ header, rows }: Table): readonly ParameterPartChoice[] {
  const columnOf = (names: readonly string[]): number =>
    header.findIndex((heading) => {
      const { whole, last } = normalisedHeading(heading)
      return names.some((name) => name === whole || name === last)
    })
  const [active, total] = [columnOf(ACTIVE), columnOf(TOTAL)]
  if (active < 0 || total < 0) return []
  const differ = rows.some(({ cells }) => (cells[active] ?? '') !== (cells[total] ?? ''))
  if (!differ) return []
  return [
    { id: 'active', columns: [active], isAsked: true },
    { id: 'total', columns: [total], isAsked: true },
  ]
}
