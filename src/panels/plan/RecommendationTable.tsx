import { countingOf } from '../state/useComparedLaws.ts'
import { useWords } from '../../components/WordsContext.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { compactCount } from '../../format/formatNumber.ts'
import type { Estimate, Recommendation } from '../../planning/recommend.ts'
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
  const { plan, quantities } = useWords()
  const levelText = useLevelText()
  const { stale } = useLawReplicates()
  const loss = usePredictedLoss(laws)
  const { scale, tokens, scaleMetric, parametersEquivalent, tokensPerParameter } = recommendation
  const { symbol, unit } = METRIC_LABELS[scaleMetric]
  const inParameters = compactCount(parametersEquivalent)
  const rows: QuantityRow[] = [
    {
      symbol,
      name: quantities.metrics[scaleMetric],
      estimate: scale,
      unit: quantities.units[unit],
      short:
        scaleMetric === 'N' ? inParameters : plan.table.as(inParameters, countingOf(scaleMetric)),
      digits: 4,
    },
    {
      symbol: 'D',
      name: quantities.tokens,
      estimate: tokens,
      unit: 'tokens',
      short: compactCount(tokens.value),
      digits: 4,
    },
    {
      symbol: 'B',
      name: quantities.batch,
      estimate: recommendation.batchTokens,
      unit: 'tokens',
      short: compactCount(recommendation.batchTokens.value),
      digits: 4,
    },
    {
      symbol: 'η',
      name: quantities.learningRate,
      estimate: recommendation.learningRate,
      unit: quantities.peakRate,
      short: null,
      digits: 4,
    },
    {
      symbol: 'D/N',
      name: quantities.tokensPerParameter,
      estimate: tokensPerParameter,
      unit: quantities.perParameter,
      short: null,
      digits: 3,
    },
  ]
  if (loss !== null) {
    rows.push({
      symbol: 'L',
      name: quantities.predictedLoss,
      estimate: loss.estimate,
      unit: loss.unit,
      short: null,
      digits: 4,
    })
  }
  return (
    <div className="compact-table">
      <DataTable
        caption={plan.table.caption}
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'quantity',
            heading: plan.table.quantity,
            numeric: false,
            cell: (row) => (
              <span className="whitespace-nowrap" title={row.name}>
                <span className="text-[15px] font-medium">
                  <Symbol of={row.symbol} />
                </span>
                <span className="sr-only">, {row.name}</span>{' '}
                <span className="text-[11px] text-muted">{row.unit}</span>
              </span>
            ),
          },
          {
            key: 'value',
            heading: plan.table.value,
            numeric: true,
            cell: ({ estimate, unit: ofRow, short, digits }) => (
              <span className="whitespace-nowrap">
                <data value={estimate.value} className="text-[15px] font-medium">
                  <Scientific
                    value={estimate.value}
                    digits={digits}
                    plain={digits === 3 || ofRow === loss?.unit}
                  />
                </data>
                {short !== null && <span className="block text-[11px] text-muted">{short}</span>}
              </span>
            ),
          },
          {
            key: 'interval',
            heading: quantities.interval(levelText),
            numeric: true,
            cell: ({ estimate }) => (
              <span className="text-xs">
                <IntervalText interval={estimate.interval} stale={stale} />
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}
