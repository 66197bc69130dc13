import { useWords } from '../../components/WordsContext.tsx'
import { compactCount, scientificText } from '../../format/formatNumber.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { usePlanLaws, useRecommendation } from '../state/usePlan.ts'

/** The recommendation in one line, for the closed sheet of a narrow screen. */
export function BudgetSummary() {
  const { plan } = useWords()
  const { computeFlops, scale, tokens, scaleMetric, parametersEquivalent } =
    useRecommendation(usePlanLaws())
  const { symbol } = METRIC_LABELS[scaleMetric]
  return (
    <span className="min-w-0 flex-1 text-sm tabular-nums">
      <span className="block text-xs text-muted">
        {plan.atBudgetText(scientificText(computeFlops))}
      </span>
      <span className="block truncate font-medium">
        {plan.summary(
          symbol,
          scaleMetric === 'N' ? compactCount(parametersEquivalent) : scientificText(scale.value),
          compactCount(tokens.value),
        )}
      </span>
    </span>
  )
}
