import type { Field } from '../../import/fields/field.ts'

/** What each field is called on the screen. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  computeFlops: 'Training compute C',
  modelScale: 'Non-embedding FLOPs/token M',
  parameters: 'Parameters N, as counted in the file',
  nonEmbeddingParameters: 'Non-embedding parameters N₁',
  parametersWithHead: 'Parameters with one vocabulary matrix N₂',
  tokens: 'Training tokens D',
  loss: 'Held-out loss',
  batchSize: 'Batch size B',
  steps: 'Training steps',
  plannedSteps: 'Planned steps',
  sequenceLength: 'Sequence length',
  learningRate: 'Peak learning rate η',
  layers: 'Layers',
  width: 'Model width',
  vocabularySize: 'Vocabulary size',
  bytesPerToken: 'Bytes per token',
  budget: 'Nominal budget',
  corpus: 'Corpus',
  seed: 'Seed',
  name: 'Run name',
  status: 'Run status',
  curveEnd: 'End of the loss curve',
}
