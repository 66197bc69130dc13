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
