import { useMemo } from 'react'
import { PUBLISHED_ALLOCATIONS } from '../laws/publishedAllocations.ts'
import { scaleLawIn } from '../planning/scaleLawIn.ts'
import type { PowerLaw } from '../scaling/powerLaw.ts'
import { useOwnLaws, useQualityLaw } from './usePlan.ts'

/** A law as a row of a comparison: model scale in parameters, tokens. */
export interface ComparedLaw {
  readonly id: string
  readonly label: string
  /** How its scale counts, in a word or two. */
  readonly counting: string
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
}

/**
 * The laws set side by side: the own fit, DeepSeek's at the chosen data quality, and the other
 * published ones, all in parameters (FLOPs/token divided by six).
 */
export function useComparedLaws(): readonly ComparedLaw[] {
  const own = useOwnLaws()
  const quality = useQualityLaw()
  return useMemo(() => {
    const laws: ComparedLaw[] = []
    if (own !== null) {
      const inParameters = own.scaleMetric === 'N'
      const factor = inParameters ? 1 : 1 / 6
      laws.push({
        id: 'own',
        label: 'This sweep',
        counting: inParameters ? 'N' : own.scaleMetric === 'M' ? 'M/6' : own.scaleMetric.slice(1),
        scale: { coefficient: own.scale.coefficient * factor, exponent: own.scale.exponent },
        tokens: own.tokens,
      })
    }
    for (const published of PUBLISHED_ALLOCATIONS) {
      const law = published.id === 'deepseek' ? quality : published
      laws.push({
        id: published.id,
        label: published.short,
        counting: law.scaleMetric === 'N' ? 'N' : 'M/6',
        scale: scaleLawIn(law, 'N'),
        tokens: law.tokens,
      })
    }
    return laws
  }, [own, quality])
}
