import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { percentiles } from '../../numerics/percentileInterval.ts'
import { lawReplicatesQuery } from '../../queries/lawReplicatesQuery.ts'
import type { PowerLawFit } from '../../scaling/estimators/overCompute/allocationFit.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import {
  selectReplicatesIdentity,
  selectResampleInput,
  selectScaleLaws,
} from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'

/** The law of the scale of the active sweep as one convention counts it. */
export interface ConventionLaw {
  readonly metric: ScaleMetric
  readonly law: Extract<PowerLawFit, { readonly status: 'fitted' }>
  /** Null while it is computed. */
  readonly interval: { readonly low: number; readonly high: number } | null
}

const silent = (): void => undefined

/** The active sweep's law under every convention that its columns allow, each resampled in a worker. */
export function useConventions(): readonly ConventionLaw[] {
  const laws = useOfSweep(selectScaleLaws)
  const input = useOfSweep(selectResampleInput)
  const identity = useOfSweep(selectReplicatesIdentity)
  const level = useDashboard((state) => state.intervals.level)
  const results = useQueries({
    queries: laws.map(({ metric }) => {
      const ofMetric = input === null ? null : { ...input, settings: { ...input.settings, metric } }
      // The identity names the metric second; that of the metric in use is shared with the rest of the page.
      return lawReplicatesQuery(identity.with(1, metric), ofMetric, silent)
    }),
    combine: (all) => all.map(({ data }) => data?.scale.exponent),
  })
  return useMemo(
    () =>
      laws.flatMap(({ metric, law }, i): ConventionLaw[] => {
        if (law.status !== 'fitted') return []
        const column = results[i]
        return [{ metric, law, interval: column === undefined ? null : percentiles(column, level) }]
      }),
    [laws, results, level],
  )
}
