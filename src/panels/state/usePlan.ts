import { useWords } from '../../components/WordsContext.tsx'
import { useMemo } from 'react'
import type { AllocationLawId, RangedAllocationLaw } from '../../laws/allocationLaw.ts'
import { corpusAt } from '../../laws/dataQuality.ts'
import { DEEPSEEK } from '../../laws/deepseek.ts'
import { ALL_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import type { Estimate, Recommendation } from '../../planning/recommend.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import {
  selectChecksInput,
  selectFittedAllocation,
  selectSweep,
} from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { BetweenCorpora } from '../../study/comparison/between.ts'
import { surfaceAllocation, type FittedAllocation } from '../../study/fittedAllocation.ts'
import { useBetween } from './useBetween.ts'
import { useLawReplicates } from './LawReplicates.tsx'
import { predictedLossAt, qualityLaw, recommendationAt } from './sharedEvaluations.ts'
import { useStudyChecks } from './StudyChecks.tsx'

/** The laws that a recommendation is read from, with what their intervals are made of. */
export interface PlanLaws {
  /** The fitted law that they are; null where they are published. */
  readonly fitted: FittedAllocation | null
  readonly scaleMetric: ScaleMetric
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
  readonly replicates: Pick<LawReplicates, 'scale' | 'tokens' | 'origin'> | null
  /** Null where a paper does not say. */
  readonly fittedRange: { readonly low: number; readonly high: number } | null
  /** The published law that they are; null where they are fitted. */
  readonly publishedId: AllocationLawId | null
  /** The fitted laws that they lie between; null where they are those of one sweep, or published. */
  readonly between: BetweenCorpora | null
}

/** DeepSeek's law at the chosen data quality, and the range it was fitted over. */
export function useQualityLaw(): RangedAllocationLaw {
  const quality = useDashboard((state) => state.quality)
  const pinBudget = useDashboard((state) => state.pinBudget)
  return qualityLaw(quality, pinBudget)
}

/**
 * The laws fitted to the sweep: through its minima, or implied by its surface where it has no budgets; null
 * when it has none. Changes with a fit, never with a slider.
 */
export function useFittedLaws(): PlanLaws | null {
  const throughMinima = useOfSweep(selectFittedAllocation)
  const implied = useSurfaceAllocation()
  const { replicates } = useLawReplicates()
  return useMemo(() => {
    const allocation = throughMinima ?? implied
    if (allocation === null) return null
    const { scaleMetric, scale, tokens, range } = allocation
    const drawn = throughMinima === null ? allocation.replicates : replicates
    return {
      fitted: { ...allocation, replicates: drawn },
      ...{ scaleMetric, scale, tokens },
      ...{ replicates: drawn, fittedRange: range, publishedId: null, between: null },
    }
  }, [throughMinima, implied, replicates])
}

/** The law that the surface of a sweep without budgets implies; null before it is there. */
function useSurfaceAllocation(): FittedAllocation | null {
  const { checks } = useStudyChecks()
  const sweep = useOfSweep(selectSweep)
  const input = useOfSweep(selectChecksInput)
  return useMemo(() => {
    if (sweep === null || input?.kind !== 'scattered' || checks?.surface == null) return null
    const { surfaceMethod } = input.choices
    const method = checks.methods.find(({ id }) => id === surfaceMethod)
    return method === undefined
      ? null
      : surfaceAllocation(sweep, method, checks.surface.metric, input.taking)
  }, [sweep, input, checks])
}

/** The laws that the person chose to plan with, falling back to the published one. */
export function usePlanLaws(): PlanLaws {
  const plansWithFit = useDashboard((state) => state.plansWithFit)
  const fitted = useFittedLaws()
  const atQuality = useQualityLaw()
  const publishedId = useDashboard((state) => state.publishedLawId)
  const between = useBetween()
  const published =
    publishedId === DEEPSEEK.id
      ? atQuality
      : (ALL_ALLOCATIONS.find(({ id }) => id === publishedId) ?? atQuality)
  return useMemo(() => {
    if (between !== null) {
      const { from, scale, tokens, replicates, range } = between
      return {
        ...{ fitted: null, scaleMetric: from.scaleMetric, scale, tokens },
        ...{ replicates, fittedRange: range, publishedId: null, between },
      }
    }
    if (plansWithFit && fitted !== null) return fitted
    const { scaleMetric, scale, tokens, fitRange } = published
    return {
      ...{ fitted: null, scaleMetric, scale, tokens },
      ...{ replicates: null, fittedRange: fitRange, publishedId: published.id, between: null },
    }
  }, [plansWithFit, fitted, published, between])
}

/** What the laws that are planned with are called. */
export function useLawName(planned: PlanLaws): string {
  const { plan, laws } = useWords()
  const quality = useDashboard((state) => state.quality)
  const { publishedId, between } = planned
  if (between !== null) return plan.betweenName(...betweenNames(between))
  if (publishedId === null) return plan.fittedName
  return publishedId === DEEPSEEK.id ? laws.atQuality(corpusAt(quality)) : laws.names[publishedId]
}

/** Names of the two corpora, and the share of the second. */
export function betweenNames({ from, to, share }: BetweenCorpora): [string, string, number] {
  return [from.sweepName, to.sweepName, share]
}

/** The recommendation at the budget: evaluates laws that are fitted already, never fits. */
export function useRecommendation<Laws extends PlanLaws | null>(
  laws: Laws,
): Laws extends null ? Recommendation | null : Recommendation
export function useRecommendation(laws: PlanLaws | null): Recommendation | null {
  const computeFlops = useDashboard((state) => state.computeFlops)
  const level = useDashboard((state) => state.intervals.level)
  if (laws === null) return null
  const { scaleMetric, scale, tokens, replicates, fittedRange } = laws
  return recommendationAt(scaleMetric, scale, tokens, replicates, fittedRange, computeFlops, level)
}

/** The loss that the sweep's own law predicts at the budget; null for a published law. */
export function usePredictedLoss(
  laws: PlanLaws,
): { readonly estimate: Estimate; readonly unit: LossUnit } | null {
  const computeFlops = useDashboard((state) => state.computeFlops)
  const level = useDashboard((state) => state.intervals.level)
  const sweep = useOfSweep(selectSweep)
  const law = laws.fitted?.loss ?? null
  if (law === null || sweep === null) return null
  return {
    estimate: predictedLossAt(law, laws.fitted?.replicates ?? null, computeFlops, level),
    unit: sweep.imported.lossUnit,
  }
}
