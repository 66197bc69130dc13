import { median } from 'd3-array'
import { modelScale, sixN1, sixN2 } from '../scaling/modelScaleFormula.ts'
import type { Run } from '../scaling/run.ts'
import type { ScaleMetric } from '../scaling/scaleMetric.ts'
import { cellReader, type CellReader } from './cellReader.ts'
import type { ColumnMapping } from './columnMapping.ts'
import type { Field } from './field.ts'
import type { ImportedSweep } from './importedSweep.ts'
import type { ImportIssue, ImportIssueCode } from './importIssue.ts'
import { lossConversion } from './lossConversion.ts'
import { shapeDescribes, type ShapedRun } from './shapeDescribes.ts'
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
    const quantities = deriveQuantities(values, cells, row, shape.usable, sequence.ofRow(row))
    const batch = cells.optional(row, 'batchSize')
    const length = sequence.ofRow(row)
    const batchTokens =
      batch === null
        ? null
        : mapping.batchSize?.unit === 'tokens'
          ? batch
          : length === null
            ? null
            : batch * length
    const learningRate = cells.optional(row, 'learningRate')
    const corpus = cells.text(row, 'corpus')
    runs.push({
      id: `L${row.line}`,
      name: cells.text(row, 'name'),
      line: row.line,
      ...quantities,
      loss: convert(values.get('loss') ?? Number.NaN),
      statedBudget: stated.ofRow(row),
      status: cells.text(row, 'status').toLowerCase(),
      ...(learningRate === null ? {} : { learningRate }),
      ...(batchTokens === null ? {} : { batchTokens }),
      ...(corpus === '' ? {} : { corpus }),
    })
  }
  const derivations = [
    ...quantitySentences(cells, shape.usable),
    sentence,
    sequence.sentence,
    shape.sentence,
    stated.sentence,
  ].filter((text) => text !== null)
  const disagreement = computeDisagreement(runs, cells)
  return {
    runs,
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

function deriveQuantities(
  values: ReadonlyMap<Field, number>,
  cells: CellReader,
  row: TableRow,
  shapeUsable: boolean,
  sequence: number | null,
): Pick<Run, 'computeFlops' | 'tokens' | 'scale'> {
  const scale: Partial<Record<ScaleMetric, number>> = {}
  const m = values.get('modelScale')
  const n = values.get('parameters')
  const layers = values.get('layers')
  const width = values.get('width')
  if (m !== undefined) scale.M = m
  if (n !== undefined) scale.N = n
  if (shapeUsable && layers !== undefined && width !== undefined) {
    const shape = { layers, width }
    const vocabulary = cells.optional(row, 'vocabularySize')
    scale['6N1'] = sixN1(shape)
    if (vocabulary !== null) scale['6N2'] = sixN2(shape, vocabulary)
    if (m === undefined && sequence !== null) scale.M = modelScale(shape, sequence)
  }
  const flopsPerToken = n !== undefined && m === undefined ? 6 * n : (scale.M ?? scale['6N1'])
  const compute = values.get('computeFlops')
  const tokens = values.get('tokens')
  if (compute !== undefined && tokens !== undefined) {
    if (Object.keys(scale).length === 0) scale.N = compute / (6 * tokens)
    return { computeFlops: compute, tokens, scale }
  }
  const perToken = flopsPerToken ?? Number.NaN
  return compute !== undefined
    ? { computeFlops: compute, tokens: compute / perToken, scale }
    : { computeFlops: (tokens ?? Number.NaN) * perToken, tokens: tokens ?? Number.NaN, scale }
}

function quantitySentences(cells: CellReader, shapeUsable: boolean): string[] {
  const m = cells.has('modelScale')
  const n = cells.has('parameters')
  const scale = m ? 'M' : n ? '6N' : shapeUsable ? 'FLOPs/token of the architecture' : null
  if (scale === null) return ['N = C / (6D): no column of model scale.']
  if (!cells.has('tokens')) return [`D = C / ${scale}: no column of tokens.`]
  if (!cells.has('computeFlops')) return [`C = ${scale}·D: no column of compute.`]
  return []
}

/** Sequence length of a row: a column, or tokens / (batch × steps) where that is one integer. */
function sequenceLength(
  table: Table,
  cells: CellReader,
): { readonly ofRow: (row: TableRow) => number | null; readonly sentence: string | null } {
  if (cells.has('sequenceLength')) {
    return { ofRow: (row) => cells.optional(row, 'sequenceLength'), sentence: null }
  }
  const lengths = table.rows.flatMap((row) => {
    const tokens = cells.optional(row, 'tokens')
    const batch = cells.optional(row, 'batchSize')
    const steps = cells.optional(row, 'steps')
    return tokens === null || batch === null || steps === null ? [] : [tokens / (batch * steps)]
  })
  const length = Math.round(median(lengths) ?? 0)
  const agreeing = lengths.filter((value) => Math.abs(value / length - 1) < 0.005).length
  if (length < 16 || agreeing < 0.9 * lengths.length) return { ofRow: () => null, sentence: null }
  return {
    ofRow: () => length,
    sentence: `Sequence length ${length.toLocaleString('en')} = tokens / (batch × steps), the same in ${agreeing} of ${lengths.length} rows.`,
  }
}

/** Whether layers and width may stand for the model scale, checked against N where it is given. */
function shapeUse(
  table: Table,
  cells: CellReader,
): { readonly usable: boolean; readonly sentence: string | null } {
  if (!cells.has('layers') || !cells.has('width')) return { usable: false, sentence: null }
  if (!cells.has('parameters'))
    return { usable: true, sentence: 'Layers are taken to hold 12·d² parameters each.' }
  const shaped = table.rows.flatMap((row): ShapedRun[] => {
    const layers = cells.optional(row, 'layers')
    const width = cells.optional(row, 'width')
    const parameters = cells.optional(row, 'parameters')
    return layers === null || width === null || parameters === null
      ? []
      : [{ layers, width, parameters }]
  })
  if (shaped.length > 0 && shapeDescribes(shaped)) return { usable: true, sentence: null }
  return {
    usable: false,
    sentence:
      'M, 6N₁ and 6N₂ are not offered: 12·layers·width² does not explain the parameter counts, so the formula of M would be wrong here.',
  }
}

/** Budgets that the sweep states: a column, or `isoflop` in the names of those that belong. */
function statedBudgets(
  table: Table,
  cells: CellReader,
): { readonly ofRow: (row: TableRow) => Run['statedBudget']; readonly sentence: string | null } {
  if (cells.has('budget')) {
    return {
      ofRow: (row) => cells.optional(row, 'budget') ?? 'none',
      sentence: null,
    }
  }
  const isMember = (row: TableRow): boolean => /isoflop/i.test(cells.text(row, 'name'))
  const members = table.rows.filter(isMember).length
  if (members * 2 < table.rows.length || members === table.rows.length) {
    return { ofRow: () => 'unstated', sentence: null }
  }
  return {
    ofRow: (row) => (isMember(row) ? 'unstated' : 'none'),
    sentence: `${table.rows.length - members} rows belong to no budget: their names lack “isoflop”, which the other ${members} carry.`,
  }
}

/** A remark when the reported compute is systematically not 6ND; nothing is repaired. */
function computeDisagreement(runs: readonly Run[], cells: CellReader): ImportIssue | null {
  if (!cells.has('computeFlops') || !cells.has('tokens') || !cells.has('parameters')) return null
  const ratio = median(
    runs,
    (run) => run.computeFlops / (6 * (run.scale.N ?? Number.NaN) * run.tokens),
  )
  if (ratio === undefined || (ratio > 0.8 && ratio < 1.25)) return null
  return { severity: 'remark', code: 'compute-disagrees', found: ratio.toPrecision(3) }
}
