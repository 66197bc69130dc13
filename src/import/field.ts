/** What a column can mean. Units that may stand in a file are in {@link FIELD_UNITS}. */
export type Field =
  | 'computeFlops'
  | 'modelScale'
  | 'parameters'
  | 'tokens'
  | 'loss'
  | 'batchSize'
  | 'steps'
  | 'sequenceLength'
  | 'learningRate'
  | 'layers'
  | 'width'
  | 'vocabularySize'
  | 'budget'
  | 'corpus'
  | 'name'
  | 'status'

export type Unit =
  | 'FLOPs'
  | 'GFLOPs'
  | 'TFLOPs'
  | 'PFLOPs'
  | 'PF-days'
  | 'FLOPs/token'
  | 'parameters'
  | 'M parameters'
  | 'B parameters'
  | 'tokens'
  | 'M tokens'
  | 'B tokens'
  | 'sequences'
  | 'nats/token'
  | 'bits/token'
  | 'bits/byte'
  | 'perplexity'
  | 'count'
  | 'text'

/** The units that a field's column may be in; the first is assumed when nothing says otherwise. */
export const FIELD_UNITS: Readonly<Record<Field, readonly [Unit, ...Unit[]]>> = {
  computeFlops: ['FLOPs', 'GFLOPs', 'TFLOPs', 'PFLOPs', 'PF-days'],
  modelScale: ['FLOPs/token'],
  parameters: ['parameters', 'M parameters', 'B parameters'],
  tokens: ['tokens', 'M tokens', 'B tokens'],
  loss: ['nats/token', 'bits/token', 'bits/byte', 'perplexity'],
  batchSize: ['sequences', 'tokens'],
  steps: ['count'],
  sequenceLength: ['count'],
  learningRate: ['count'],
  layers: ['count'],
  width: ['count'],
  vocabularySize: ['count'],
  budget: ['FLOPs', 'GFLOPs', 'TFLOPs', 'PFLOPs', 'PF-days'],
  corpus: ['text'],
  name: ['text'],
  status: ['text'],
}
