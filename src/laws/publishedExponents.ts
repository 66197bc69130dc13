import { CHINCHILLA_3 } from './chinchilla.ts'
import { PUBLISHED_CORPORA } from './dataQuality.ts'
import { EPOCH } from './epoch.ts'
import { KAPLAN } from './kaplan.ts'
import { LLAMA3 } from './llama3.ts'

/** What a law's model scale counts: exponents of different counts do not compare. */
export type ScaleConvention = 'flops-per-token' | 'non-embedding' | 'with-vocabulary' | 'as-given'

/** An exponent with the interval that was published for it. */
export interface PublishedExponent {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** Exponents of how a budget is split, as a paper gives them: scale ∝ C^a, tokens ∝ C^b. */
export interface PublishedExponents {
  readonly id: string
  readonly label: string
  /** What was trained on. */
  readonly corpus: string
  readonly citation: string
  readonly convention: ScaleConvention
  readonly a: PublishedExponent
  /** Null where the paper gives none. */
  readonly b: PublishedExponent | null
  /** What the published interval is; null where there is none. */
  readonly interval:
    | '10–90% of bootstrap'
    | '±1.96 standard errors'
    | 'interval as printed, its level not verified'
    | null
}

const exact = (value: number): PublishedExponent => ({ value, low: null, high: null })
const within = (value: number, low: number, high: number): PublishedExponent => ({
  ...{ value, low, high },
})

/** Standard error of a in Epoch's refit (arXiv:2404.10102, Table 1). */
const EPOCH_STANDARD_ERROR = 0.02

const DEEPSEEK_ROWS = PUBLISHED_CORPORA.map(({ id, name, a }): PublishedExponents => ({
  ...{ id: `deepseek-${id}`, label: `DeepSeek, ${name}`, corpus: name },
  ...{ citation: 'DeepSeek-AI 2024, arXiv:2401.02954, Table 4', convention: 'flops-per-token' },
  ...{ a: exact(a), b: exact(1 - a), interval: null },
}))

const HOFFMANN = {
  corpus: 'MassiveText',
  citation: 'Hoffmann et al. 2022, arXiv:2203.15556, Table 2',
  convention: 'with-vocabulary',
  interval: '10–90% of bootstrap',
} as const

const PORIAN = { citation: 'Porian et al. 2024, arXiv:2406.19146, Figure 1', b: null } as const

/** Published allocation exponents, by convention, then in the order of their papers. */
export const PUBLISHED_EXPONENTS: readonly PublishedExponents[] = [
  ...DEEPSEEK_ROWS,
  {
    ...{ id: KAPLAN.id, label: 'Kaplan', corpus: 'WebText2', citation: KAPLAN.citation },
    ...{ convention: 'non-embedding', interval: null },
    a: exact(KAPLAN.scale.exponent),
    b: exact(KAPLAN.tokens.exponent),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-refinedweb-first', label: 'Porian, Kaplan’s way', corpus: 'RefinedWeb' },
    ...{ convention: 'non-embedding', interval: 'interval as printed, its level not verified' },
    a: within(0.835, 0.824, 0.846),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-openwebtext2-first', label: 'Porian, Kaplan’s way', corpus: 'OpenWebText2' },
    ...{ convention: 'non-embedding', interval: null },
    a: exact(0.864),
  },
  {
    ...HOFFMANN,
    ...{ id: 'chinchilla-1', label: 'Chinchilla, Approach 1' },
    a: within(0.5, 0.488, 0.502),
    b: within(0.5, 0.501, 0.512),
  },
  {
    ...HOFFMANN,
    ...{ id: 'chinchilla-2', label: 'Chinchilla, Approach 2' },
    a: within(0.49, 0.462, 0.534),
    b: within(0.51, 0.483, 0.529),
  },
  {
    ...HOFFMANN,
    ...{ id: CHINCHILLA_3.id, label: 'Chinchilla, Approach 3' },
    a: within(0.46, 0.454, 0.455),
    b: within(0.54, 0.542, 0.543),
  },
  {
    ...{ id: EPOCH.id, label: 'Epoch’s refit', corpus: 'MassiveText', citation: EPOCH.citation },
    ...{ convention: 'with-vocabulary', interval: '±1.96 standard errors' },
    a: around(EPOCH.scale.exponent, 1.96 * EPOCH_STANDARD_ERROR),
    b: around(EPOCH.tokens.exponent, 1.96 * EPOCH_STANDARD_ERROR),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-refinedweb-tuned', label: 'Porian, tuned', corpus: 'RefinedWeb' },
    ...{ convention: 'with-vocabulary', interval: 'interval as printed, its level not verified' },
    a: within(0.497, 0.491, 0.505),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-openwebtext2-tuned', label: 'Porian, tuned', corpus: 'OpenWebText2' },
    ...{ convention: 'with-vocabulary', interval: null },
    a: exact(0.518),
  },
  {
    ...{ id: LLAMA3.id, label: 'Llama 3', corpus: 'Meta’s mix', citation: LLAMA3.citation },
    ...{ convention: 'as-given', interval: null },
    a: exact(LLAMA3.scale.exponent),
    b: exact(LLAMA3.tokens.exponent),
  },
]

function around(value: number, reach: number): PublishedExponent {
  return { value, low: value - reach, high: value + reach }
}
