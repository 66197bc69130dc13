import { useMemo } from 'react'
import type { AllocationLaw } from '../../laws/allocationLaw.ts'
import { DEEPSEEK } from '../../laws/deepseek.ts'
import { PUBLISHED_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { scaleLawIn } from '../../planning/scaleLawIn.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
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

/** The law that follows the data-quality slider. */
export const QUALITY_LAW_ID = DEEPSEEK.id

/**
 * The laws set side by side: the own fit and the published ones, all in parameters (FLOPs/token
 * divided by six). These do not move with any slider.
 */
export function useFixedLaws(): readonly ComparedLaw[] {
  const own = useOwnLaws()
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
    return [...laws, ...PUBLISHED_ALLOCATIONS.map(compared)]
  }, [own])
}

/** The same with DeepSeek's law at the chosen data quality. */
export function useComparedLaws(): readonly ComparedLaw[] {
  const fixed = useFixedLaws()
  const quality = useQualityLaw()
  return useMemo(
    () => fixed.map((law) => (law.id === QUALITY_LAW_ID ? compared(quality) : law)),
    [fixed, quality],
  )
}

function compared(law: AllocationLaw): ComparedLaw {
  return {
    id: law.id,
    label: law.short,
    counting: law.scaleMetric === 'N' ? 'N' : 'M/6',
    scale: scaleLawIn(law, 'N'),
    tokens: law.tokens,
  }
}
