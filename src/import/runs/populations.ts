import { greatest, group, rollup, sum } from 'd3-array'
import { fitSurface } from '../../scaling/estimators/surface/fitSurface.ts'
import { commonMetrics } from '../../scaling/sweeps/commonMetrics.ts'
import { groupBudgets } from '../../scaling/budgets/budgetGroups.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { separateCurves, separationOf } from '../../scaling/sweeps/separateCurves.ts'
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
  const kind = sweepKind(runs, grouping)
  if (kind === 'scattered') return corporaOnSurfaces(table, mapping, runs)
  if (kind !== 'isoflop') return null
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

/** Runs of one corpus that a surface of its own is judged by. */
const LEAST_SURFACE_RUNS = 10

/**
 * Corpora of a sweep without budgets that lie on loss surfaces of their own: the column that is read as the corpus, where
 * surfaces of its values leave at most half of the squares that one surface leaves, as the curves of budgets are told apart.
 */
function corporaOnSurfaces(
  table: Table,
  mapping: ColumnMapping,
  runs: readonly Run[],
): Populations | null {
  const [column] = mapping.corpus?.columns ?? []
  const [metric] = commonMetrics(runs)
  if (column === undefined || metric === undefined) return null
  const corpora = group(runs, ({ corpus = '' }) => corpus)
  if (corpora.size < 2 || corpora.size > MOST_VALUES) return null
  if ([...corpora.values()].some(({ length }) => length < LEAST_SURFACE_RUNS)) return null
  const separation = separationOf({
    common: squaresAbout(runs, metric),
    separate: sum(corpora.values(), (of) => squaresAbout(of, metric)),
    added: SURFACE_COEFFICIENTS * (corpora.size - 1),
    freedom: runs.length - SURFACE_COEFFICIENTS * corpora.size,
    ...{ count: runs.length, meanLoss: 1 },
  })
  if (separation === null) return null
  return {
    heading: table.header[column] ?? '',
    values: Array.from(corpora, ([value, { length }]) => ({ value, runs: length })),
    share: separation.share,
  }
}

/** Weighted squared residuals of runs about the surface through them, relative to their losses; NaN where there is none. */
function squaresAbout(runs: readonly Run[], metric: ScaleMetric): number {
  const fit = fitSurface(runs, metric, 'surface')
  return fit.status === 'fitted' ? fit.objective : Number.NaN
}

const SURFACE_COEFFICIENTS = 5

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
