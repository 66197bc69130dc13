import { modelScale, sixN1, sixN2 } from '../scaling/modelScaleFormula.ts'
import type { Run } from '../scaling/run.ts'
import type { ScaleMetric } from '../scaling/scaleMetric.ts'
import type { CellReader } from './cellReader.ts'
import type { Field } from './field.ts'

/** Compute, tokens and model scale of a run. */
export type RunQuantities = Pick<Run, 'computeFlops' | 'tokens' | 'scale'>

/** What is known of a row besides the numbers that it cannot do without. */
export interface RowContext {
  /** Whether layers and width may stand for the model scale. */
  readonly shapeUsable: boolean
  /** Tokens; null when not known. */
  readonly sequenceLength: number | null
  readonly vocabularySize: number | null
}

/**
 * Any two of compute C, tokens D and model scale give the third: C = M·D where M is given,
 * C = 6·N·D where N is, and the FLOPs/token of the architecture where neither is.
 *
 * `values` are in base units (FLOPs, tokens, parameters, FLOPs/token) and hold enough of the
 * three. A result can be infinite or zero where the arguments are absurd; the caller looks.
 * Source of M, 6N1 and 6N2: DeepSeek LLM, arXiv:2401.02954, eq. 2.
 */
export function runQuantities(
  values: ReadonlyMap<Field, number>,
  { shapeUsable, sequenceLength, vocabularySize }: RowContext,
): RunQuantities {
  const scale: Partial<Record<ScaleMetric, number>> = {}
  const m = values.get('modelScale')
  const n = values.get('parameters')
  const layers = values.get('layers')
  const width = values.get('width')
  if (m !== undefined) scale.M = m
  if (n !== undefined) scale.N = n
  if (shapeUsable && layers !== undefined && width !== undefined) {
    const shape = { layers, width }
    scale['6N1'] = sixN1(shape)
    if (vocabularySize !== null) scale['6N2'] = sixN2(shape, vocabularySize)
    if (m === undefined && sequenceLength !== null) scale.M = modelScale(shape, sequenceLength)
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

/** What `runQuantities` derives under these columns, one sentence each; none where nothing is. */
export function quantitySentences(cells: CellReader, shapeUsable: boolean): string[] {
  const m = cells.has('modelScale')
  const n = cells.has('parameters')
  const scale = m ? 'M' : n ? '6N' : shapeUsable ? 'FLOPs/token of the architecture' : null
  if (scale === null) return ['N = C / (6D): no column of model scale.']
  if (!cells.has('tokens')) return [`D = C / ${scale}: no column of tokens.`]
  if (!cells.has('computeFlops')) return [`C = ${scale}·D: no column of compute.`]
  return []
}
