import { guessMapping } from '../columns/guessMapping.ts'
import { FIELD_ALIASES } from '../fields/fieldAliases.ts'
import { normalisedHeading, words } from '../fields/heading.ts'
import { isEmptyCell } from '../tables/emptyCell.ts'
import { parseNumber } from '../../notation/parseNumber.ts'
import type { LogLayout } from './stepLog.ts'
import type { Field } from '../fields/field.ts'
import type { Table } from '../tables/table.ts'

/** Rows looked at. */
export const LAYOUT_ROWS = 5000
/** Rows a run from which on a file with run names is a log, and one without. */
const ROWS_PER_RUN = { named: 5, unnamed: 20 }
const MOST_LOSSES = 16

const LOSS = /\b(?:loss|bpb|ppl|perplexity|nll|xent|cross entropy|bits per (?:byte|token))\b/
const NO_LOSS = /\b(?:scale|weight|coef|norm|grad|time|count|step)\b/
/** A table of runs says of its loss that it is the last or the best. */
const OF_A_RUN = /\b(?:final|best|min|minimum|last|end)\b/
const STEP = /^(?:step|current step|global step|iteration|iter|train step|update)s?$/

/** What tells runs apart where nothing names them. */
const CONFIGURATION: readonly Field[] = [
  ...(['parameters', 'nonEmbeddingParameters', 'modelScale', 'layers', 'width'] as const),
  ...(['budget', 'corpus', 'plannedSteps', 'batchSize', 'learningRate'] as const),
]
/** What may follow a schedule, and then tells steps apart rather than runs. */
const SCHEDULED: readonly Field[] = ['batchSize', 'learningRate']

/**
 * How a table can be read as a training log, one row a step: which columns name the run, the step,
 * and the losses. Null where it has no steps or no losses. `oneRowIs` is a step where the rows of a
 * run are many and each has a step of its own; a loss that is called final speaks against it. `axis` is the
 * column that stands for the step where it is known.
 */
export function logLayout(table: Table, axis: number | null = null): LogLayout | null {
  const { header } = table
  const rows = table.rows.slice(0, LAYOUT_ROWS)
  const sample = { header, rows }
  const mapping = guessMapping(sample)
  const headings = header.map((heading) => normalisedHeading(heading).whole)
  const cellsOf = (column: number): string[] =>
    rows.map(({ cells }) => (cells[column] ?? '').trim())
  const numeric = (column: number): boolean => {
    const filled = cellsOf(column).filter((cell) => !isEmptyCell(cell))
    const numbers = filled.filter((cell) => parseNumber(cell) !== null)
    return numbers.length > 0 && numbers.length * 2 >= filled.length
  }
  const step = headings.findIndex((heading, column) => STEP.test(heading) && numeric(column))
  const steps = axis ?? (step >= 0 ? step : (mapping.steps?.columns[0] ?? -1))
  if (steps < 0) return null
  const losses = header.flatMap((_, column) => {
    const heading = headings[column] ?? ''
    const isLoss =
      column === mapping.loss?.columns[0] || (LOSS.test(heading) && !NO_LOSS.test(heading))
    return isLoss && column !== steps && numeric(column) ? [column] : []
  })
  if (losses.length === 0) return null
  const ends = (['tokens', 'computeFlops'] as const).flatMap((field) => {
    const column = mapping[field]?.columns[0]
    return column === undefined || column === steps || losses.includes(column) ? [] : [column]
  })
  const taken = new Set([steps, ...losses, ...ends])
  const named = [...namingColumns(header)].filter((column) => !taken.has(column))
  const configured = CONFIGURATION.flatMap((field) => {
    // What only some rows of a run say (an evaluation has no learning rate) tells no runs apart.
    const columns = (mapping[field]?.columns ?? []).filter(
      (column) => !taken.has(column) && cellsOf(column).every((cell) => !isEmptyCell(cell)),
    )
    return SCHEDULED.includes(field)
      ? columns.filter((column) => new Set(cellsOf(column)).size * 10 <= rows.length)
      : columns
  })
  const isNamed = named.some((column) => !seedColumns(header).has(column))
  const runs = isNamed ? named : [...new Set([...named, ...configured])]
  const layout = {
    runs,
    step: steps,
    losses: losses.slice(0, MOST_LOSSES),
    ends: [...new Set(ends)],
  }
  const least = isNamed ? ROWS_PER_RUN.named : ROWS_PER_RUN.unnamed
  const finished = losses.every((column) => OF_A_RUN.test(headings[column] ?? ''))
  const isLog = !finished && looksLogged(table, layout, least)
  return { ...layout, oneRowIs: isLog ? 'step' : 'run' }
}

/** Whether the runs have many rows, and those of a run different steps. */
function looksLogged(table: Table, layout: Omit<LogLayout, 'oneRowIs'>, least: number): boolean {
  const rows = table.rows.slice(0, LAYOUT_ROWS)
  const steps = new Map<string, Set<string>>()
  for (const { cells } of rows) {
    const key = layout.runs.map((column) => cells[column] ?? '').join('\u0000')
    const ofRun = steps.get(key)
    const step = (cells[layout.step] ?? '').trim()
    if (ofRun === undefined) steps.set(key, new Set([step]))
    else ofRun.add(step)
  }
  const different = [...steps.values()].reduce((sum, ofRun) => sum + ofRun.size, 0)
  return rows.length / steps.size >= least && different >= rows.length * 0.4
}

function namingColumns(header: readonly string[]): ReadonlySet<number> {
  return columnsHeaded(header, ['name', 'seed'])
}

function seedColumns(header: readonly string[]): ReadonlySet<number> {
  return columnsHeaded(header, ['seed'])
}

function columnsHeaded(header: readonly string[], fields: readonly Field[]): ReadonlySet<number> {
  const wanted = new Set(
    fields.flatMap((field) =>
      FIELD_ALIASES[field].flatMap(({ heading }) =>
        typeof heading === 'string' ? [words(heading)] : [],
      ),
    ),
  )
  return new Set(
    header.flatMap((heading, column) => {
      const { whole, last } = normalisedHeading(heading)
      return wanted.has(whole) || (last !== null && wanted.has(last)) ? [column] : []
    }),
  )
}
