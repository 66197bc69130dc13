import { rollup } from 'd3-array'
import type { Run } from '../../scaling/runs/run.ts'
import { attentionCounted } from './attentionCounted.ts'
import { cellReader, type CellReader } from '../columns/cellReader.ts'
import type { ColumnMapping } from '../columns/columnMapping.ts'
import { computeDisagreement } from './computeDisagreement.ts'
import { FIELD_RANGES, type Field } from '../fields/field.ts'
import type { ImportedSweep } from './importedSweep.ts'
import type { ImportIssue, ImportIssueCode } from '../issues/importIssue.ts'
import { lossConversion } from './lossConversion.ts'
import {
  primaryMetric,
  quantityDerivations,
  runQuantities,
  SCALE_FIELDS,
  type RunQuantities,
} from './runQuantities.ts'
import { sequenceLength } from './sequenceLength.ts'
import { shapeUse } from './shapeUse.ts'
import { sharedMetrics } from '../columns/sharedMetrics.ts'
import { statedBudgets } from './statedBudgets.ts'
import { finished, type Steps } from '../../numerics/steps.ts'
import type { Table, TableRow } from '../tables/table.ts'

/** What a person gives beside the columns. */
export interface ImportConstants {
  /** Bytes per token of the validation text; null when not known. A column goes before it. */
  readonly bytesPerToken: number | null
  /** What all runs were trained on; empty when not said. A cell goes before it. */
  readonly corpus: string
}

/**
 * Reads the runs of a table under a mapping. Any two of compute C, model scale and tokens D
 * give the third (C = M·D, or C = 6·N·D), in a row that lacks one of them too; what was derived is
 * said in `derivations` or in a remark.
 *
 * Every cell that cannot be used becomes an issue with line and column, its row is left out and the
 * rest are kept. When the mapping cannot give runs at all the one issue says what is missing.
 * Never throws.
 */
export function importSweep(
  table: Table,
  mapping: ColumnMapping,
  constants: ImportConstants,
): ImportedSweep {
  return finished(importSweepSteps(table, mapping, constants))
}

/** Rows that are read between two pauses. */
const ROWS_A_STEP = 1000

/** The same with a pause after every thousand rows. */
export function* importSweepSteps(
  table: Table,
  mapping: ColumnMapping,
  { bytesPerToken, corpus: typedCorpus }: ImportConstants,
): Steps<ImportedSweep> {
  const { lossUnit, convert, derivation } = lossConversion(
    mapping.loss?.unit ?? 'nats/token',
    mapping.bytesPerToken === undefined ? bytesPerToken : 'column',
  )
  const missing = whatIsMissing(mapping)
  if (missing !== null) {
    return { runs: [], lossUnit, issues: [{ severity: 'refused', code: missing }], derivations: [] }
  }
  const cells = cellReader(table, mapping)
  const sequence = sequenceLength(table, cells)
  const shape = shapeUse(table, cells)
  const stated = statedBudgets(table, cells)
  const primary = primaryMetric(cells)
  const needsBytes = cells.has('bytesPerToken') && mapping.loss?.unit !== 'bits/byte'
  const fileCorpus = corpusOfFile(table)
  const needs = neededFields(cells, shape.usable, needsBytes)
  const optional = OPTIONAL_NUMBERS.filter(cells.has)
  const issues: ImportIssue[] = []
  const runs: Run[] = []
  for (const [i, row] of table.rows.entries()) {
    if (i > 0 && i % ROWS_A_STEP === 0) yield i / table.rows.length
    const needed = neededCells(cells, row, needs)
    issues.push(...needed.issues)
    if (needed.values === null) continue
    const values = needed.values
    const absurdCells = optional.flatMap((field) => cells.absurd(row, field) ?? [])
    if (absurdCells.length > 0) {
      issues.push(...absurdCells)
      continue
    }
    const length = sequence.ofRow(row)
    const perBatch = mapping.batchSize?.unit === 'sequences' ? length : 1
    const batch = (cells.optional(row, 'batchSize') ?? Number.NaN) * (perBatch ?? Number.NaN)
    const steps = cells.optional(row, 'steps')
    const tokensOfSteps = isUsable(batch) && steps !== null ? batch * steps : null
    const quantities = runQuantities(values, {
      shapeUsable: shape.usable,
      sequenceLength: length,
      vocabularySize: cells.optional(row, 'vocabularySize'),
      primary,
      tokensOfSteps,
    })
    const reported = values.get('loss') ?? Number.NaN
    const loss = convert(reported, values.get('bytesPerToken') ?? bytesPerToken ?? Number.NaN)
    const absurd =
      tooLowPerplexity(row, table, mapping, reported) ?? outOfRange(row, quantities, loss)
    if (absurd !== null) {
      issues.push(absurd)
      continue
    }
    const learningRate = cells.optional(row, 'learningRate')
    const plannedSteps = cells.optional(row, 'plannedSteps')
    const corpus = cells.text(row, 'corpus') || typedCorpus || fileCorpus(row)
    const seed = cells.text(row, 'seed')
    const curveEnd = row.curveEnd ?? CURVE_ENDS.find((end) => end === cells.text(row, 'curveEnd'))
    runs.push({
      id: runId(row),
      name: cells.text(row, 'name'),
      line: row.line,
      ...(row.source === undefined ? {} : { source: row.source }),
      ...quantities,
      loss,
      statedBudget: stated.ofRow(row),
      status: cells.text(row, 'status').toLowerCase(),
      ...(learningRate === null ? {} : { learningRate }),
      ...(isUsable(batch) ? { batchTokens: batch } : {}),
      ...(corpus === '' ? {} : { corpus }),
      ...(seed === '' ? {} : { seed }),
      ...(steps === null ? {} : { steps }),
      ...(plannedSteps === null ? {} : { plannedSteps }),
      ...(curveEnd === undefined ? {} : { curveEnd }),
    })
  }
  const attention = attentionCounted(table, cells, runs)
  const shared = sharedMetrics(attention.runs)
  const derivations = [
    ...quantityDerivations(cells, shape.usable),
    derivation,
    sequence.derivation,
    shape.derivation,
    attention.derivation,
    ...shared.derivations,
    stated.derivation,
  ].filter((one) => one !== null)
  return {
    runs: shared.runs,
    lossUnit,
    issues: [...computeDisagreement(shared.runs, cells), ...issues],
    derivations,
  }
}

/**
 * The corpus of a row by the name of its file, where a sweep was made of several and one of them holds
 * more than a run; empty where not.
 */
function corpusOfFile(table: Table): (row: TableRow) => string {
  const counts = rollup(
    table.rows.filter((row) => row.source !== undefined),
    (rows) => rows.length,
    (row) => row.source,
  )
  if (counts.size < 2 || [...counts.values()].every((count) => count === 1)) return () => ''
  return ({ source = '' }) => source.replace(/\.[a-z]{2,7}(?:\.gz)?$/i, '')
}

const CURVE_ENDS = ['not-finite', 'risen'] as const

/** Unique within a sweep: the line, and the file where several were joined. */
function runId({ line, source }: TableRow): string {
  return source === undefined ? `L${line}` : `L${line}@${source}`
}

function whatIsMissing(mapping: ColumnMapping): ImportIssueCode | null {
  const has = (field: Field): boolean => mapping[field] !== undefined
  if (!has('loss')) return 'no-loss-column'
  const compute = has('computeFlops')
  const tokens = has('tokens') || (has('steps') && has('batchSize'))
  const scale = SCALE_FIELDS.some(has) || (has('layers') && has('width'))
  if (!scale && !(compute && tokens)) return 'no-scale-column'
  return compute || tokens ? null : 'no-compute-or-tokens'
}

/** Numbers that a row may lack; one that cannot be meant makes the whole row doubtful all the same. */
const OPTIONAL_NUMBERS = [
  ...(['learningRate', 'batchSize', 'steps', 'plannedSteps', 'sequenceLength'] as const),
  ...(['layers', 'width', 'vocabularySize', 'budget'] as const),
]

/** The fields of which any that is empty may be derived from the others. */
const DERIVABLE = ['computeFlops', 'tokens', ...SCALE_FIELDS] as const

/** Fields with a column that a row cannot do without. */
interface NeededFields {
  /** Never derived from the others. */
  readonly always: readonly Field[]
  readonly derivable: readonly Field[]
  /** Layers and width, where they may stand for the model scale. */
  readonly shape: readonly Field[]
  /** The first scale column; undefined where there is none. */
  readonly scale: Field | undefined
}

function neededFields(cells: CellReader, shapeUsable: boolean, needsBytes: boolean): NeededFields {
  return {
    always: needsBytes ? ['loss', 'bytesPerToken'] : ['loss'],
    derivable: DERIVABLE.filter(cells.has),
    shape: shapeUsable ? ['layers', 'width'] : [],
    scale: SCALE_FIELDS.find(cells.has),
  }
}

/**
 * The numbers that a row cannot do without. `values` is null when the row must be left out; then
 * `issues` name every cell at fault.
 */
function neededCells(
  cells: CellReader,
  row: TableRow,
  needs: NeededFields,
): {
  readonly values: ReadonlyMap<Field, number> | null
  readonly issues: readonly ImportIssue[]
} {
  const values = new Map<Field, number>()
  const empty: ImportIssue[] = []
  const emptyShape: ImportIssue[] = []
  const wrong: ImportIssue[] = []
  const read = (fields: readonly Field[], whereMissing: ImportIssue[]): void => {
    for (const field of fields) {
      const cell = cells.positive(row, field)
      if (cell.status === 'read') values.set(field, cell.value)
      else (cell.issue.code === 'missing-value' ? whereMissing : wrong).push(cell.issue)
    }
  }
  read(needs.always, wrong)
  read(needs.derivable, empty)
  // Layers and width are not derived from the others: without them there is no M of the row.
  read(needs.shape, emptyShape)
  const hasShape = needs.shape.length > 0 && emptyShape.length === 0
  const scale = hasShape || (needs.scale !== undefined && values.has(needs.scale))
  const known = [values.has('computeFlops'), values.has('tokens'), scale].filter(Boolean).length
  const isComplete = empty.length === 0 && wrong.length === 0
  if (isComplete && (known >= 2 || emptyShape.length === 0)) return { values, issues: [] }
  const derivable = known >= 2 && wrong.length === 0
  return derivable
    ? {
        values,
        issues: empty.map((issue) => ({ ...issue, severity: 'remark', code: 'value-derived' })),
      }
    : { values: null, issues: [...wrong, ...empty, ...emptyShape] }
}

/** The logarithm of a perplexity up to 1 would be a loss of 0 or below. */
function tooLowPerplexity(
  row: TableRow,
  table: Table,
  { loss }: ColumnMapping,
  perplexity: number,
): ImportIssue | null {
  if (loss?.unit !== 'perplexity' || perplexity > 1) return null
  const column = loss.columns[0] ?? -1
  return {
    ...leftOut(row, 'perplexity-too-low'),
    column: table.header[column] ?? '',
    field: 'loss',
    found: (row.cells[column] ?? '').trim().slice(0, 80),
  }
}

/** Numbers that are each possible can still give what no run can be by their product. */
function outOfRange(
  row: TableRow,
  { computeFlops, tokens, scale }: RunQuantities,
  loss: number,
): ImportIssue | null {
  const wrong: Field | undefined = !isWithin(tokens, 'tokens')
    ? 'tokens'
    : !isWithin(computeFlops, 'computeFlops')
      ? 'computeFlops'
      : !Object.values(scale).every((value) => isWithin(value, 'modelScale'))
        ? 'modelScale'
        : !isWithin(loss, 'loss')
          ? 'loss'
          : undefined
  return wrong === undefined ? null : { ...leftOut(row, 'out-of-range'), field: wrong }
}

function leftOut(row: TableRow, code: ImportIssueCode): ImportIssue {
  return {
    severity: 'row-left-out',
    code,
    line: row.line,
    ...(row.source === undefined ? {} : { source: row.source }),
  }
}

function isWithin(value: number, field: Field): boolean {
  const [least, most] = FIELD_RANGES[field] ?? [Number.MIN_VALUE, Number.MAX_VALUE]
  return value >= least && value <= most
}

function isUsable(value: number): boolean {
  return Number.isFinite(value) && value > 0
}
