import { PUBLISHED_CORPORA } from './dataQuality.ts'
import { EPOCH } from './epoch.ts'
import { KAPLAN } from './kaplan.ts'
import { LLAMA3 } from './llama3.ts'

/** What a law's model scale counts: exponents of different counts do not compare. */
export const SCALE_CONVENTIONS = [
  'flops-per-token',
  'non-embedding',
  'with-vocabulary',
  'as-given',
] as const
export type ScaleConvention = (typeof SCALE_CONVENTIONS)[number]

/** The rows of published exponents. */
export type PublishedExponentsId =
  | `deepseek-${'early' | 'current' | 'openwebtext2'}`
  | 'kaplan'
  | `porian-${'refinedweb' | 'openwebtext2'}-${'first' | 'tuned'}`
  | 'chinchilla-1'
  | 'chinchilla-2'
  | 'chinchilla-3'
  | 'besiroglu'
  | 'llama-3'

/** What a published interval is. */
export type PublishedInterval = 'bootstrap-10-90' | 'standard-errors' | 'as-printed'

/** An exponent with the interval that was published for it. */
export interface PublishedExponent {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** Exponents of how a budget is split, as a paper gives them: scale ∝ C^a, tokens ∝ C^b. */
export interface PublishedExponents {
  readonly id: PublishedExponentsId
  readonly citation: string
  readonly convention: ScaleConvention
  readonly a: PublishedExponent
  /** Null where the paper gives none. */
  readonly b: PublishedExponent | null
  /** What the published interval is; null where there is none. */
  readonly interval: PublishedInterval | null
}

const exact = (value: number): PublishedExponent => ({ value, low: null, high: null })
const within = (value: number, low: number, high: number): PublishedExponent => ({
  ...{ value, low, high },
})

/** Standard error of a in Epoch's refit (arXiv:2404.10102, Table 1). */
const EPOCH_STANDARD_ERROR = 0.02

const DEEPSEEK_ROWS = PUBLISHED_CORPORA.map(({ id, a }): PublishedExponents => ({
  ...{ id: `deepseek-${id}` },
  ...{ citation: 'DeepSeek-AI 2024, arXiv:2401.02954, Table 4', convention: 'flops-per-token' },
  ...{ a: exact(a), b: exact(1 - a), interval: null },
}))

const HOFFMANN = {
  citation: 'Hoffmann et al. 2022, arXiv:2203.15556, Table 2',
  convention: 'with-vocabulary',
  interval: 'bootstrap-10-90',
} as const

const PORIAN = { citation: 'Porian et al. 2024, arXiv:2406.19146, Figure 1', b: null } as const

/** Published allocation exponents, by convention, then in the order of their papers. */
export const PUBLISHED_EXPONENTS: readonly PublishedExponents[] = [
  ...DEEPSEEK_ROWS,
  {
    ...{ id: 'kaplan', citation: KAPLAN.citation },
    ...{ convention: 'non-embedding', interval: null },
    a: exact(KAPLAN.scale.exponent),
    b: exact(KAPLAN.tokens.exponent),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-refinedweb-first' },
    ...{ convention: 'non-embedding', interval: 'as-printed' },
    a: within(0.835, 0.824, 0.846),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-openwebtext2-first' },
    ...{ convention: 'non-embedding', interval: null },
    a: exact(0.864),
  },
  {
    ...HOFFMANN,
    ...{ id: 'chinchilla-1' },
    a: within(0.5, 0.488, 0.502),
    b: within(0.5, 0.501, 0.512),
  },
  {
    ...HOFFMANN,
    ...{ id: 'chinchilla-2' },
    a: within(0.49, 0.462, 0.534),
    b: within(0.51, 0.483, 0.529),
  },
  {
    ...HOFFMANN,
    ...{ id: 'chinchilla-3' },
    a: within(0.46, 0.454, 0.455),
    b: within(0.54, 0.542, 0.543),
  },
  {
    ...{ id: 'besiroglu', citation: EPOCH.citation },
    ...{ convention: 'with-vocabulary', interval: 'standard-errors' },
    a: around(EPOCH.scale.exponent, 1.96 * EPOCH_STANDARD_ERROR),
    b: around(EPOCH.tokens.exponent, 1.96 * EPOCH_STANDARD_ERROR),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-refinedweb-tuned' },
    ...{ convention: 'with-vocabulary', interval: 'as-printed' },
    a: within(0.497, 0.491, 0.505),
  },
  {
    ...PORIAN,
    ...{ id: 'porian-openwebtext2-tuned' },
    ...{ convention: 'with-vocabulary', interval: null },
    a: exact(0.518),
  },
  {
    ...{ id: 'llama-3', citation: LLAMA3.citation },
    ...{ convention: 'as-given', interval: null },
    a: exact(LLAMA3.scale.exponent),
    b: exact(LLAMA3.tokens.exponent),
  },
]

function around(value: number, reach: number): PublishedExponent {
  return { value, low: value - reach, high: value + reach }
}
