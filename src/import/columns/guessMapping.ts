import type { GuessReason } from './guessReason.ts'
import { max, median } from 'd3-array'
import type { ColumnChoice, ColumnMapping } from './columnMapping.ts'
import { isEmptyCell } from '../tables/emptyCell.ts'
import { FIELD_ALIASES } from '../fields/fieldAliases.ts'
import { FIELD_UNITS, UNIT_TO_BASE, type Field, type Unit } from '../fields/field.ts'
import { guessUnits } from './guessUnits.ts'
import { fittingAliases } from '../fields/fittingAliases.ts'
import { normalisedHeading, type Heading } from '../fields/heading.ts'
import { parameterPartChoices } from './parameterParts.ts'
import { matchesHeading, recognisePreset } from './presets.ts'
import { parseQuantity } from '../fields/quantity.ts'
import type { Table } from '../tables/table.ts'

/** Rows looked at; a column's kind shows long before this. */
const LOOKED_AT = 500

/** Plausible medians of a column in its own unit; a heading alone ("c", "h") is not enough. */
const PLAUSIBLE: Readonly<Partial<Record<Field, readonly [low: number, high: number]>>> = {
  modelScale: [1e2, 1e15],
  parameters: [1e-4, 1e15],
  nonEmbeddingParameters: [1e-4, 1e15],
  parametersWithHead: [1e-4, 1e15],
  tokens: [1e-4, 1e18],
  loss: [1e-3, 100],
  learningRate: [1e-9, 100],
  layers: [1, 2000],
  width: [4, 1e6],
  steps: [1, 1e9],
  plannedSteps: [1, 1e9],
  sequenceLength: [8, 1e8],
  vocabularySize: [16, 1e7],
  bytesPerToken: [0.5, 20],
}

const PLAUSIBLE_PERPLEXITY = [1, 1e9] as const

/** Single letters that mean something only at the magnitude they mean it at. */
const LETTER_LOWEST: Readonly<Record<string, number>> = {
  c: 1e9,
  n: 1e4,
  d: 1e4,
  m: 1e4,
  h: 8,
  b: 1,
}

/**
 * Guesses what every column means: from the preset that the header is recognised as, else from
 * its heading and its cells. Fields that no column matches are absent; each guess says why.
 * Nothing is forced: a person can change all of it.
 */
export function guessMapping(table: Table): ColumnMapping {
  const preset = recognisePreset(table.header)
  const headings = table.header.map(normalisedHeading)
  const mapping: Partial<Record<Field, ColumnChoice>> = {}
  for (const field of Object.keys(FIELD_ALIASES) as Field[]) {
    const known = preset?.fields[field]
    const column =
      known === undefined
        ? -1
        : table.header.findIndex((heading) => matchesHeading(known.heading, heading))
    const guess = guessField(table, headings, field)
    const choice: ColumnChoice | null =
      preset !== null && column >= 0 && !isMuchEmptier(table, column, guess)
        ? {
            columns: [column],
            unit: known?.unit ?? FIELD_UNITS[field][0],
            because: [{ kind: 'preset', preset: preset.id }],
          }
        : guess
    if (choice !== null) mapping[field] = choice
  }
  const [parts] = parameterPartChoices(table)
  if (parts !== undefined) {
    mapping.parameters = {
      columns: parts.columns,
      unit: 'parameters',
      because: [{ kind: 'parts', part: parts.id, isSum: parts.columns.length > 1 }],
    }
  }
  return guessUnits(table, mapping)
}

/** Columns that are headed like a field and hold what it may be, the most preferred first. */
export function headingsOf(
  table: Table,
  field: Field,
): readonly { readonly column: number; readonly unit: Unit }[] {
  const headings = table.header.map(normalisedHeading)
  const found = fittingColumns(headings, field)
    .flat()
    .filter(({ column, unit, heading }) => plausible(table, column, field, unit, heading))
  return found.filter(({ column }, i) => found.findIndex((other) => other.column === column) === i)
}

/** A column that one of a field's aliases fits, and the unit that this tells. */
interface FittingColumn {
  readonly column: number
  readonly heading: Heading
  readonly unit: Unit
}

/** The columns that aliases of a field fit: a list for each alias that fits any, the most preferred alias first. */
function fittingColumns(headings: readonly Heading[], field: Field): readonly FittingColumn[][] {
  const ofAlias = new Map<number, FittingColumn[]>()
  for (const [column, heading] of headings.entries()) {
    for (const { alias, unit } of fittingAliases(field, heading)) {
      const columns = ofAlias.get(alias)
      if (columns === undefined) ofAlias.set(alias, [{ column, heading, unit }])
      else columns.push({ column, heading, unit })
    }
  }
  return [...ofAlias].toSorted(([one], [other]) => one - other).map(([, columns]) => columns)
}

/** A preferred column gives way to another that fills more than this many times as many rows. */
const MUCH_FULLER = 2

interface Candidate {
  readonly column: number
  readonly unit: Unit
  /** Rows in which the column has a value. */
  readonly filled: number
  /** Columns that the same alias fits. */
  readonly rivals: number
}

/**
 * The column of a field: that of the most preferred alias, unless another fills more than twice as
 * many rows; among columns of one alias that of the row itself before those of objects within it, then
 * the fullest, then the first.
 */
function guessField(table: Table, headings: readonly Heading[], field: Field): ColumnChoice | null {
  const seen = new Set<number>()
  const candidates = fittingColumns(headings, field).flatMap((columns): Candidate[] => {
    const fitting = columns.flatMap(({ column, unit, heading }) => {
      if (seen.has(column) || !plausible(table, column, field, unit, heading)) return []
      return [{ column, unit, depth: depthOf(table, column), filled: filledRows(table, column) }]
    })
    for (const { column } of fitting) seen.add(column)
    const [best] = fitting.toSorted(
      (one, other) =>
        one.depth - other.depth || other.filled - one.filled || one.column - other.column,
    )
    return best === undefined ? [] : [{ ...best, rivals: fitting.length }]
  })
  const most = max(candidates, ({ filled }) => filled) ?? 0
  const ownLoss = field === 'loss' ? candidates.find(isOwnLoss(table)) : undefined
  const preferred = candidates.filter(
    (candidate) => ownLoss === undefined || !isNestedLoss(table, candidate.column),
  )
  const [first] = preferred
  const chosen = preferred.find(({ filled }) => filled * MUCH_FULLER >= most) ?? first
  if (chosen === undefined || first === undefined) return null
  const headed: GuessReason = {
    kind: 'headed',
    heading: headingOf(table, chosen.column),
    rivals: chosen.rivals,
  }
  const fuller: GuessReason = {
    ...{ kind: 'fuller', heading: headingOf(table, first.column) },
    ...{ filled: first.filled, rows: table.rows.length },
  }
  const because = chosen === first ? [headed] : [headed, fuller]
  return { columns: [chosen.column], unit: chosen.unit, because }
}

/** Whether a preset's column has values in so few rows that the guess goes before it. */
function isMuchEmptier(table: Table, column: number, guess: ColumnChoice | null): boolean {
  if (guess === null) return false
  return filledRows(table, column) * MUCH_FULLER < filledRows(table, guess.columns[0] ?? -1)
}

function headingOf(table: Table, column: number): string {
  return table.header[column] ?? ''
}

/** How deep in objects within objects a column lies: `config.lr` is 1, `lr` and `val/lr` 0. */
function depthOf(table: Table, column: number): number {
  return headingOf(table, column).split('.').length - 1
}

/** `loss` as the row itself has it. */
function isOwnLoss(table: Table): (candidate: Candidate) => boolean {
  return ({ column }) => /^\s*loss\s*$/i.test(headingOf(table, column))
}

/** `history.loss`, which never goes before the row's own. */
function isNestedLoss(table: Table, column: number): boolean {
  return /\.loss\s*$/i.test(headingOf(table, column))
}

function filledRows(table: Table, column: number): number {
  return table.rows.reduce(
    (count, row) => count + (isEmptyCell((row.cells[column] ?? '').trim()) ? 0 : 1),
    0,
  )
}

function plausible(
  table: Table,
  column: number,
  field: Field,
  unit: Unit,
  heading: Heading,
): boolean {
  if (unit === 'text') return true
  const cells = table.rows.slice(0, LOOKED_AT).map((row) => (row.cells[column] ?? '').trim())
  const filled = cells.filter((cell) => !isEmptyCell(cell))
  const toBase = UNIT_TO_BASE[unit] ?? 1
  const numbers = filled.flatMap((cell) => {
    const quantity = parseQuantity(cell, field, unit)
    return quantity === null ? [] : [quantity.value / toBase]
  })
  // A budget column may say "extra" where a run has none; others must be numbers mostly. An
  // entirely unreadable column keeps its guess, so that the rows can say what is wrong with it.
  if (numbers.length === 0) return field !== 'budget' && heading.whole.length > 1
  if (field !== 'budget' && numbers.length * 2 < filled.length) return false
  const middle = median(numbers, Math.abs) ?? 0
  // L is the loss in a paper's table and the layers in another's: these are whole numbers.
  if (heading.whole === 'l' && (field === 'loss') === numbers.every(Number.isInteger)) return false
  const lowest = LETTER_LOWEST[heading.whole]
  if (lowest !== undefined && middle < lowest) return false
  if (field === 'budget') return middle * toBase >= 1e6
  const range = unit === 'perplexity' ? PLAUSIBLE_PERPLEXITY : PLAUSIBLE[field]
  return range === undefined || middle === 0 || (middle >= range[0] && middle <= range[1])
}
