import { useWords } from '../../components/WordsContext.tsx'
import { significant } from '../../format/formatNumber.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../../laws/hyperparameterLaw.ts'
import type { Recommendation } from '../../planning/recommend.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { useLawName, type PlanLaws } from '../state/usePlan.ts'

interface RecommendationNotesProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

/** Where the numbers of the recommendation come from, and what their intervals are. */
export function RecommendationNotes({ laws, recommendation }: RecommendationNotesProps) {
  const { plan, fit } = useWords()
  const lawName = useLawName(laws)
  const { computeFlops, productRatio, scaleMetric } = recommendation
  const { citation, fitRange } = DEEPSEEK_HYPERPARAMETERS
  const isOutside = computeFlops < fitRange.low || computeFlops > fitRange.high
  const product = scaleMetric === 'N' ? '6ND' : `${METRIC_LABELS[scaleMetric].symbol}·D`
  const intervals =
    laws.publishedId !== null ? null : fit.intervals.methods[laws.replicates?.origin ?? 'delta']
  return (
    <p className="text-xs leading-relaxed text-muted">
      {plan.notes(lawName, intervals, product, significant(productRatio, 4))}{' '}
      {plan.hyperparameters(citation, fitRange.low, fitRange.high, isOutside)}
    </p>
  )
}
