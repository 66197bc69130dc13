import type { OptimumPoint } from '../../charts/lawAgainstCompute/series.ts'
import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { useCallback, useMemo, type ReactNode } from 'react'
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
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { optimaIntervals } from '../../tables/optimaIntervals.ts'
import { optimumPoints } from '../../charts/lawAgainstCompute/optimumPoints.ts'
import { OptimumTooltip } from './OptimumTooltip.tsx'
import { StoreBudgetCursor } from './StoreBudgetCursor.tsx'
import { Symbol } from '../text/Symbol.tsx'

interface PowerLawPanelProps {
  readonly analysis: SweepAnalysis
  /** Which of the two allocation laws: of the model scale, or of the tokens. */
  readonly quantity: 'scale' | 'tokens'
}

/** One allocation law against compute: optima, fit, band, and the published laws beside it. */
export function PowerLawPanel({ analysis, quantity }: PowerLawPanelProps) {
  const { fit, quantities } = useWords()
  const said = fit.allocation
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
  const unit = isScale ? quantities.units[METRIC_LABELS[metric].unit] : 'tokens'
  const tooltip = useCallback(
    (point: OptimumPoint) => (
      <OptimumTooltip
        point={point}
        symbol={symbol.replace('_', ' ')}
        unit={isRelative ? said.timesFitted : unit}
        format={isRelative ? significant : quantity === 'tokens' ? compactCount : scientificText}
      />
    ),
    [symbol, unit, quantity, isRelative, said],
  )
  const counting = series.optima.filter((point) => point.counts).length
  const conversion = isScale ? (metric === 'N' ? said.asM : said.as6N) : ''
  return (
    <Figure
      title={<PartsText of={said.title<ReactNode>(<Symbol of={symbol} />)} />}
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
            {said.relative}
          </label>
        )
      }
      caption={
        (law.status === 'fitted'
          ? said.caption(
              counting,
              law.isGeneralised,
              levelText(level),
              fit.intervals.methods[replicates?.origin ?? 'delta'],
              replicates?.replicates ?? 0,
              replicates?.seed ?? '—',
            )
          : fit.laws.faults['too-few-optima']) +
        said.beyond(conversion, isRelative && canBeRelative)
      }
      legend={
        <Legend>
          <LineKey style={FITTED_STYLE}>{said.fitted}</LineKey>
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
          <MarkKey mark="diamond">{fit.isoFlop.minimum}</MarkKey>
        </Legend>
      }
      tableLabel={said.tableLabel(symbol.replace('_', ' '))}
      table={<LawOverBudgetsTable series={absolute} symbol={symbol} unit={unit} />}
    >
      <LawAgainstComputeChart
        series={series}
        xTitle={quantities.computeAxis}
        yTitle={
          isRelative && canBeRelative
            ? said.overFitted(isScale ? METRIC_LABELS[metric].symbol : 'D')
            : isScale
              ? quantities.scaleAxis(metric)
              : quantities.tokensAxis
        }
        height={300}
        description={said.description(
          isScale ? quantities.metrics[metric] : quantities.tokens,
          counting,
          series.references.length,
        )}
        tooltip={tooltip}
        comparedLawId={comparedLawId}
        onBudgetPoint={lightBudget}
      >
        <StoreBudgetCursor />
      </LawAgainstComputeChart>
    </Figure>
  )
}
