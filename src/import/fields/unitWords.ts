import { FIELD_UNITS, type Field, type Unit } from './field.ts'

/**
 * How people write units, in headings (`compute (PF-days)`, `params_B`) and in cells
 * (`3.2 PF-days`, `0.91 bpb`). Letters only and lower case; `m`, `b` and `t` mean something else
 * for every field, so a word is looked up for a field.
 */
const WORDS: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  FLOPs: ['flop', 'flops'],
  GFLOPs: ['gflop', 'gflops', 'gigaflop', 'gigaflops'],
  TFLOPs: ['tflop', 'tflops', 'teraflop', 'teraflops'],
  PFLOPs: ['pflop', 'pflops', 'petaflop', 'petaflops'],
  EFLOPs: ['eflop', 'eflops', 'exaflop', 'exaflops'],
  ZFLOPs: ['zflop', 'zflops', 'zettaflop', 'zettaflops'],
  'PF-days': [
    'pfday',
    'pfdays',
    'pflopday',
    'pflopdays',
    'pflopsday',
    'pflopsdays',
    'petaflopday',
  ].concat(['petaflopdays', 'petaflopsday', 'petaflopsdays']),
  'FLOPs/token': ['flopspertoken', 'floppertoken', 'flopstoken', 'fpt'],
  parameters: ['param', 'params', 'parameter', 'parameters'],
  'M parameters': ['m', 'mn', 'million', 'millions', 'mparams', 'mparameters'],
  'B parameters': ['b', 'bn', 'billion', 'billions', 'bparams', 'bparameters'],
  tokens: ['token', 'tokens', 'tok', 'toks'],
  'M tokens': ['m', 'mn', 'million', 'millions', 'mtokens', 'mtok'],
  'B tokens': ['b', 'bn', 'billion', 'billions', 'btokens', 'btok', 'gt'],
  'T tokens': ['t', 'tn', 'trillion', 'trillions', 'ttokens', 'ttok'],
  sequences: ['seq', 'seqs', 'sequence', 'sequences', 'samples', 'sample', 'examples'],
  'nats/token': ['nat', 'nats', 'natstoken', 'natspertoken', 'natstok'],
  'bits/token': ['bit', 'bits', 'bitstoken', 'bitspertoken', 'bpt'],
  'bits/byte': ['bpb', 'bitsbyte', 'bitsperbyte', 'bitsb'],
  perplexity: ['ppl', 'perplexity', 'perp'],
  'bytes/token': ['bytestoken', 'bytespertoken', 'bytes'],
}

/** The units of each field by the words that name them. */
const UNIT_OF_WORD = Object.fromEntries(
  Object.entries(FIELD_UNITS).map(([field, units]): [string, ReadonlyMap<string, Unit>] => [
    field,
    new Map(
      units
        .toReversed()
        .flatMap((unit) => (WORDS[unit] ?? []).map((word): [string, Unit] => [word, unit])),
    ),
  ]),
) as Record<Field, ReadonlyMap<string, Unit>>

/** The unit of a field that a word names, or null. Spelling is compared by its letters alone. */
export function unitOfWord(field: Field, word: string): Unit | null {
  return UNIT_OF_WORD[field].get(word.toLowerCase().replace(/[^a-z]/g, '')) ?? null
}
