import { DataTable } from '../components/DataTable.tsx'
import { compactCount, scientificText, significant } from '../format/formatNumber.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../laws/hyperparameterLaw.ts'
import type { Estimate, Recommendation } from '../planning/recommend.ts'
import { IntervalText } from './IntervalText.tsx'
import { useLawReplicates } from './LawReplicates.tsx'
import { METRIC_LABELS } from './metricLabels.ts'
import { Scientific } from './Scientific.tsx'
import { Symbol } from './Symbol.tsx'
import { usePredictedLoss, type PlanLaws } from './usePlan.ts'

interface RecommendationTableProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

interface QuantityRow {
  readonly symbol: string
  readonly name: string
  readonly estimate: Estimate
  readonly unit: string
  /** The value in the short form that people say. */
  readonly short: string | null
  readonly digits: number
}

/** The quantities to train with at the budget, each with its interval or a dash. */
export function RecommendationTable({ laws, recommendation }: RecommendationTableProps) {
  const { stale } = useLawReplicates()
  const loss = usePredictedLoss(laws)
  const { scale, tokens, scaleMetric, parametersEquivalent, tokensPerParameter } = recommendation
  const { symbol, name, unit } = METRIC_LABELS[scaleMetric]
  const inParameters = compactCount(parametersEquivalent)
  const rows: QuantityRow[] = [
    {
      symbol,
      name,
      estimate: scale,
      unit,
      short:
        scaleMetric === 'N'
          ? inParameters
          : `${inParameters} as ${symbol}/6`.replace('6N₁/6', 'N₁').replace('6N₂/6', 'N₂'),
      digits: 4,
    },
    {
      symbol: 'D',
      name: 'Training tokens',
      estimate: tokens,
      unit: 'tokens',
      short: compactCount(tokens.value),
      digits: 4,
    },
    {
      symbol: 'B',
      name: 'Batch size',
      estimate: recommendation.batchTokens,
      unit: 'tokens',
      short: compactCount(recommendation.batchTokens.value),
      digits: 4,
    },
    {
      symbol: 'η',
      name: 'Peak learning rate',
      estimate: recommendation.learningRate,
      unit: 'peak learning rate',
      short: null,
      digits: 4,
    },
    {
      symbol: 'D/N',
      name: 'Tokens per parameter',
      estimate: tokensPerParameter,
      unit: 'tokens per parameter',
      short: null,
      digits: 3,
    },
  ]
  if (loss !== null) {
    rows.push({
      symbol: 'L',
      name: 'Predicted loss',
      estimate: loss.estimate,
      unit: loss.unit,
      short: null,
      digits: 4,
    })
  }
  return (
    <div className="flex flex-col gap-1.5">
      <DataTable
        caption="Recommendation"
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'quantity',
            heading: 'Quantity',
            numeric: false,
            cell: (row) => (
              <span className="text-[15px] font-medium" title={row.name}>
                <Symbol of={row.symbol} />
                <span className="sr-only">, {row.name}</span>
              </span>
            ),
          },
          {
            key: 'value',
            heading: 'Value',
            numeric: true,
            cell: ({ estimate, unit: ofRow, short, digits }) => (
              <>
                <data value={estimate.value} className="text-[15px] font-medium">
                  <Scientific
                    value={estimate.value}
                    digits={digits}
                    plain={digits === 3 || ofRow === loss?.unit}
                  />
                </data>
                <div className="text-xs text-muted">
                  {ofRow}
                  {short !== null && <> · {short}</>}
                </div>
              </>
            ),
          },
          {
            key: 'interval',
            heading: '95% interval',
            numeric: true,
            cell: ({ estimate }) => (
              <span className="text-xs">
                <IntervalText interval={estimate.interval} stale={stale} />
              </span>
            ),
          },
        ]}
      />
      <p className="text-xs leading-relaxed text-muted">
        Scale and tokens: {laws.name}
        {laws.source === 'own'
          ? ', percentile bootstrap over runs within budgets. '
          : '; no interval is published. '}
        {productSentence(recommendation)} {hyperparameterSentence(recommendation.computeFlops)}
      </p>
    </div>
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
