import { median } from 'd3-array'
import type { ColumnChoice, ColumnMapping } from './columnMapping.ts'
import { FIELD_ALIASES, type FieldAlias } from './fieldAliases.ts'
import { FIELD_UNITS, type Field, type Unit } from './field.ts'
import { parameterPartChoices } from './parameterParts.ts'
import { parseNumber } from './parseNumber.ts'
import type { Table } from './table.ts'

/** Rows looked at; a column's kind shows long before this. */
const LOOKED_AT = 500

/** Plausible medians of a column in its own unit; a heading alone ("c", "h") is not enough. */
const PLAUSIBLE: Readonly<Partial<Record<Field, readonly [low: number, high: number]>>> = {
  modelScale: [1e2, 1e15],
  parameters: [1e-4, 1e15],
  tokens: [1e-4, 1e18],
  loss: [1e-3, 100],
  layers: [1, 2000],
  width: [4, 1e6],
  steps: [1, 1e9],
  sequenceLength: [8, 1e8],
  vocabularySize: [16, 1e7],
}

const PLAUSIBLE_PERPLEXITY = [1, 1e9] as const

/** Single letters that mean something only at the magnitude they mean it at. */
const LETTER_LOWEST: Readonly<Record<string, number>> = { c: 1e9, n: 1e4, d: 1e4, m: 1e4, h: 8 }

/**
 * Guesses what every column means from its heading and its cells. Fields that no column
 * matches are absent; each guess says why. Nothing is forced: a person can change all of it.
 */
export function guessMapping(table: Table): ColumnMapping {
  const headings = table.header.map(normalisedHeading)
  const mapping: Partial<Record<Field, ColumnChoice>> = {}
  for (const field of Object.keys(FIELD_ALIASES) as Field[]) {
    const choice = guessField(table, headings, field)
    if (choice !== null) mapping[field] = choice
  }
  const [parts] = parameterPartChoices(table)
  if (parts !== undefined) {
    mapping.parameters = {
      columns: parts.columns,
      unit: 'parameters',
      because: `sum: ${parts.label}`,
    }
  }
  return mapping
}

function guessField(table: Table, headings: readonly Heading[], field: Field): ColumnChoice | null {
  for (const alias of FIELD_ALIASES[field]) {
    const fitting = [...headings.entries()].flatMap(([column, heading]) => {
      if (!matches(alias, heading)) return []
      const unit = alias.unit ?? unitInHeading(field, heading) ?? FIELD_UNITS[field][0]
      return plausible(table, column, field, unit, heading) ? [{ column, unit }] : []
    })
    const [first] = fitting
    if (first === undefined) continue
    const headed = `headed “${table.header[first.column] ?? ''}”`
    return {
      columns: [first.column],
      unit: first.unit,
      because:
        fitting.length === 1 ? headed : `${headed}, the first of ${fitting.length} such columns`,
    }
  }
  return null
}

interface Heading {
  readonly whole: string
  /** The last part after a slash or dot; null when the heading has no groups. */
  readonly last: string | null
}

/** Lower case, words separated by one space, with the part after tracker groups apart. */
function normalisedHeading(heading: string): Heading {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  const parts = heading.split(/[/.]/).filter((part) => part !== '')
  const last = parts.at(-1)
  // "D/N" is a ratio, not N in a group called D.
  const grouped = parts.length > 1 && parts.slice(0, -1).every((part) => part.length > 1)
  return { whole: words(heading), last: grouped && last !== undefined ? words(last) : null }
}

function matches({ heading: wanted }: FieldAlias, { whole, last }: Heading): boolean {
  return typeof wanted === 'string' ? wanted === whole || wanted === last : wanted.test(whole)
}

function unitInHeading(field: Field, { whole }: Heading): Unit | null {
  const words = new Set(whole.split(' '))
  return FIELD_UNITS[field].find((unit) => unit !== 'text' && words.has(unit.toLowerCase())) ?? null
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
  const filled = cells.filter((cell) => cell !== '')
  const numbers = filled.flatMap((cell) => parseNumber(cell) ?? [])
  // A budget column may say "extra" where a run has none; others must be numbers mostly. An
  // entirely unreadable column keeps its guess, so that the rows can say what is wrong with it.
  if (numbers.length === 0) return field !== 'budget' && heading.whole.length > 1
  if (field !== 'budget' && numbers.length * 2 < filled.length) return false
  const middle = median(numbers, Math.abs) ?? 0
  const lowest = LETTER_LOWEST[heading.whole]
  if (lowest !== undefined && middle < lowest) return false
  if (field === 'budget') return middle >= 1e6
  const range = unit === 'perplexity' ? PLAUSIBLE_PERPLEXITY : PLAUSIBLE[field]
  return range === undefined || middle === 0 || (middle >= range[0] && middle <= range[1])
}
