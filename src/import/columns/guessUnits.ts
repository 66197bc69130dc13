import type { GuessReason } from './guessReason.ts'
import { cross, greatest, median, rollup } from 'd3-array'
import type { ColumnChoice, ColumnMapping } from './columnMapping.ts'
import { FIELD_UNITS, UNIT_TO_BASE, type Field, type Unit } from '../fields/field.ts'
import { parseQuantity } from '../fields/quantity.ts'
import type { Table } from '../tables/table.ts'

/** Rows looked at. */
const LOOKED_AT = 500

/** Medians in base units below which no language model lies; a larger unit must be meant. */
const TOO_SMALL: Readonly<Partial<Record<Field, number>>> = {
  computeFlops: 1e9,
  parameters: 1e3,
  nonEmbeddingParameters: 1e3,
  parametersWithHead: 1e3,
  tokens: 1e5,
}

/** A batch of this many "sequences" is one of tokens. */
const BATCH_OF_TOKENS = 30_000

/**
 * A guessed mapping with units that the cells speak for, where the headings said none:
 *
 * - a unit that most cells name (`0.91 bpb`);
 * - a larger unit where the numbers are too small for any model: the one under which C = 6·N·D
 *   holds, where all three are there, else the usual one (B below 20 or so, else M);
 * - tokens for a batch size when batch × steps is the token count, or the numbers are too large.
 */
export function guessUnits(table: Table, mapping: ColumnMapping): ColumnMapping {
  const rows = table.rows.slice(0, LOOKED_AT)
  const cellsOf = (choice: ColumnChoice): string[] =>
    rows.map((row) => (row.cells[choice.columns[0] ?? -1] ?? '').trim())
  const next: Partial<Record<Field, ColumnChoice>> = { ...mapping }
  const middle = (field: Field): number => {
    const choice = next[field]
    if (choice === undefined) return Number.NaN
    const values = cellsOf(choice).flatMap((cell) => {
      const quantity = parseQuantity(cell, field, choice.unit)
      return quantity === null || quantity.value <= 0 ? [] : [quantity.value]
    })
    return median(values) ?? Number.NaN
  }
  for (const field of Object.keys(next) as Field[]) {
    const choice = next[field]
    if (choice === undefined || FIELD_UNITS[field].length === 1) continue
    const units = cellsOf(choice).flatMap(
      (cell) => parseQuantity(cell, field, choice.unit)?.unit ?? [],
    )
    const said = units.length * 2 > rows.length ? mostFrequent(units) : undefined
    if (said !== undefined && said !== choice.unit) {
      next[field] = { ...choice, unit: said, because: [{ kind: 'cells', unit: said }] }
    }
  }
  const small = (
    [
      'computeFlops',
      'parameters',
      'nonEmbeddingParameters',
      'parametersWithHead',
      'tokens',
    ] as const
  ).filter((field) => {
    const choice = next[field]
    return choice?.unit === FIELD_UNITS[field][0] && middle(field) < (TOO_SMALL[field] ?? 0)
  })
  const scaleField = next.parameters === undefined ? 'nonEmbeddingParameters' : 'parameters'
  const medians = { c: middle('computeFlops'), n: middle(scaleField), d: middle('tokens') }
  const unitsFor = (field: Field): readonly Unit[] =>
    small.some((other) => other === field)
      ? FIELD_UNITS[field].slice(1)
      : FIELD_UNITS[field].slice(0, 1)
  const factor = (unit: Unit): number => UNIT_TO_BASE[unit] ?? 1
  const agreeing = cross(
    unitsFor('computeFlops'),
    cross(unitsFor(scaleField), unitsFor('tokens')),
    (c, [n, d]) => ({
      computeFlops: c,
      [scaleField]: n,
      tokens: d,
      off: Math.abs(
        Math.log((medians.c * factor(c)) / (6 * medians.n * factor(n) * medians.d * factor(d))),
      ),
    }),
  )
    .filter(({ off }) => off < Math.log(4))
    .toSorted((a, b) => a.off - b.off)[0] as Partial<Record<Field, Unit>> | undefined
  for (const field of small) {
    const choice = next[field]
    if (choice === undefined) continue
    const unit = agreeing?.[field] ?? usualUnit(field, middle(field))
    if (unit === null) continue
    const why: GuessReason =
      agreeing === undefined
        ? { kind: 'too-small', unit, base: FIELD_UNITS[field][0] }
        : { kind: 'compute-agrees', unit }
    next[field] = { ...choice, unit, because: [...(choice.because ?? []), why] }
  }
  const batch = next.batchSize
  if (batch?.unit === 'sequences') {
    const perStep = middle('tokens') / middle('steps') / middle('batchSize')
    if (Math.abs(perStep - 1) < 0.05 || middle('batchSize') > BATCH_OF_TOKENS) {
      next.batchSize = {
        ...batch,
        unit: 'tokens',
        because: [...(batch.because ?? []), { kind: 'large-batch' }],
      }
    }
  }
  return next
}

/** The unit that numbers too small for the base unit are usually in; null when it is anyone's guess. */
function usualUnit(field: Field, middle: number): Unit | null {
  if (field === 'tokens') return 'B tokens'
  if (field === 'computeFlops') return null
  return middle < 20 ? 'B parameters' : 'M parameters'
}

function mostFrequent(units: readonly Unit[]): Unit | undefined {
  const counts = rollup(
    units,
    (same) => same.length,
    (unit) => unit,
  )
  return greatest(counts, ([, count]) => count)?.[0]
}
