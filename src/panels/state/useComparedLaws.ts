import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { useWords } from '../../components/WordsContext.tsx'
import { useMemo } from 'react'
import type { AllocationLaw } from '../../laws/allocationLaw.ts'
import { DEEPSEEK } from '../../laws/deepseek.ts'
import { PUBLISHED_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { scaleLawIn } from '../../planning/scaleLawIn.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { useBetween } from './useBetween.ts'
import { useFittedLaws, useQualityLaw } from './usePlan.ts'

/** A law as a row of a comparison: model scale in parameters, tokens. */
export interface ComparedLaw {
  readonly id: string
  /** Whether it was fitted to the sweep that is shown. */
  readonly isFitted: boolean
  readonly label: string
  /** How its scale counts, in a word or two. */
  readonly counting: string
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
}

/** The law that follows the data-quality slider. */
export const QUALITY_LAW_ID = DEEPSEEK.id

/**
 * The laws set side by side: the fit to this sweep and the published ones, all in parameters (FLOPs/token
 * divided by six). These do not move with any slider.
 */
export function useFixedLaws(
  published: readonly AllocationLaw[] = PUBLISHED_ALLOCATIONS,
): readonly ComparedLaw[] {
  const { plan: said } = useWords()
  const plan = useFittedLaws()
  return useMemo(() => {
    const laws: ComparedLaw[] = []
    if (plan?.fitted != null) {
      laws.push({
        ...{ id: plan.fitted.id, isFitted: true, label: said.thisSweep },
        counting: METRIC_LABELS[plan.scaleMetric].counting,
        scale: scaleLawIn(plan, 'N'),
        tokens: plan.tokens,
      })
    }
    return [...laws, ...published.map(compared)]
  }, [plan, said, published])
}

/** The law between the person's own corpora. */
export const BETWEEN_LAW_ID = 'between'

/** The same with DeepSeek's law at the chosen data quality, and that between the person's corpora where they are planned with. */
export function useComparedLaws(
  published: readonly AllocationLaw[] = PUBLISHED_ALLOCATIONS,
): readonly ComparedLaw[] {
  const fixed = useFixedLaws(published)
  const quality = useQualityLaw()
  const between = useBetween()
  const { plan: said } = useWords()
  return useMemo(() => {
    const laws = fixed.map((law) => (law.id === QUALITY_LAW_ID ? compared(quality) : law))
    if (between === null) return laws
    const { scaleMetric } = between.from
    return [
      {
        ...{ id: BETWEEN_LAW_ID, isFitted: false, label: said.ownCorpora.short },
        counting: METRIC_LABELS[scaleMetric].counting,
        ...{ scale: scaleLawIn({ ...between, scaleMetric }, 'N'), tokens: between.tokens },
      },
      ...laws,
    ]
  }, [fixed, quality, between, said])
}

function compared(law: AllocationLaw): ComparedLaw {
  return {
    id: law.id,
    isFitted: false,
    label: law.short,
    counting: METRIC_LABELS[law.scaleMetric].counting,
    scale: scaleLawIn(law, 'N'),
    tokens: law.tokens,
  }
}
