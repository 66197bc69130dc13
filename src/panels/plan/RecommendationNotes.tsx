import { scientificText, significant } from '../../format/formatNumber.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../../laws/hyperparameterLaw.ts'
import type { Recommendation } from '../../planning/recommend.ts'
import { METRIC_LABELS } from '../text/metricLabels.ts'
import type { PlanLaws } from '../state/usePlan.ts'

interface RecommendationNotesProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

/** Where the numbers of the recommendation come from, and what their intervals are. */
export function RecommendationNotes({ laws, recommendation }: RecommendationNotesProps) {
  return (
    <p className="text-xs leading-relaxed text-muted">
      Scale and tokens: {laws.name}
      {laws.fitted !== null
        ? ', percentile bootstrap over runs within budgets. '
        : '; no interval is published. '}
      {productSentence(recommendation)} {hyperparameterSentence(recommendation.computeFlops)}
    </p>
  )
}

function productSentence({ productRatio, scaleMetric }: Recommendation): string {
  const product = scaleMetric === 'N' ? '6ND' : `${METRIC_LABELS[scaleMetric].symbol}·D`
  return `${product} = ${significant(productRatio, 4)} C.`
}

function hyperparameterSentence(computeFlops: number): string {
  const { citation, fitRange } = DEEPSEEK_HYPERPARAMETERS
  const range = `${scientificText(fitRange.low, 1)} – ${scientificText(fitRange.high, 1)} FLOPs`
  const outside = computeFlops < fitRange.low || computeFlops > fitRange.high
  return `B and η: ${citation}, without interval, fitted over ${range}${outside ? '; here extrapolated.' : '.'}`
}
