import type { PublishedExponent } from './publishedExponents.ts'

/** What was put right on the way from Kaplan's exponent to Chinchilla's, in the order of Porian et al. */
export const DISAGREEMENT_STEPS = [
  'kaplan-counting',
  'head-counted',
  'warmup-scaled',
  'decay-matched',
  'tuned',
] as const
export type DisagreementStep = (typeof DISAGREEMENT_STEPS)[number]

/** The exponent a of one corpus after each step, as published. */
export interface PublishedSteps {
  readonly corpus: 'refinedweb' | 'openwebtext2'
  readonly exponents: Readonly<Record<DisagreementStep, PublishedExponent>>
}

const within = (value: number, low: number, high: number): PublishedExponent => ({
  ...{ value, low, high },
})
const exact = (value: number): PublishedExponent => ({ value, low: null, high: null })

export const PORIAN_CITATION = 'Porian et al. 2024, arXiv:2406.19146, Figure 1 and Table 1'

/** Porian et al. 2024: the steps on two corpora; intervals are published for RefinedWeb. */
export const PORIAN_STEPS: readonly PublishedSteps[] = [
  {
    corpus: 'refinedweb',
    exponents: {
      'kaplan-counting': within(0.835, 0.824, 0.846),
      'head-counted': within(0.706, 0.691, 0.717),
      'warmup-scaled': within(0.602, 0.591, 0.617),
      'decay-matched': within(0.571, 0.56, 0.589),
      tuned: within(0.497, 0.491, 0.505),
    },
  },
  {
    corpus: 'openwebtext2',
    exponents: {
      'kaplan-counting': exact(0.864),
      'head-counted': exact(0.699),
      'warmup-scaled': exact(0.603),
      'decay-matched': exact(0.574),
      tuned: exact(0.518),
    },
  },
]
