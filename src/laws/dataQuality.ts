import { evaluatePowerLaw } from '../scaling/forms/powerLaw.ts'
import type { RangedAllocationLaw } from './allocationLaw.ts'
import { DEEPSEEK } from './deepseek.ts'

/** A corpus whose allocation exponents DeepSeek published (arXiv:2401.02954, Table 4). */
export interface PublishedCorpus {
  readonly id: 'early' | 'current' | 'openwebtext2'
  /** Exponent of the model scale. */
  readonly a: number
  /** Whether the paper gives the law's coefficient too. */
  readonly coefficientPublished: boolean
}

/** In order of quality, as the authors judge it; the position is the index. */
export const PUBLISHED_CORPORA: readonly PublishedCorpus[] = [
  { id: 'early', a: 0.45, coefficientPublished: false },
  { id: 'current', a: DEEPSEEK.scale.exponent, coefficientPublished: true },
  { id: 'openwebtext2', a: 0.578, coefficientPublished: false },
]

/**
 * DeepSeek's allocation law at a position between published corpora: 0 early data, 1 current
 * data, 2 OpenWebText2, the exponent linear in between, b = 1 - a.
 *
 * Only exponents are published for the outer two. Their laws are assumed to meet the
 * current-data law at `pinBudget` (FLOPs); at position 1 the published law is returned as is.
 */
export function allocationAtQuality(quality: number, pinBudget: number): RangedAllocationLaw {
  if (quality === 1) return DEEPSEEK
  const last = PUBLISHED_CORPORA.length - 1
  const position = Math.min(last, Math.max(0, quality))
  const lower = Math.min(last - 1, Math.floor(position))
  const from = PUBLISHED_CORPORA[lower]?.a ?? Number.NaN
  const to = PUBLISHED_CORPORA[lower + 1]?.a ?? Number.NaN
  const a = from + (to - from) * (position - lower)
  const b = 1 - a
  return {
    ...DEEPSEEK,
    citation: 'DeepSeek-AI 2024, arXiv:2401.02954, Table 4',
    scale: {
      coefficient: evaluatePowerLaw(DEEPSEEK.scale, pinBudget) * pinBudget ** -a,
      exponent: a,
    },
    tokens: {
      coefficient: evaluatePowerLaw(DEEPSEEK.tokens, pinBudget) * pinBudget ** -b,
      exponent: b,
    },
  }
}

/** The published corpus at a position; null between two. */
export function corpusAt(quality: number): PublishedCorpus['id'] | null {
  return PUBLISHED_CORPORA[quality]?.id ?? null
}
