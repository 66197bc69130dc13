import { greatest } from 'd3-array'
import type { ColumnChoice, ColumnMapping } from '../columns/columnMapping.ts'
import { FIELD_UNITS, type Field } from '../fields/field.ts'
import { FIELD_LABELS } from '../fields/fieldLabels.ts'
import { headingsOf } from '../columns/guessMapping.ts'
import { importSweep, type ImportConstants } from './importSweep.ts'
import type { Table } from '../tables/table.ts'

/** One change of how columns are read, and what it would give. */
export interface BestChange {
  readonly mapping: ColumnMapping
  /** What changes: `read Parameters N from “N” instead of “Params”`. */
  readonly what: string
  /** Runs that there would be, of so many rows. */
  readonly runs: number
  readonly rows: number
}

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
  const rows = table.rows.length
  if (rows === 0 || runs * 2 >= rows) return null
  const tried = { header: table.header, rows: table.rows.slice(0, MOST_TRIED) }
  const countOf = (of: ColumnMapping): number => importSweep(tried, of, constants).runs.length
  const now = countOf(mapping)
  const options = FIELDS.flatMap((field) => changesOf(table, mapping, field)).map((option) => ({
    ...option,
    runs: countOf(option.mapping),
  }))
  const best = greatest(options, (option) => option.runs)
  if (best === undefined || best.runs - now < LEAST_GAIN * tried.rows.length) return null
  const whole =
    rows > MOST_TRIED ? importSweep(table, best.mapping, constants).runs.length : best.runs
  return { ...best, runs: whole, rows }
}

function changesOf(
  table: Table,
  mapping: ColumnMapping,
  field: Field,
): { readonly mapping: ColumnMapping; readonly what: string }[] {
  const now = mapping[field]
  const label = FIELD_LABELS[field]
  const named = (column: number): string => `“${table.header[column] ?? ''}”`
  const taken = now?.columns[0] ?? -1
  const others = headingsOf(table, field).filter(({ column }) => column !== taken)
  const changes = others.map(({ column, unit }) => {
    const choice: ColumnChoice = { columns: [column], unit }
    const instead = now === undefined ? '' : ` instead of ${named(taken)}`
    return {
      mapping: { ...mapping, [field]: choice },
      what: `read ${label} from ${named(column)}${instead}`,
    }
  })
  if (now === undefined) return changes
  const units = FIELD_UNITS[field]
    .filter((unit) => unit !== now.unit)
    .map((unit) => ({
      mapping: { ...mapping, [field]: { columns: now.columns, unit } },
      what: `read ${label} in ${unit}`,
    }))
  const { [field]: _, ...without } = mapping
  const none = { mapping: without, what: `do not read ${label} from ${named(taken)}` }
  return field === 'loss' ? [...changes, ...units] : [...changes, ...units, none]
}
