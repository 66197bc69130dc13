import type { DerivedScale, Derivation } from '../issues/derivation.ts'
import { modelScale, sixN1, sixN2 } from '../../scaling/runs/modelScaleFormula.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import type { CellReader } from '../columns/cellReader.ts'
import type { Field } from '../fields/field.ts'

/** Compute, tokens and model scale of a run. */
export type RunQuantities = Pick<Run, 'computeFlops' | 'tokens' | 'scale'>

/** What is known of a row besides the numbers that it cannot do without. */
export interface RowContext {
  /** Whether layers and width may stand for the model scale. */
  readonly shapeUsable: boolean
  /** Tokens; null when not known. */
  readonly sequenceLength: number | null
  readonly vocabularySize: number | null
  /** The metric that every run must have: that of the first scale column, N where there is none. */
  readonly primary: ScaleMetric
  /** Steps × tokens a batch; null when either is not known. */
  readonly tokensOfSteps: number | null
}

/** Columns of model scale, the one that C = 6·N·D or C = M·D is taken with first. */
export const SCALE_FIELDS = [
  'modelScale',
  'parameters',
  'nonEmbeddingParameters',
  'parametersWithHead',
] as const

/**
 * Any two of compute C, tokens D and model scale give the third: C = M·D where M is given,
 * C = 6·N·D where N (or else N1, or N2) is, and the FLOPs/token of the architecture where none is. Where
 * neither compute nor tokens are given, D = steps × batch size.
 *
 * `values` are in base units (FLOPs, tokens, parameters, FLOPs/token). A result can be infinite,
 * zero or NaN where the arguments are absurd or too few; the caller looks.
 * Source of M, 6N1 and 6N2: DeepSeek LLM, arXiv:2401.02954, eq. 2.
 */
export function runQuantities(
  values: ReadonlyMap<Field, number>,
  { shapeUsable, sequenceLength, vocabularySize, primary, tokensOfSteps }: RowContext,
): RunQuantities {
  const scale: Partial<Record<ScaleMetric, number>> = {}
  const m = values.get('modelScale')
  const n = values.get('parameters')
  const n1 = values.get('nonEmbeddingParameters')
  const n2 = values.get('parametersWithHead')
  const layers = values.get('layers')
  const width = values.get('width')
  if (m !== undefined) scale.M = m
  if (n !== undefined) scale.N = n
  if (n1 !== undefined) scale['6N1'] = 6 * n1
  if (n2 !== undefined) scale['6N2'] = 6 * n2
  if (shapeUsable && layers !== undefined && width !== undefined) {
    const shape = { layers, width }
    scale['6N1'] ??= sixN1(shape)
    if (vocabularySize !== null) scale['6N2'] ??= sixN2(shape, vocabularySize)
    if (m === undefined && sequenceLength !== null) scale.M = modelScale(shape, sequenceLength)
  }
  const flopsPerToken =
    m === undefined && n !== undefined
      ? 6 * n
      : m === undefined && n1 !== undefined
        ? 6 * n1
        : (scale.M ?? scale['6N1'] ?? scale['6N2'])
  const perToken = flopsPerToken ?? Number.NaN
  const compute = values.get('computeFlops')
  const tokens =
    values.get('tokens') ??
    (compute === undefined || flopsPerToken === undefined
      ? (tokensOfSteps ?? undefined)
      : undefined)
  if (compute !== undefined && tokens !== undefined) {
    if (scale[primary] === undefined && !(shapeUsable && Object.keys(scale).length > 0)) {
      scale[primary] = compute / tokens / (primary === 'N' ? 6 : 1)
    }
    return { computeFlops: compute, tokens, scale }
  }
  return compute !== undefined
    ? { computeFlops: compute, tokens: compute / perToken, scale }
    : { computeFlops: (tokens ?? Number.NaN) * perToken, tokens: tokens ?? Number.NaN, scale }
}

const METRIC_OF = {
  modelScale: 'M',
  parameters: 'N',
  nonEmbeddingParameters: '6N1',
  parametersWithHead: '6N2',
} as const

/** The metric of the first scale column that is mapped; N where there is none. */
export function primaryMetric(cells: CellReader): ScaleMetric {
  const field = SCALE_FIELDS.find(cells.has)
  return field === undefined ? 'N' : METRIC_OF[field]
}

/** What `runQuantities` derives under these columns; nothing where all are given. */
export function quantityDerivations(cells: CellReader, shapeUsable: boolean): Derivation[] {
  const scale = derivedScale(cells, shapeUsable)
  if (cells.has('tokens')) {
    if (scale === null) return [{ code: 'parameters' }]
    return cells.has('computeFlops') ? [] : [{ code: 'compute', scale }]
  }
  if (scale === null) return [{ code: 'tokens-of-steps' }, { code: 'parameters' }]
  return cells.has('computeFlops')
    ? [{ code: 'tokens', scale }]
    : [{ code: 'tokens-of-steps' }, { code: 'compute', scale }]
}

function derivedScale(cells: CellReader, shapeUsable: boolean): DerivedScale | null {
  if (cells.has('modelScale')) return 'M'
  if (cells.has('parameters')) return '6N'
  if (cells.has('nonEmbeddingParameters')) return '6N1'
  if (cells.has('parametersWithHead')) return '6N2'
  return shapeUsable ? 'shape' : null
}
