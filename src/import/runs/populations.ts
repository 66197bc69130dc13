import { greatest, rollup } from 'd3-array'
import { commonMetrics } from '../../scaling/sweeps/commonMetrics.ts'
import { groupBudgets } from '../../scaling/budgets/budgetGroups.ts'
import type { Run } from '../../scaling/runs/run.ts'
import { separateCurves } from '../../scaling/sweeps/separateCurves.ts'
import { sweepKind } from '../../scaling/sweeps/sweepKind.ts'
import type { ColumnMapping } from '../columns/columnMapping.ts'
import type { Field } from '../fields/field.ts'
import type { Table } from '../tables/table.ts'

/** A column that splits the runs of the budgets into separate curves. */
export interface Populations {
  readonly heading: string
  /** Its values in order of first appearance, with their numbers of runs. */
  readonly values: readonly { readonly value: string; readonly runs: number }[]
  /** Share of what one curve a budget leaves over that the column explains, 0..1. */
  readonly share: number
}

/** More values are names or measurements, not conditions. */
const MOST_VALUES = 8
/** A population needs this many runs to have curves at all. */
const LEAST_RUNS = 4
/** Relative tolerance of budgets, as the page has it until a person changes it. */
const TOLERANCE = 0.1

/** Fields whose columns tell populations apart; columns that are read as nothing do so too. */
const TELLING: readonly Field[] = ['corpus', 'sequenceLength']

/**
 * The column that splits the runs of each budget into separate curves, found by what it explains of
 * the loss beyond one curve a budget, under any scale metric that all runs have: a corpus, an evaluation set, an optimiser, a schedule. Columns
 * that are read as a quantity of the run, a name or a status are not looked at, nor are those with
 * more than eight values or a value with fewer than four runs. Null where no column does.
 */
export function findPopulations(
  table: Table,
  mapping: ColumnMapping,
  runs: readonly Run[],
): Populations | null {
  const columns = candidates(table, mapping)
  if (columns.length === 0 || runs.length < 2 * LEAST_RUNS) return null
  const grouping = groupBudgets(runs, TOLERANCE)
  if (sweepKind(runs, grouping) !== 'isoflop') return null
  const metrics = commonMetrics(runs)
  const rowOf = new Map(table.rows.map((row) => [`${row.source ?? ''}:${row.line}`, row]))
  const found = columns.flatMap((column) => {
    const labelOf = (run: Run): string =>
      (rowOf.get(`${run.source ?? ''}:${run.line}`)?.cells[column] ?? '').trim()
    const counts = rollup(
      runs,
      (same) => same.length,
      (run) => labelOf(run),
    )
    if (counts.size < 2 || counts.size > MOST_VALUES) return []
    if ([...counts.values()].some((count) => count < LEAST_RUNS)) return []
    const separations = metrics.flatMap((metric) => {
      const axis = (run: Run): number => Math.log(run.scale[metric] ?? Number.NaN)
      return separateCurves(grouping.groups, axis, labelOf) ?? []
    })
    const separation = greatest(separations, ({ share }) => share)
    if (separation === undefined) return []
    const values = Array.from(counts, ([value, count]) => ({ value, runs: count }))
    return [{ heading: table.header[column] ?? '', values, share: separation.share }]
  })
  return greatest(found, ({ share }) => share) ?? null
}

/** Columns with few values that are read as nothing that differs between runs of one curve. */
function candidates(table: Table, mapping: ColumnMapping): number[] {
  const read = new Set(
    (Object.keys(mapping) as Field[]).flatMap((field) =>
      TELLING.includes(field) ? [] : (mapping[field]?.columns ?? []),
    ),
  )
  return table.header.flatMap((_, column) => {
    if (read.has(column)) return []
    const values = new Set<string>()
    for (const row of table.rows) {
      values.add((row.cells[column] ?? '').trim())
      // One more for rows that are no runs, such as one that says "failed" in this column.
      if (values.size > MOST_VALUES + 2) return []
    }
    return values.size < 2 ? [] : [column]
  })
}
