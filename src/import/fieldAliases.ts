import type { Field, Unit } from './field.ts'

/**
 * One way in which a field's column is headed, best first. `heading` is compared with the
 * normalised heading (lower case, words separated by one space) as a whole, and with its last
 * part when trackers put groups before it (`optimizer.learning_rate`); a pattern is tried on
 * the whole heading.
 */
export interface FieldAlias {
  readonly heading: string | RegExp
  /** Unit that the heading tells; absent: the field's usual one. */
  readonly unit?: Unit
}

const named = (...headings: string[]): FieldAlias[] => headings.map((heading) => ({ heading }))
const inUnit = (unit: Unit, ...headings: (string | RegExp)[]): FieldAlias[] =>
  headings.map((heading) => ({ heading, unit }))

/** Headings of every field in order of preference. Add a line to recognise another tracker. */
export const FIELD_ALIASES: Readonly<Record<Field, readonly FieldAlias[]>> = {
  computeFlops: [
    ...named('compute flops', 'training flops', 'training flop', 'train flops', 'total flops'),
    ...named('num flops training', 'training compute', 'flops', 'flop', 'compute', 'c'),
    ...inUnit('GFLOPs', 'total gflops', 'training gflops'),
    ...inUnit('TFLOPs', 'total tflops', 'training tflops'),
    ...inUnit('PFLOPs', 'total pflops', 'training pflops'),
    ...inUnit('PF-days', 'pf days', 'compute pf days', 'petaflop days'),
    ...named('compute budget', 'flops budget'),
  ],
  modelScale: named(
    'model scale flops per token',
    'non embedding flops per token',
    'flops per token',
    'model scale',
    'm',
  ),
  parameters: [
    ...named('params active precise', 'parameters', 'params', 'num params', 'parameter count'),
    ...named('n params', 'num parameters', 'n parameters', 'model size', 'total params'),
    ...named('params total', 'total parameters', 'active params', 'n'),
    ...inUnit('M parameters', 'params m', 'parameters m'),
    ...inUnit('B parameters', 'params b', 'parameters b'),
  ],
  tokens: [
    ...named('tokens', 'num tokens training', 'total tokens', 'tokens trained', 'train tokens'),
    ...named('training tokens', 'num tokens', 'n tokens', 'tokens seen', 'd'),
    ...inUnit('M tokens', 'tokens m'),
    ...inUnit('B tokens', 'tokens b'),
  ],
  loss: [
    ...inUnit('bits/byte', 'val bpb', 'bits per byte', 'bpb', 'eval bpb', 'test bpb'),
    ...inUnit('bits/byte', /^(val|valid|validation|eval|test)\b.*\bbpb$/),
    ...inUnit('nats/token', 'val loss', 'validation loss', 'eval loss', 'test loss'),
    ...inUnit('nats/token', /^(val|valid|validation|eval|test)\b.*\bloss$/),
    ...inUnit('nats/token', /^loss\b.*\b(val|valid|validation|eval|test)\b/),
    ...inUnit('nats/token', 'smooth loss', 'final loss', 'loss', 'nats per token'),
    ...inUnit('bits/token', 'bits per token'),
    ...inUnit('nats/token', /^loss\b/, /^train\b.*\bloss\b/, 'train loss'),
    ...inUnit('perplexity', 'val ppl', 'ppl', 'perplexity', /\b(ppl|perplexity)$/),
  ],
  batchSize: [
    ...inUnit(
      'tokens',
      'batch tokens',
      'batch size tokens',
      'tokens per batch',
      'total batch size',
    ),
    ...inUnit(
      'sequences',
      'train batch size',
      'global batch size',
      'batch size',
      'global bs',
      'bs',
    ),
  ],
  steps: named(
    'num train steps',
    'num steps',
    'num iterations',
    'train steps',
    'steps',
    'step',
    'ti',
  ),
  sequenceLength: named(
    'sequence length',
    'context length',
    'max seq len',
    'seq length',
    'seq len',
    'l seq',
    'n ctx',
    'block size',
  ),
  learningRate: named('peak learning rate', 'learning rate', 'peak lr', 'max lr', 'lr'),
  layers: named(
    'num layers',
    'n layers',
    'n layer',
    'num hidden layers',
    'layers',
    'num blocks',
    'depth',
    'numl',
  ),
  width: named(
    'hidden dim',
    'd model',
    'hidden size',
    'model dim',
    'embedding dim',
    'n embd',
    'width',
    'h',
  ),
  vocabularySize: named('vocab size', 'vocabulary size', 'n vocab'),
  budget: named(
    'isoflop',
    'isoflop budget',
    'flops budget',
    'compute budget',
    'nominal flops',
    'budget',
  ),
  corpus: named('corpus', 'train dataset', 'dataset', 'train data'),
  name: named('name', 'run name', 'run', 'exp name', 'experiment', 'run id'),
  status: named('state', 'status'),
}
