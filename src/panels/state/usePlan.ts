import { useMemo } from 'react'
import type { RangedAllocationLaw } from '../../laws/allocationLaw.ts'
import { allocationAtQuality } from '../../laws/dataQuality.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../../laws/hyperparameterLaw.ts'
import { predictLoss } from '../../planning/predictLoss.ts'
import { recommend, type Estimate, type Recommendation } from '../../planning/recommend.ts'
import { trustedOptima } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/bootstrapLaws.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import {
  selectActiveSweep,
  selectAnalysis,
  selectFitSettings,
  selectMetric,
} from '../../store/analysisSelectors.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useLawReplicates } from './LawReplicates.tsx'

/** The laws that a recommendation is read from, with what their intervals are made of. */
export interface PlanLaws {
  readonly source: 'own' | 'published'
  readonly name: string
  readonly scaleMetric: ScaleMetric
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
  readonly replicates: LawReplicates | null
  readonly fittedRange: { readonly low: number; readonly high: number }
}

/** Budget at which laws of which only the exponent is published are assumed to meet, FLOPs. */
export const PIN_BUDGET = 1e20

/** DeepSeek's law at the chosen data quality, and the range it was fitted over. */
export function useQualityLaw(): RangedAllocationLaw {
  const quality = useDashboard((state) => state.quality)
  return useMemo(() => allocationAtQuality(quality, PIN_BUDGET), [quality])
}

/** The sweep's own laws; null when it has none. Changes with a fit, never with a slider. */
export function useOwnLaws(): PlanLaws | null {
  const analysis = useDashboard(selectAnalysis)
  const metric = useDashboard(selectMetric)
  const settings = useDashboard(selectFitSettings)
  const { replicates } = useLawReplicates()
  return useMemo(() => {
    if (analysis === null) return null
    const { scale, tokens } = analysis.laws
    if (scale.status !== 'fitted' || tokens.status !== 'fitted') return null
    const budgets = trustedOptima(analysis.scaleProfiles, settings).map(
      (point) => point.computeFlops,
    )
    const fittedRange = { low: Math.min(...budgets), high: Math.max(...budgets) }
    return {
      source: 'own',
      name: 'fitted to this sweep',
      scaleMetric: metric,
      scale,
      tokens,
      replicates,
      fittedRange,
    }
  }, [analysis, metric, settings, replicates])
}

/** The laws that the person chose to plan with, falling back to the published one. */
export function usePlanLaws(): PlanLaws {
  const source = useDashboard((state) => state.source)
  const own = useOwnLaws()
  const published = useQualityLaw()
  return useMemo(() => {
    if (source === 'own' && own !== null) return own
    return {
      source: 'published',
      name: published.name,
      scaleMetric: published.scaleMetric,
      scale: published.scale,
      tokens: published.tokens,
      replicates: null,
      fittedRange: published.fitRange,
    }
  }, [source, own, published])
}

/** The recommendation at the budget: evaluates laws that are fitted already, never fits. */
export function useRecommendation<Laws extends PlanLaws | null>(
  laws: Laws,
): Laws extends null ? Recommendation | null : Recommendation
export function useRecommendation(laws: PlanLaws | null): Recommendation | null {
  const computeFlops = useDashboard((state) => state.computeFlops)
  const level = useDashboard((state) => state.fit.level)
  return useMemo(
    () =>
      laws === null
        ? null
        : recommend({ ...laws, computeFlops, level, hyperparameters: DEEPSEEK_HYPERPARAMETERS }),
    [laws, computeFlops, level],
  )
}

/** The loss that the sweep's own law predicts at the budget; null for a published law. */
export function usePredictedLoss(
  laws: PlanLaws,
): { readonly estimate: Estimate; readonly unit: LossUnit } | null {
  const computeFlops = useDashboard((state) => state.computeFlops)
  const level = useDashboard((state) => state.fit.level)
  const sweep = useDashboard(selectActiveSweep)
  const analysis = useDashboard(selectAnalysis)
  if (laws.source !== 'own' || sweep === null || analysis?.laws.loss.status !== 'fitted')
    return null
  const replicates = laws.replicates?.loss ?? null
  return {
    estimate: predictLoss(analysis.laws.loss, replicates, computeFlops, level),
    unit: sweep.imported.lossUnit,
  }
}
