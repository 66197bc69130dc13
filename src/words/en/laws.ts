import type { AllocationLawId } from '../../laws/allocationLaw.ts'
import type {
  PublishedExponentsId,
  PublishedInterval,
  ScaleConvention,
} from '../../laws/publishedExponents.ts'

const NAMES: Readonly<Record<AllocationLawId, string>> = {
  deepseek: 'DeepSeek’s published law (current data)',
  kaplan: 'Kaplan et al. 2020',
  'chinchilla-1': 'Chinchilla, Approach 1 (minimum over training curves)',
  'chinchilla-2': 'Chinchilla, Approach 2 (IsoFLOP profiles)',
  'chinchilla-3': 'Chinchilla, Approach 3 (parametric surface)',
  besiroglu: 'Epoch AI’s refit of Chinchilla',
  'llama-3': 'Llama 3',
  'chinchilla-3-printed': 'Chinchilla, Approach 3, constants as printed',
  'llama-3-printed': 'Llama 3, constants as printed',
  minicpm: 'MiniCPM',
  'hunyuan-large': 'Hunyuan-Large',
}

/** What a reader must know before using a law, one sentence each. */
const REMARKS: Readonly<Record<AllocationLawId, readonly string[]>> = {
  deepseek: [
    'Scale is M, non-embedding FLOPs/token with attention.',
    'Fitted to bits per byte at eight budgets; no interval is published.',
    'Dense decoders, sequences of 4,096 tokens.',
  ],
  kaplan: [
    'N leaves embeddings out; C is the compute that a batch far below critical would need.',
    '6·N·D is 1.8 C by construction: D counts tokens at the critical batch size.',
  ],
  'chinchilla-1': [
    'N counts all parameters; C = 6ND.',
    'Coefficients are not printed: the line is put through Table 3 at 67 billion parameters, whose tokens are rounded to 1.5T (6ND = 1.047 C).',
  ],
  'chinchilla-2': [
    'N counts all parameters; C = 6ND.',
    'Coefficients are not printed: the line is put through Table A3 at 67 billion parameters, whose tokens are rounded to 1.7T (6ND = 0.993 C).',
  ],
  'chinchilla-3': [
    'N counts all parameters; C = 6ND. From the parametric surface, in closed form.',
    'It gives 59 tokens per parameter at 5.76 × 10²³ FLOPs, and 93 with the constants as printed; the paper trained 20.',
  ],
  besiroglu: ['N counts all parameters; C = 6ND. From the parametric surface, in closed form.'],
  'llama-3': [
    'Only the law of the tokens is published; N is C/(6D).',
    'The exponent is the one that meets the paper’s 16.55T tokens at 3.8 × 10²⁵ FLOPs; as printed, 0.53, it gives 10.46T.',
  ],
  'chinchilla-3-printed': [
    'Rounded exponents: 93 tokens per parameter at 5.76 × 10²³ FLOPs, where the paper trained 20. Not a law to plan with.',
  ],
  'llama-3-printed': [
    'A rounded exponent: 10.46T tokens at 3.8 × 10²⁵ FLOPs, where the paper says 16.55T. Not a law to plan with.',
  ],
  minicpm: [
    'N leaves embeddings out; 192 tokens per parameter at any compute, an average over corpora.',
    'The constants printed beside it, 0.01·(C/6)^−0.1, give 12,600 tokens per parameter at 6 × 10²¹ FLOPs and are not used.',
  ],
  'hunyuan-large': [
    'A mixture of experts: N counts active parameters, and C = 9.59·N·D + 2.3 × 10⁸·D.',
    'C is taken as C_min, the compute at a batch far below critical; a + b is 1.03.',
  ],
}

const EXPONENTS: Readonly<
  Record<PublishedExponentsId, { readonly label: string; readonly corpus: string }>
> = {
  'deepseek-early': { label: 'DeepSeek, early data', corpus: '' },
  'deepseek-current': { label: 'DeepSeek, current data', corpus: '' },
  'deepseek-openwebtext2': { label: 'DeepSeek, OpenWebText2', corpus: '' },
  kaplan: { label: 'Kaplan', corpus: 'WebText2' },
  'porian-refinedweb-first': { label: 'Porian, Kaplan’s way', corpus: 'RefinedWeb' },
  'porian-openwebtext2-first': { label: 'Porian, Kaplan’s way', corpus: 'OpenWebText2' },
  'chinchilla-1': { label: 'Chinchilla, Approach 1', corpus: 'MassiveText' },
  'chinchilla-2': { label: 'Chinchilla, Approach 2', corpus: 'MassiveText' },
  'chinchilla-3': { label: 'Chinchilla, Approach 3', corpus: 'MassiveText' },
  besiroglu: { label: 'Epoch’s refit', corpus: 'MassiveText' },
  'porian-refinedweb-tuned': { label: 'Porian, tuned', corpus: 'RefinedWeb' },
  'porian-openwebtext2-tuned': { label: 'Porian, tuned', corpus: 'OpenWebText2' },
  'llama-3': { label: 'Llama 3', corpus: 'Meta’s mix' },
}

const INTERVALS: Readonly<Record<PublishedInterval, string>> = {
  'bootstrap-10-90': '10–90% of bootstrap',
  'standard-errors': '±1.96 standard errors',
  'as-printed': 'interval as printed, its level not verified',
}

const CONVENTIONS: Readonly<Record<ScaleConvention, string>> = {
  'flops-per-token': 'Scale in M, FLOPs/token with attention',
  'non-embedding': 'Scale in non-embedding parameters',
  'with-vocabulary': 'Scale in parameters with the vocabulary',
  'as-given': 'Scale in parameters, as each source counts them',
}

/** Published laws: what each is, and what must be known of it. */
export const laws = {
  names: NAMES,
  remarks: REMARKS,
  exponents: EXPONENTS,
  intervals: INTERVALS,
  conventions: CONVENTIONS,
  corpora: { early: 'Early data', current: 'Current data', openwebtext2: 'OpenWebText2' },
  /** DeepSeek's exponents at a corpus, or between two where none is named. */
  atQuality: (corpus: 'early' | 'current' | 'openwebtext2' | null): string =>
    corpus === 'current'
      ? NAMES.deepseek
      : `DeepSeek’s exponents (${corpus === null ? 'interpolated between corpora' : corpus === 'early' ? 'early data' : 'OpenWebText2'})`,
}
