import type { Run } from '../scaling/run.ts'
import { cellReader, type CellReader } from './cellReader.ts'
import type { ColumnMapping } from './columnMapping.ts'
import { computeDisagreement } from './computeDisagreement.ts'
import type { Field } from './field.ts'
import type { ImportedSweep } from './importedSweep.ts'
import type { ImportIssue, ImportIssueCode } from './importIssue.ts'
import { lossConversion } from './lossConversion.ts'
import { quantitySentences, runQuantities, type RunQuantities } from './runQuantities.ts'
import { sequenceLength } from './sequenceLength.ts'
import { shapeUse } from './shapeUse.ts'
import { sharedMetrics } from './sharedMetrics.ts'
import { statedBudgets } from './statedBudgets.ts'
import type { Table, TableRow } from './table.ts'

/** What a person gives beside the columns. */
export interface ImportConstants {
  /** Bytes per token of the validation text; null when not known. */
  readonly bytesPerToken: number | null
}

/**
 * Reads the runs of a table under a mapping. Any two of compute C, model scale and tokens D
 * give the third (C = M·D, or C = 6·N·D), and what was derived is said in `derivations`.
 *
 * Rows that cannot be used become issues with line and column and the rest are kept. When the
 * mapping cannot give runs at all the one issue says what is missing. Never throws.
 */
export function importSweep(
  table: Table,
  mapping: ColumnMapping,
  { bytesPerToken }: ImportConstants,
): ImportedSweep {
  const { lossUnit, convert, sentence } = lossConversion(
    mapping.loss?.unit ?? 'nats/token',
    bytesPerToken,
  )
  const missing = whatIsMissing(mapping)
  if (missing !== null) {
    return { runs: [], lossUnit, issues: [{ severity: 'refused', code: missing }], derivations: [] }
  }
  const cells = cellReader(table, mapping)
  const sequence = sequenceLength(table, cells)
  const shape = shapeUse(table, cells)
  const stated = statedBudgets(table, cells)
  const needed = neededFields(cells, shape.usable)
  const issues: ImportIssue[] = []
  const runs: Run[] = []
  for (const row of table.rows) {
    const values = new Map<Field, number>()
    const wrong = needed
      .map((field) => readInto(values, cells, row, field))
      .find((issue) => issue !== null)
    if (wrong !== undefined) {
      issues.push(wrong)
      continue
    }
    const length = sequence.ofRow(row)
    const quantities = runQuantities(values, {
      shapeUsable: shape.usable,
      sequenceLength: length,
      vocabularySize: cells.optional(row, 'vocabularySize'),
    })
    const reported = values.get('loss') ?? Number.NaN
    const loss = convert(reported)
    const absurd =
      tooLowPerplexity(row, table, mapping, reported) ?? outOfRange(row, quantities, loss)
    if (absurd !== null) {
      issues.push(absurd)
      continue
    }
    const perBatch = mapping.batchSize?.unit === 'tokens' ? 1 : length
    const batch = (cells.optional(row, 'batchSize') ?? Number.NaN) * (perBatch ?? Number.NaN)
    const learningRate = cells.optional(row, 'learningRate')
    const corpus = cells.text(row, 'corpus')
    runs.push({
      id: `L${row.line}`,
      name: cells.text(row, 'name'),
      line: row.line,
      ...quantities,
      loss,
      statedBudget: stated.ofRow(row),
      status: cells.text(row, 'status').toLowerCase(),
      ...(learningRate === null ? {} : { learningRate }),
      ...(isUsable(batch) ? { batchTokens: batch } : {}),
      ...(corpus === '' ? {} : { corpus }),
    })
  }
  const shared = sharedMetrics(runs)
  const derivations = [
    ...quantitySentences(cells, shape.usable),
    sentence,
    sequence.sentence,
    shape.sentence,
    ...shared.sentences,
    stated.sentence,
  ].filter((text) => text !== null)
  const disagreement = computeDisagreement(shared.runs, cells)
  return {
    runs: shared.runs,
    lossUnit,
    issues: disagreement === null ? issues : [disagreement, ...issues],
    derivations,
  }
}

function whatIsMissing(mapping: ColumnMapping): ImportIssueCode | null {
  const has = (field: Field): boolean => mapping[field] !== undefined
  if (!has('loss')) return 'no-loss-column'
  const compute = has('computeFlops')
  const tokens = has('tokens')
  const scale = has('modelScale') || has('parameters') || (has('layers') && has('width'))
  if (!scale && !(compute && tokens)) return 'no-scale-column'
  return compute || tokens ? null : 'no-compute-or-tokens'
}

/** The fields that a row cannot do without, in the order in which they are complained about. */
function neededFields(cells: CellReader, shapeUsable: boolean): Field[] {
  const needed: Field[] = ['loss', 'computeFlops', 'tokens', 'modelScale', 'parameters']
  if (shapeUsable) needed.push('layers', 'width')
  return needed.filter(cells.has)
}

function readInto(
  values: Map<Field, number>,
  cells: CellReader,
  row: TableRow,
  field: Field,
): ImportIssue | null {
  const cell = cells.positive(row, field)
  if (cell.status === 'wrong') return cell.issue
  values.set(field, cell.value)
  return null
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
    severity: 'row-left-out',
    code: 'perplexity-too-low',
    line: row.line,
    column: table.header[column] ?? '',
    field: 'loss',
    found: (row.cells[column] ?? '').trim().slice(0, 80),
  }
}

/** Numbers that are each possible can still give an infinity, or nothing, by their product. */
function outOfRange(
  row: TableRow,
  { computeFlops, tokens, scale }: RunQuantities,
  loss: number,
): ImportIssue | null {
  const wrong: Field | undefined = !isUsable(computeFlops)
    ? 'computeFlops'
    : !isUsable(tokens)
      ? 'tokens'
      : !Object.values(scale).every(isUsable)
        ? 'modelScale'
        : !isUsable(loss)
          ? 'loss'
          : undefined
  return wrong === undefined
    ? null
    : { severity: 'row-left-out', code: 'out-of-range', line: row.line, field: wrong }
}

function isUsable(value: number): boolean {
  return Number.isFinite(value) && value > 0
}
