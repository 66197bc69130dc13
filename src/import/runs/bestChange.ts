import { greatest } from 'd3-array'
import type { ColumnChoice, ColumnMapping } from '../columns/columnMapping.ts'
import { FIELD_UNITS, type Field, type Unit } from '../fields/field.ts'
import { headingsOf } from '../columns/guessMapping.ts'
import { importSweep, importSweepSteps, type ImportConstants } from './importSweep.ts'
import { finished, type Steps } from '../../numerics/steps.ts'
import type { Table } from '../tables/table.ts'

/** A change of how one field is read. */
export type ReadingChange =
  /** From this column, instead of that one. */
  | {
      readonly kind: 'column'
      readonly field: Field
      readonly heading: string
      readonly instead: string | null
    }
  | { readonly kind: 'unit'; readonly field: Field; readonly unit: Unit }
  | { readonly kind: 'drop'; readonly field: Field; readonly heading: string }

/** One change of how columns are read, and what it would give. */
export interface BestChange {
  readonly mapping: ColumnMapping
  readonly what: ReadingChange
  /** Runs that there would be, of so many rows. */
  readonly runs: number
  readonly rows: number
}

type Changed = Pick<BestChange, 'mapping' | 'what'>

/** Rows that a change is tried on; longer files are judged by their beginning. */
const MOST_TRIED = 2000
/** A change must bring back this share of the rows to be worth naming. */
const LEAST_GAIN = 0.05

/** Fields that rows can lose their place by. */
const FIELDS: readonly Field[] = [
  ...(['loss', 'parameters', 'nonEmbeddingParameters', 'modelScale', 'computeFlops'] as const),
  ...([
    'tokens',
    'batchSize',
    'steps',
    'layers',
    'width',
    'bytesPerToken',
    'learningRate',
  ] as const),
  ...(['sequenceLength', 'vocabularySize', 'plannedSteps', 'budget'] as const),
]

/**
 * Where fewer than half of the rows give runs: the one change of the mapping (another column that is
 * headed like the field, another unit, or no column at all) that would give most; null where half of
 * them do, or no change helps. `runs` is the number that the mapping gives now.
 */
export function bestChange(
  table: Table,
  mapping: ColumnMapping,
  constants: ImportConstants,
  runs: number,
): BestChange | null {
  return finished(bestChangeSteps(table, mapping, constants, runs))
}

/** The same with a pause between two changes that are tried. */
export function* bestChangeSteps(
  table: Table,
  mapping: ColumnMapping,
  constants: ImportConstants,
  runs: number,
): Steps<BestChange | null> {
  const rows = table.rows.length
  if (rows === 0 || runs * 2 >= rows) return null
  const tried = { header: table.header, rows: table.rows.slice(0, MOST_TRIED) }
  const countOf = (of: ColumnMapping): number => importSweep(tried, of, constants).runs.length
  const now = countOf(mapping)
  const changes = FIELDS.flatMap((field) => changesOf(table, mapping, field))
  const options: (Changed & { readonly runs: number })[] = []
  for (const [i, change] of changes.entries()) {
    yield i / changes.length
    options.push({ ...change, runs: countOf(change.mapping) })
  }
  const best = greatest(options, (option) => option.runs)
  if (best === undefined || best.runs - now < LEAST_GAIN * tried.rows.length) return null
  const whole =
    rows > MOST_TRIED
      ? (yield* importSweepSteps(table, best.mapping, constants)).runs.length
      : best.runs
  return { ...best, runs: whole, rows }
}

function changesOf(table: Table, mapping: ColumnMapping, field: Field): Changed[] {
  const now = mapping[field]
  const headingOf = (column: number): string => table.header[column] ?? ''
  const taken = now?.columns[0] ?? -1
  const others = headingsOf(table, field).filter(({ column }) => column !== taken)
  const changes = others.map(({ column, unit }): Changed => {
    const choice: ColumnChoice = { columns: [column], unit }
    const instead = now === undefined ? null : headingOf(taken)
    return {
      mapping: { ...mapping, [field]: choice },
      what: { kind: 'column', field, heading: headingOf(column), instead },
    }
  })
  if (now === undefined) return changes
  const units = FIELD_UNITS[field]
    .filter((unit) => unit !== now.unit)
    .map((unit): Changed => ({
      mapping: { ...mapping, [field]: { columns: now.columns, unit } },
      what: { kind: 'unit', field, unit },
    }))
  const { [field]: _, ...without } = mapping
  const none: Changed = {
    mapping: without,
    what: { kind: 'drop', field, heading: headingOf(taken) },
  }
  return field === 'loss' ? [...changes, ...units] : [...changes, ...units, none]
}
