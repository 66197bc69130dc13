import type { ReactNode } from 'react'
import { Notice } from '../components/Notice.tsx'
import { Scientific } from './Scientific.tsx'
import { compactCount, scientificText, significant } from '../format/formatNumber.ts'
import type { Estimate, Recommendation } from '../planning/recommend.ts'
import { AllocationsTable } from './AllocationsTable.tsx'
import { BudgetControls } from './BudgetControls.tsx'
import { IntervalText } from './IntervalText.tsx'
import { METRIC_LABELS } from './metricLabels.ts'
import { useLawReplicates } from './LawReplicates.tsx'
import { Symbol } from './Symbol.tsx'
import { usePlanLaws, useRecommendation, type PlanLaws } from './usePlan.ts'

/** What to train at the budget, always in sight: M, D, B and η with intervals, and how far out it is. */
export function RecommendationPanel() {
  const laws = usePlanLaws()
  const recommendation = useRecommendation(laws)
  return (
    <section className="flex flex-col gap-4" aria-label="Recommendation at the budget">
      <BudgetControls />
      <RecommendationTable laws={laws} recommendation={recommendation} />
      <ExtrapolationNote laws={laws} recommendation={recommendation} />
      <AllocationsTable />
    </section>
  )
}

interface RecommendationProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

interface QuantityRow {
  readonly key: string
  readonly name: ReactNode
  readonly estimate: Estimate
  readonly unit: string
  /** The value in the short form that people say. */
  readonly short: string | null
  readonly format: (value: number) => string
}

function RecommendationTable({ laws, recommendation }: RecommendationProps) {
  const { stale } = useLawReplicates()
  const { scale, tokens, batchTokens, learningRate, tokensPerParameter, scaleMetric } =
    recommendation
  const { symbol, unit } = METRIC_LABELS[scaleMetric]
  const scientific = (value: number): string => scientificText(value)
  const rows: QuantityRow[] = [
    {
      key: 'scale',
      name: <Symbol of={symbol} />,
      estimate: scale,
      unit,
      short:
        scaleMetric === 'N'
          ? compactCount(scale.value)
          : `${compactCount(recommendation.parametersEquivalent)} as ${symbol === 'M' ? 'M/6' : 'N'}`,
      format: scientific,
    },
    {
      key: 'tokens',
      name: <Symbol of="D" />,
      estimate: tokens,
      unit: 'tokens',
      short: compactCount(tokens.value),
      format: scientific,
    },
    {
      key: 'batch',
      name: <Symbol of="B" />,
      estimate: batchTokens,
      unit: 'tokens',
      short: compactCount(batchTokens.value),
      format: scientific,
    },
    {
      key: 'learningRate',
      name: <Symbol of="η" />,
      estimate: learningRate,
      unit: 'peak',
      short: null,
      format: scientific,
    },
  ]
  return (
    <div className="flex flex-col gap-1.5">
      <table className="data-table">
        <caption>Recommendation</caption>
        <thead>
          <tr>
            <th scope="col" className="text-left">
              Quantity
            </th>
            <th scope="col" className="text-right">
              Value
            </th>
            <th scope="col" className="text-right">
              95% interval
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, estimate, unit: rowUnit, short, format }) => (
            <tr key={key}>
              <th scope="row" className="text-left font-normal">
                <span className="text-[15px] font-medium">{name}</span>
              </th>
              <td className="text-right tabular-nums">
                <data value={estimate.value} className="text-[15px] font-medium">
                  <Scientific value={estimate.value} digits={4} />
                </data>
                <div className="text-xs text-muted">
                  {rowUnit}
                  {short !== null && <> · {short}</>}
                </div>
              </td>
              <td className="text-right text-xs">
                <IntervalText interval={estimate.interval} format={format} stale={stale} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="text-left font-normal">
              Tokens per parameter
            </th>
            <td className="text-right tabular-nums">
              <data value={tokensPerParameter.value}>
                {significant(tokensPerParameter.value, 3)}
              </data>
            </td>
            <td className="text-right text-xs">
              <IntervalText
                interval={tokensPerParameter.interval}
                format={(value) => significant(value, 3)}
                stale={stale}
              />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="text-xs leading-relaxed text-muted">
        Scale and tokens: {laws.name}
        {laws.source === 'own'
          ? ', percentile bootstrap over runs within budgets'
          : '; no interval is published'}
        . B and η: DeepSeek’s published laws (arXiv:2401.02954, eq. 1), without interval.{' '}
        {productSentence(recommendation)}
      </p>
    </div>
  )
}

function productSentence({ productRatio, scaleMetric }: Recommendation): string {
  const product = scaleMetric === 'N' ? '6ND' : `${METRIC_LABELS[scaleMetric].symbol}·D`
  return `${product} = ${significant(productRatio, 4)} C.`
}

function ExtrapolationNote({ laws, recommendation }: RecommendationProps) {
  const { extrapolation, extrapolationDirection } = recommendation
  const { low, high } = laws.fittedRange
  if (!Number.isFinite(low)) return null
  const range = `fitted over ${scientificText(low, 2)} – ${scientificText(high, 2)} FLOPs`
  if (extrapolationDirection === 'inside') {
    return <p className="text-xs text-muted">Inside the range: the law was {range}.</p>
  }
  const side = extrapolationDirection === 'above' ? 'above the largest' : 'below the smallest'
  return (
    <Notice tone="warning">
      <strong className="font-semibold tabular-nums">{formatFactor(extrapolation)}×</strong> {side}{' '}
      fitted budget: an extrapolation. The law was {range}.
    </Notice>
  )
}

function formatFactor(factor: number): string {
  return factor < 1000 ? significant(factor, 3) : scientificText(factor, 2)
}
