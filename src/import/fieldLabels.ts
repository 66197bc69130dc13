import type { Field } from './field.ts'

/** What each field is called on the screen. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  computeFlops: 'Training compute C',
  modelScale: 'Non-embedding FLOPs/token M',
  parameters: 'Parameters N',
  tokens: 'Training tokens D',
  loss: 'Held-out loss',
  batchSize: 'Batch size B',
  steps: 'Training steps',
  sequenceLength: 'Sequence length',
  learningRate: 'Peak learning rate η',
  layers: 'Layers',
  width: 'Model width',
  vocabularySize: 'Vocabulary size',
  budget: 'Nominal budget',
  corpus: 'Corpus',
  name: 'Run name',
  status: 'Run status',
}
