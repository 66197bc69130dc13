import { lruMemoize } from 'reselect'
import { percentiles } from '../../numerics/percentileInterval.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { corporaBetween, type BetweenCorpora } from '../../study/comparison/between.ts'
import { useOwnCorpora } from './OwnCorpora.tsx'

/** One evaluation a move of the slider for all panels that follow it. */
const evaluated = lruMemoize(corporaBetween, { maxSize: 4 })

/** Whether the plan lies between the person's own corpora: asked for, and there are several. */
export function useIsBetween(): boolean {
  const plansBetween = useDashboard((state) => state.plansBetween)
  const corpora = useOwnCorpora()
  return plansBetween && corpora.length > 1
}

/** The law between the person's own corpora, where that is asked for and there are several; null where not. */
export function useBetween(): BetweenCorpora | null {
  const plansBetween = useDashboard((state) => state.plansBetween)
  const position = useDashboard((state) => state.corpusPosition)
  const corpora = useOwnCorpora()
  return plansBetween ? evaluated(corpora, position) : null
}

/** An interval of each exponent between corpora; null before there are replicates. */
export function exponentIntervals({ replicates }: BetweenCorpora, level: number) {
  return {
    a: replicates === null ? null : percentiles(replicates.scale.exponent, level),
    b: replicates === null ? null : percentiles(replicates.tokens.exponent, level),
  }
}
