import type { Derivation } from '../issues/derivation.ts'
import { median } from 'd3-array'
import type { CellReader } from '../columns/cellReader.ts'
import type { Table, TableRow } from '../tables/table.ts'

/** Shortest sequence that is believed; 1 means that the batch is in tokens already. */
const SHORTEST = 16
/** Relative difference within which a row agrees with the whole number of the median. */
const TOLERANCE = 0.005
/** Share of the rows that must agree. */
const AGREEING = 0.9

/**
 * The sequence length of each row, tokens: its column, or tokens / (batch × steps) where that is
 * the same whole number, within 0.5%, in nine rows of ten; null when it is not known. `derivation`
 * says what was derived.
 */
export function sequenceLength(
  table: Table,
  cells: CellReader,
): { readonly ofRow: (row: TableRow) => number | null; readonly derivation: Derivation | null } {
  if (cells.has('sequenceLength')) {
    return { ofRow: (row) => cells.optional(row, 'sequenceLength'), derivation: null }
  }
  const isDerivable = cells.has('tokens') && cells.has('batchSize') && cells.has('steps')
  const lengths = (isDerivable ? table.rows : []).flatMap((row) => {
    const tokens = cells.optional(row, 'tokens')
    const batch = cells.optional(row, 'batchSize')
    const steps = cells.optional(row, 'steps')
    return tokens === null || batch === null || steps === null ? [] : [tokens / (batch * steps)]
  })
  const length = Math.round(median(lengths) ?? 0)
  const agreeing = lengths.filter((value) => Math.abs(value / length - 1) < TOLERANCE).length
  if (!Number.isFinite(length) || length < SHORTEST || agreeing < AGREEING * lengths.length) {
    return { ofRow: () => null, derivation: null }
  }
  return {
    ofRow: () => length,
    derivation: { code: 'sequence-length', length, agreeing, of: lengths.length },
  }
}
