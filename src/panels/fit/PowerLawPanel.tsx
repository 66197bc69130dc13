import { useMemo } from 'react'
import { lawStyle, FITTED_STYLE } from '../../charts/palette.ts'
import { LawAgainstComputeChart } from '../../charts/lawAgainstCompute/LawAgainstComputeChart.tsx'
import { relativeSeries } from '../../charts/lawAgainstCompute/relativeSeries.ts'
import { powerLawSeries } from '../../charts/lawAgainstCompute/powerLawSeries.ts'
import { Figure } from '../../components/Figure.tsx'
import { compactCount, scientificText, significant, levelText } from '../../format/formatNumber.ts'
import { PUBLISHED_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'
import { scaleLawIn } from '../../planning/scaleLawIn.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { selectFitSettings, selectMetric } from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import { LawOverBudgetsTable } from './LawOverBudgetsTable.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { LawKey, Legend, LineKey, MarkKey } from '../text/LegendKey.tsx'
import { METRIC_LABELS, scaleAxisTitle } from '../text/metricLabels.ts'
import { optimaIntervals } from './optimaIntervals.ts'
import { optimumPoints } from './optimumPoints.ts'
import { OptimumTooltip } from './OptimumTooltip.tsx'
import { powerLawSentence } from './profileSentence.ts'
import { StoreBudgetCursor } from './StoreBudgetCursor.tsx'
import { Symbol } from '../text/Symbol.tsx'

interface PowerLawPanelProps {
  readonly analysis: SweepAnalysis
  /** Which of the two allocation laws: of the model scale, or of the tokens. */
  readonly quantity: 'scale' | 'tokens'
}

/** One allocation law against compute: optima, fit, band, and the published laws beside it. */
export function PowerLawPanel({ analysis, quantity }: PowerLawPanelProps) {
  const { lightBudget } = useDashboardStore().getState()
  const metric = useOfSweep(selectMetric)
  const settings = useOfSweep(selectFitSettings)
  const level = useDashboard((state) => state.intervals.level)
  const { replicates, stale } = useLawReplicates()
  const law = analysis.laws[quantity]
  const isScale = quantity === 'scale'
  const profiles = isScale ? analysis.scaleProfiles : analysis.tokensProfiles

  const comparedLawId = useDashboard((state) => state.comparedLawId)
  const compareLaw = useDashboard((state) => state.compareLaw)
  const isRelative = useDashboard((state) => state.showsRatios)
  const showRatios = useDashboard((state) => state.showRatios)

  const absolute = useMemo(() => {
    const current = stale ? null : replicates
    const intervals = optimaIntervals(current, quantity, level)
    const references = PUBLISHED_ALLOCATIONS.map((published) => ({
      id: published.id,
      label: published.short,
      law: isScale ? scaleLawIn(published, metric) : published.tokens,
    }))
    return powerLawSeries(
      optimumPoints(profiles, settings, 'at', intervals),
      law.status === 'fitted' ? law : null,
      current?.[quantity] ?? null,
      level,
      references,
    )
  }, [profiles, settings, quantity, isScale, law, replicates, stale, level, metric])

  const series = useMemo(
    () =>
      isRelative && law.status === 'fitted'
        ? relativeSeries(absolute, (c) => evaluatePowerLaw(law, c))
        : absolute,
    [absolute, law, isRelative],
  )
  const canBeRelative = law.status === 'fitted'
  const symbol = isScale ? METRIC_LABELS[metric].optimum : 'D_opt'
  const unit = isScale ? METRIC_LABELS[metric].unit : 'tokens'
  const tooltip = useMemo(
    () => (
      <OptimumTooltip
        symbol={symbol.replace('_', ' ')}
        unit={isRelative ? 'times the fitted law' : unit}
        format={isRelative ? significant : quantity === 'tokens' ? compactCount : scientificText}
      />
    ),
    [symbol, unit, quantity, isRelative],
  )
  const unfitted = powerLawSentence(law)
  const counting = series.optima.filter((point) => point.counts).length
  const conversion = isScale
    ? metric === 'N'
      ? ' DeepSeek’s law in M is drawn as M/6.'
      : ' Laws published in parameters are drawn as 6N.'
    : ''
  return (
    <Figure
      title={
        <>
          <Symbol of={symbol} /> against compute
        </>
      }
      controls={
        canBeRelative && (
          <label className="inline-flex items-center gap-1.5 text-xs text-muted">
            <input
              type="checkbox"
              className="accent-accent"
              checked={isRelative}
              onChange={(event) => {
                showRatios(event.currentTarget.checked)
              }}
            />
            relative to the fitted law
          </label>
        )
      }
      caption={
        <>
          {unfitted ??
            `Least squares of the logarithms through ${counting} minima; band: ${levelText(level)} bootstrap over runs within budgets, ${replicates?.replicates.toLocaleString('en') ?? 0} replicates, seed ${replicates?.seed ?? '—'}.`}{' '}
          Hatched and dashed: beyond the fitted budgets.{conversion}
          {isRelative && canBeRelative && ' All is divided by the fitted law.'} One published law is
          compared at a time: choose it in the legend.
        </>
      }
      legend={
        <Legend>
          <LineKey style={FITTED_STYLE}>fitted to this sweep</LineKey>
          {series.references.map(({ id, label }) => (
            <LawKey
              key={id}
              style={lawStyle(id)}
              isCompared={id === comparedLawId}
              onCompare={() => {
                compareLaw(id)
              }}
            >
              {label}
            </LawKey>
          ))}
          <MarkKey mark="diamond">minimum</MarkKey>
        </Legend>
      }
      tableLabel={`Data of ${symbol.replace('_', ' ')} against compute`}
      table={<LawOverBudgetsTable series={absolute} symbol={symbol} unit={unit} />}
    >
      <LawAgainstComputeChart
        series={series}
        xTitle="Training compute C (FLOPs)"
        yTitle={
          isRelative && canBeRelative
            ? `${isScale ? METRIC_LABELS[metric].symbol : 'D'} over that of the fitted law`
            : isScale
              ? scaleAxisTitle(metric)
              : 'Training tokens D'
        }
        height={300}
        description={`${isScale ? METRIC_LABELS[metric].name : 'Training tokens'} at the optimum against compute: ${counting} minima, the fitted power law with its interval band, and ${series.references.length} published laws. The table Fitted laws has the numbers.`}
        tooltip={tooltip}
        comparedLawId={comparedLawId}
        onBudgetPoint={lightBudget}
      >
        <StoreBudgetCursor />
      </LawAgainstComputeChart>
    </Figure>
  )
}
