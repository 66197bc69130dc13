import { recommendationRows, type RecommendationRow } from '../../tables/recommendation.ts'
import { useWords } from '../../components/WordsContext.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { compactCount } from '../../format/formatNumber.ts'
import type { Recommendation } from '../../planning/recommend.ts'
import { IntervalText } from '../text/IntervalText.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { Scientific } from '../text/Scientific.tsx'
import { Symbol } from '../text/Symbol.tsx'
import { usePredictedLoss, type PlanLaws } from '../state/usePlan.ts'

interface RecommendationTableProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

/** The quantities to train with at the budget, each with its interval or a dash. */
export function RecommendationTable({ laws, recommendation }: RecommendationTableProps) {
  const { plan, quantities } = useWords()
  const levelText = useLevelText()
  const { stale } = useLawReplicates()
  const loss = usePredictedLoss(laws)
  const { scaleMetric } = recommendation
  const { symbol, unit, counting } = METRIC_LABELS[scaleMetric]
  const rows = recommendationRows(recommendation, loss?.estimate ?? null)
  const labels = {
    scale: { symbol, name: quantities.metrics[scaleMetric], unit: quantities.units[unit] },
    tokens: { symbol: 'D', name: quantities.tokens, unit: 'tokens' },
    batch: { symbol: 'B', name: quantities.batch, unit: 'tokens' },
    learningRate: { symbol: 'η', name: quantities.learningRate, unit: quantities.peakRate },
    tokensPerParameter: {
      ...{ symbol: 'D/N', name: quantities.tokensPerParameter, unit: quantities.perParameter },
    },
    loss: { symbol: 'L', name: quantities.predictedLoss, unit: loss?.unit ?? '' },
  }
  const shortText = ({ quantity, short }: RecommendationRow): string | null => {
    if (short === null) return null
    const text = compactCount(short)
    return quantity === 'scale' && scaleMetric !== 'N' ? plan.table.as(text, counting) : text
  }
  return (
    <div className="compact-table">
      <DataTable
        caption={plan.table.caption}
        rows={rows}
        rowKey={(row) => row.quantity}
        columns={[
          {
            key: 'quantity',
            heading: plan.table.quantity,
            numeric: false,
            cell: ({ quantity }) => {
              const label = labels[quantity]
              return (
                <span className="whitespace-nowrap" title={label.name}>
                  <span className="text-[15px] font-medium">
                    <Symbol of={label.symbol} />
                  </span>
                  <span className="sr-only">, {label.name}</span>{' '}
                  <span className="text-[11px] text-muted">{label.unit}</span>
                </span>
              )
            },
          },
          {
            key: 'value',
            heading: plan.table.value,
            numeric: true,
            cell: (row) => {
              const isRatio = row.quantity === 'tokensPerParameter'
              const short = shortText(row)
              return (
                <span className="whitespace-nowrap">
                  <data value={row.estimate.value} className="text-[15px] font-medium">
                    <Scientific
                      value={row.estimate.value}
                      digits={isRatio ? 3 : 4}
                      plain={isRatio || row.quantity === 'loss'}
                    />
                  </data>
                  {short !== null && <span className="block text-[11px] text-muted">{short}</span>}
                </span>
              )
            },
          },
          {
            key: 'interval',
            heading: quantities.interval(levelText),
            numeric: true,
            cell: ({ estimate }) => (
              <span className="text-xs">
                <IntervalText interval={estimate.interval} stale={stale} breaks />
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}
