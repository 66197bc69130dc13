import { greatest, group } from 'd3-array'
import { useMemo } from 'react'
import { lruMemoize } from 'reselect'
import { useShallow } from 'zustand/react/shallow'
import { percentiles } from '../../numerics/percentileInterval.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import {
  corporaBetween,
  inOrderOfQuality,
  type BetweenCorpora,
} from '../../study/comparison/between.ts'
import type { FittedAllocation } from '../../study/fittedAllocation.ts'
import { useSweepExponents } from './useSweepExponents.ts'

/** One evaluation a move of the slider for all panels that follow it. */
const evaluated = lruMemoize(corporaBetween, { maxSize: 4 })

/**
 * The person's own corpora in the order of their exponents: loaded sweeps whose scale counts like that of the sweep that is
 * looked at, or, where that is alone, like that of most. Fewer than two have nothing between them. Changes with a fit, never
 * with a slider.
 */
export function useOwnCorpora(): readonly FittedAllocation[] {
  const plansBetween = useDashboard((state) => state.plansBetween)
  const samples = useDashboard(
    useShallow((state) =>
      state.sweeps.flatMap(({ id, origin }) => (origin.kind === 'sample' ? [id] : [])),
    ),
  )
  const exponents = useSweepExponents(plansBetween)
  return useMemo(() => {
    const own = exponents.filter(({ law }) => !samples.includes(law.sweepId))
    const alike = [...group(own, ({ law }) => law.scaleMetric).values()]
    const ofActive = alike.find((sweeps) => sweeps.some(({ isActive }) => isActive)) ?? []
    const most = greatest(alike, ({ length }) => length) ?? []
    return inOrderOfQuality((ofActive.length > 1 ? ofActive : most).map(({ law }) => law))
  }, [exponents, samples])
}

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
