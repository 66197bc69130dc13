import { greatest, group } from 'd3-array'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { inOrderOfQuality } from '../../study/comparison/between.ts'
import type { FittedAllocation } from '../../study/fittedAllocation.ts'
import { useSweepExponents } from './useSweepExponents.ts'

const CorporaContext = createContext<readonly FittedAllocation[]>([])

/**
 * Hands the person's own corpora to the panels, in the order of their exponents: loaded sweeps whose scale counts like that of the
 * sweep that is looked at, or, where that is alone, like that of most. They change with a fit, never with a slider.
 */
export function OwnCorporaProvider({ children }: { readonly children: ReactNode }) {
  const plansBetween = useDashboard((state) => state.plansBetween)
  const samples = useDashboard(
    useShallow((state) =>
      state.sweeps.flatMap(({ id, origin }) => (origin.kind === 'sample' ? [id] : [])),
    ),
  )
  const exponents = useSweepExponents(plansBetween)
  const corpora = useMemo(() => {
    const own = exponents.filter(({ law }) => !samples.includes(law.sweepId))
    const alike = [...group(own, ({ law }) => law.scaleMetric).values()]
    const ofActive = alike.find((sweeps) => sweeps.some(({ isActive }) => isActive)) ?? []
    const most = greatest(alike, ({ length }) => length) ?? []
    return inOrderOfQuality((ofActive.length > 1 ? ofActive : most).map(({ law }) => law))
  }, [exponents, samples])
  return <CorporaContext value={corpora}>{children}</CorporaContext>
}

/** The person's own corpora; fewer than two have nothing between them. */
export function useOwnCorpora(): readonly FittedAllocation[] {
  return use(CorporaContext)
}
