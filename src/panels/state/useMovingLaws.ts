import { useMemo } from 'react'
import { PUBLISHED_CORPORA } from '../../laws/dataQuality.ts'
import { scaleLawIn } from '../../planning/scaleLawIn.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useOwnCorpora } from './OwnCorpora.tsx'
import { qualityLaw } from './sharedEvaluations.ts'
import { useBetween } from './useBetween.ts'
import { BETWEEN_LAW_ID, QUALITY_LAW_ID, useComparedLaws } from './useComparedLaws.ts'

/** A law that a slider moves, or one of those that it moves between, in parameters. */
export interface MovingLaw {
  readonly id: string
  /** One of those that it moves between. */
  readonly isOfFan: boolean
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
}

/** What the data-quality slider draws on a chart: the laws that it moves, and the fan of all corpora where that is asked for. */
export function useMovingLaws(): readonly MovingLaw[] {
  const laws = useComparedLaws()
  const showsAll = useDashboard((state) => state.showsAllCorpora)
  const pinBudget = useDashboard((state) => state.pinBudget)
  const corpora = useOwnCorpora()
  const isOwn = useBetween() !== null
  return useMemo(() => {
    const fan = !showsAll
      ? []
      : isOwn
        ? corpora.map(({ id, scale, scaleMetric, tokens }) => ({
            ...{ id, tokens, scale: scaleLawIn({ scale, scaleMetric }, 'N') },
          }))
        : PUBLISHED_CORPORA.map(({ id }, position) => {
            const law = qualityLaw(position, pinBudget)
            return { id, scale: scaleLawIn(law, 'N'), tokens: law.tokens }
          })
    return [
      ...fan.map(({ id, scale, tokens }) => ({ id: `corpus-${id}`, isOfFan: true, scale, tokens })),
      ...laws.flatMap(({ id, scale, tokens }) =>
        id === QUALITY_LAW_ID || id === BETWEEN_LAW_ID
          ? [{ id, isOfFan: false, scale, tokens }]
          : [],
      ),
    ]
  }, [laws, showsAll, pinBudget, corpora, isOwn])
}
