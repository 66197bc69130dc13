import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { percentiles } from '../../numerics/percentileInterval.ts'
import { lawReplicatesQuery } from '../../queries/lawReplicatesQuery.ts'
import {
  selectResampleInput,
  selectFittedAllocation,
  selectReplicatesIdentity,
} from '../../store/analysisSelectors.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import type { FittedAllocation } from '../../study/fittedAllocation.ts'

/** The exponents fitted to one loaded sweep, with intervals once its replicates are there. */
export interface SweepExponents {
  readonly law: FittedAllocation
  readonly isActive: boolean
  readonly a: { readonly low: number; readonly high: number } | null
  readonly b: { readonly low: number; readonly high: number } | null
  readonly isComputing: boolean
}

const silent = (): void => undefined

/** The exponents of every loaded sweep that has a law; each is resampled in turn, in a worker, where intervals are wanted. */
export function useSweepExponents(wantsIntervals = true): readonly SweepExponents[] {
  const activeId = useDashboard((state) => state.activeSweepId)
  const level = useDashboard((state) => state.intervals.level)
  const laws = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectFittedAllocation(state, id))),
  )
  const inputs = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectResampleInput(state, id))),
  )
  const identities = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectReplicatesIdentity(state, id))),
  )
  const results = useQueries({
    queries: identities.map((identity, i) => {
      const options = lawReplicatesQuery(identity, inputs[i] ?? null, silent)
      // That of the sweep that is looked at is fetched where its progress is shown.
      const isFetched = wantsIntervals && identity[0] !== activeId
      return { ...options, enabled: options.enabled === true && isFetched }
    }),
    combine: (all) => all.map(({ data, isFetching }) => ({ data, isFetching })),
  })
  return useMemo(
    () =>
      laws.flatMap((law, i): SweepExponents[] => {
        if (law === null) return []
        const { data, isFetching = false } = results[i] ?? {}
        const interval = (column: Float64Array | undefined) =>
          column === undefined ? null : percentiles(column, level)
        return [
          {
            law: { ...law, replicates: data ?? null },
            ...{ isActive: law.sweepId === activeId, isComputing: isFetching },
            a: interval(data?.scale.exponent),
            b: interval(data?.tokens.exponent),
          },
        ]
      }),
    [laws, results, level, activeId],
  )
}

/** Names of the loaded sweeps that have no law of the scale. */
export function useLawlessSweeps(): readonly string[] {
  return useDashboard(
    useShallow((state) =>
      state.sweeps.flatMap(({ id, name }) =>
        selectFittedAllocation(state, id) === null ? [name] : [],
      ),
    ),
  )
}
