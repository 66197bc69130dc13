import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { percentiles } from '../../numerics/percentileInterval.ts'
import { lawReplicatesQuery } from '../../queries/lawReplicatesQuery.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { PowerLawFit } from '../../scaling/estimators/overCompute/allocationFit.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import {
  selectReplicatesIdentity,
  selectResampleInput,
  selectScaleLaws,
} from '../../store/analysisSelectors.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'

/** The law of the scale of a loaded sweep as one convention counts it. */
export interface ConventionLaw {
  readonly sweepId: string
  readonly sweepName: string
  readonly isActive: boolean
  readonly metric: ScaleMetric
  readonly law: Extract<PowerLawFit, { readonly status: 'fitted' }>
  /** Null while they are computed. */
  readonly replicates: LawReplicates | null
  readonly interval: { readonly low: number; readonly high: number } | null
}

const silent = (): void => undefined

/** The law of every loaded sweep under every convention that its columns allow, each resampled in a worker. */
export function useConventions(): readonly ConventionLaw[] {
  const sweeps = useDashboard((state) => state.sweeps)
  const activeId = useDashboard((state) => state.activeSweepId)
  const level = useDashboard((state) => state.intervals.level)
  const laws = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectScaleLaws(state, id))),
  )
  const inputs = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectResampleInput(state, id))),
  )
  const identities = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectReplicatesIdentity(state, id))),
  )
  const ways = useMemo(
    () =>
      sweeps.flatMap(({ id, name }, i) =>
        (laws[i] ?? []).flatMap(({ metric, law }) =>
          law.status === 'fitted' ? [{ sweepId: id, sweepName: name, i, metric, law }] : [],
        ),
      ),
    [sweeps, laws],
  )
  const results = useQueries({
    queries: ways.map(({ i, metric }) => {
      const input = inputs[i] ?? null
      const ofMetric = input === null ? null : { ...input, settings: { ...input.settings, metric } }
      // The identity names the metric second; that of the metric in use is shared with the rest of the page.
      return lawReplicatesQuery((identities[i] ?? []).with(1, metric), ofMetric, silent)
    }),
    combine: (all) => all.map(({ data }) => data ?? null),
  })
  return useMemo(
    () =>
      ways.map(({ sweepId, sweepName, metric, law }, at): ConventionLaw => {
        const replicates = results[at] ?? null
        return {
          ...{ sweepId, sweepName, metric, law, replicates, isActive: sweepId === activeId },
          interval: replicates === null ? null : percentiles(replicates.scale.exponent, level),
        }
      }),
    [ways, results, level, activeId],
  )
}
