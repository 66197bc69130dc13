/** What a column can mean. Units that may stand in a file are in {@link FIELD_UNITS}. */
export type Field =
  | 'computeFlops'
  | 'modelScale'
  | 'parameters'
  | 'nonEmbeddingParameters'
  | 'parametersWithHead'
  | 'tokens'
  | 'loss'
  | 'batchSize'
  | 'steps'
  | 'plannedSteps'
  | 'sequenceLength'
  | 'learningRate'
  | 'layers'
  | 'width'
  | 'vocabularySize'
  | 'bytesPerToken'
  | 'budget'
  | 'corpus'
  | 'seed'
  | 'name'
  | 'status'
  | 'curveEnd'

export type Unit =
  | 'FLOPs'
  | 'GFLOPs'
  | 'TFLOPs'
  | 'PFLOPs'
  | 'EFLOPs'
  | 'ZFLOPs'
  | 'PF-days'
  | 'FLOPs/token'
  | 'parameters'
  | 'M parameters'
  | 'B parameters'
  | 'tokens'
  | 'M tokens'
  | 'B tokens'
  | 'T tokens'
  | 'sequences'
  | 'nats/token'
  | 'bits/token'
  | 'bits/byte'
  | 'perplexity'
  | 'bytes/token'
  | 'count'
  | 'text'

const COMPUTE_UNITS = [
  'FLOPs',
  'GFLOPs',
  'TFLOPs',
  'PFLOPs',
  'EFLOPs',
  'ZFLOPs',
  'PF-days',
] as const
const PARAMETER_UNITS = ['parameters', 'M parameters', 'B parameters'] as const

/** The units that a field's column may be in; the first is assumed when nothing says otherwise. */
export const FIELD_UNITS: Readonly<Record<Field, readonly [Unit, ...Unit[]]>> = {
  computeFlops: COMPUTE_UNITS,
  modelScale: ['FLOPs/token'],
  parameters: PARAMETER_UNITS,
  nonEmbeddingParameters: PARAMETER_UNITS,
  parametersWithHead: PARAMETER_UNITS,
  tokens: ['tokens', 'M tokens', 'B tokens', 'T tokens'],
  loss: ['nats/token', 'bits/token', 'bits/byte', 'perplexity'],
  batchSize: ['sequences', 'tokens', 'M tokens'],
  steps: ['count'],
  plannedSteps: ['count'],
  sequenceLength: ['count'],
  learningRate: ['count'],
  layers: ['count'],
  width: ['count'],
  vocabularySize: ['count'],
  bytesPerToken: ['bytes/token'],
  budget: COMPUTE_UNITS,
  corpus: ['text'],
  seed: ['text'],
  name: ['text'],
  status: ['text'],
  curveEnd: ['text'],
}

/** What one unit is in the base unit of its field; units that are not here are base units. */
export const UNIT_TO_BASE: Readonly<Partial<Record<Unit, number>>> = {
  GFLOPs: 1e9,
  TFLOPs: 1e12,
  PFLOPs: 1e15,
  EFLOPs: 1e18,
  ZFLOPs: 1e21,
  'PF-days': 8.64e19,
  'M parameters': 1e6,
  'B parameters': 1e9,
  'M tokens': 1e6,
  'B tokens': 1e9,
  'T tokens': 1e12,
}

/** Least and greatest value that can be meant, in the base unit of the field. */
export type FieldRange = readonly [least: number, most: number]

const COMPUTE_RANGE: FieldRange = [1, 1e35]
const PARAMETER_RANGE: FieldRange = [1, 1e18]

/**
 * What a number of each field can mean at all, in its base unit; generous by many powers of ten on
 * both sides, so that only slips (a timestamp, a lost exponent, the largest double) lie outside. A
 * loss is compared in its own unit, perplexity with {@link PERPLEXITY_RANGE}. Fields of text have none.
 */
export const FIELD_RANGES: Readonly<Partial<Record<Field, FieldRange>>> = {
  computeFlops: COMPUTE_RANGE,
  modelScale: [1, 1e19],
  parameters: PARAMETER_RANGE,
  nonEmbeddingParameters: PARAMETER_RANGE,
  parametersWithHead: PARAMETER_RANGE,
  tokens: [1, 1e19],
  loss: [1e-6, 1e4],
  batchSize: [1e-3, 1e13],
  steps: [1e-3, 1e13],
  plannedSteps: [1e-3, 1e13],
  sequenceLength: [1, 1e10],
  learningRate: [1e-15, 1e6],
  layers: [1, 1e6],
  width: [1, 1e9],
  vocabularySize: [1, 1e9],
  bytesPerToken: [0.01, 1e3],
  budget: COMPUTE_RANGE,
}

/** Perplexities that can be meant: losses up to 92 nats/token. */
export const PERPLEXITY_RANGE: FieldRange = [1e-6, 1e40]

/** What a number of a field in a unit can mean; null for text. */
export function fieldRange(field: Field, unit: Unit): FieldRange | null {
  return unit === 'perplexity' ? PERPLEXITY_RANGE : (FIELD_RANGES[field] ?? null)
}
