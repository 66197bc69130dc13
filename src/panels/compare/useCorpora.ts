import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { studyChecksQuery } from '../../queries/studyChecksQuery.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { trustedOptima } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import {
  selectAnalysis,
  selectChecksInput,
  selectFitSettings,
  selectMetric,
  selectReplicatesIdentity,
} from '../../store/analysisSelectors.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import type { CorpusLaws } from '../../study/comparison/pair.ts'
import type { MethodLaws } from '../../study/methodLaws.ts'
import { useSweepExponents } from '../state/useSweepExponents.ts'

/** A loaded sweep as a corpus among others: its laws, its curves where it has budgets, and every estimator on it. */
export interface Corpus extends CorpusLaws {
  readonly id: string
  readonly sweep: LoadedSweep
  /** Null for a sweep without budgets. */
  readonly analysis: SweepAnalysis | null
  /** Compute that its laws go through, FLOPs; null without laws. */
  readonly range: { readonly low: number; readonly high: number } | null
  /** The estimator that its laws are of. */
  readonly inUse: MethodLaws['id']
  /** Minima that its law of the scale goes through; null for laws that a surface implies. */
  readonly optima: number | null
  /** Every estimator; empty before they are there. */
  readonly methods: readonly MethodLaws[]
}

/** The loaded sweeps that have laws, through their minima or by their surface; those of each estimator as they come. */
export function useCorpora(): readonly Corpus[] {
  const sweeps = useDashboard((state) => state.sweeps)
  const exponents = useSweepExponents()
  const analyses = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectAnalysis(state, id))),
  )
  const settings = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectFitSettings(state, id))),
  )
  const metrics = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectMetric(state, id))),
  )
  const identities = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectReplicatesIdentity(state, id))),
  )
  const inputs = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectChecksInput(state, id))),
  )
  const checks = useQueries({
    queries: identities.map((identity, i) => studyChecksQuery(identity, inputs[i] ?? null)),
    combine: (all) => all.map(({ data }) => data),
  })
  return useMemo(
    () =>
      sweeps.flatMap((sweep, i): Corpus[] => {
        const { name, id } = sweep
        const analysis = analyses[i] ?? null
        const fit = settings[i]
        const lossUnit: LossUnit = sweep.imported.lossUnit
        const methods = checks[i]?.methods ?? []
        const said = { id, name, sweep, analysis, methods, lossUnit, metric: metrics[i] ?? 'N' }
        const own = exponents.find(({ law }) => law.sweepId === id)?.law
        if (own !== undefined && analysis !== null && fit !== undefined) {
          const { scale, tokens, loss, range, replicates } = own
          const minima = trustedOptima(analysis.scaleProfiles, fit)
          return [
            {
              ...{ ...said, scale, tokens, loss, range, replicates },
              ...{ inUse: own.estimatorId, optima: own.optima },
              lossOptima: minima.map(({ computeFlops, loss: atMinimum }) => ({
                ...{ computeFlops, loss: atMinimum },
              })),
            },
          ]
        }
        const input = inputs[i]
        const surface = methods.find((method) => method.id === input?.choices.surfaceMethod)
        if (surface?.laws == null || input?.kind !== 'scattered') return []
        const flops = input.taking.map(({ computeFlops }) => computeFlops)
        return [
          {
            ...{ ...said, ...surface.laws, replicates: surface.replicates, lossOptima: [] },
            ...{ inUse: surface.id, optima: null },
            range: { low: Math.min(...flops), high: Math.max(...flops) },
          },
        ]
      }),
    [sweeps, exponents, analyses, settings, metrics, inputs, checks],
  )
}
