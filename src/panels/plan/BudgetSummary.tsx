import { compactCount, scientificText } from '../../format/formatNumber.ts'
import { METRIC_LABELS } from '../text/metricLabels.ts'
import { usePlanLaws, useRecommendation } from '../state/usePlan.ts'

/** The recommendation in one line, for the closed sheet of a narrow screen. */
export function BudgetSummary() {
  const { computeFlops, scale, tokens, scaleMetric, parametersEquivalent } =
    useRecommendation(usePlanLaws())
  const { symbol } = METRIC_LABELS[scaleMetric]
  return (
    <span className="min-w-0 flex-1 text-sm tabular-nums">
      <span className="block text-xs text-muted">At C = {scientificText(computeFlops)} FLOPs</span>
      <span className="block truncate font-medium">
        {symbol} ={' '}
        {scaleMetric === 'N' ? compactCount(parametersEquivalent) : scientificText(scale.value)} · D
        = {compactCount(tokens.value)} tokens
      </span>
    </span>
  )
}
