import { originOfOptima } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { OptimumPoint } from '../../charts/lawAgainstCompute/series.ts'
import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { LEAST_OPTIMA_FOR_IRREDUCIBLE } from '../../scaling/estimators/overCompute/lossLaw.ts'
import { useCallback, useMemo, type ReactNode } from 'react'
import { LawAgainstComputeChart } from '../../charts/lawAgainstCompute/LawAgainstComputeChart.tsx'
import { optimalLossSeries } from '../../charts/lawAgainstCompute/optimalLossSeries.ts'
import { ASYMPTOTE_STYLE, FITTED_STYLE } from '../../charts/palette.ts'
import { Figure } from '../../components/Figure.tsx'
import { levelText, significant } from '../../format/formatNumber.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { selectFitSettings } from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { LawOverBudgetsTable } from './LawOverBudgetsTable.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { Legend, LineKey, MarkKey } from '../text/LegendKey.tsx'

import { optimaIntervals } from '../../tables/optimaIntervals.ts'
import { optimumPoints } from '../../charts/lawAgainstCompute/optimumPoints.ts'
import { OptimumTooltip } from './OptimumTooltip.tsx'
import { StoreBudgetCursor } from './StoreBudgetCursor.tsx'

interface OptimalLossPanelProps {
  readonly sweep: LoadedSweep
  readonly analysis: SweepAnalysis
}

/** Loss at the optimum against compute, extrapolated with the form that the data support. */
export function OptimalLossPanel({ sweep, analysis }: OptimalLossPanelProps) {
  const { fit, quantities } = useWords()
  const said = fit.loss
  const { lightBudget } = useDashboardStore().getState()
  const settings = useOfSweep(selectFitSettings)
  const level = useDashboard((state) => state.intervals.level)
  const { replicates, stale } = useLawReplicates()
  const law = analysis.laws.loss
  const { lossUnit } = sweep.imported

  const series = useMemo(() => {
    const current = stale ? null : replicates
    const intervals = optimaIntervals(current, 'loss', level)
    return optimalLossSeries(
      optimumPoints(analysis.scaleProfiles, settings, 'loss', intervals),
      law.status === 'fitted' ? law : null,
      current,
      level,
    )
  }, [analysis, settings, law, replicates, stale, level])
  const tooltip = useCallback(
    (point: OptimumPoint) => (
      <OptimumTooltip symbol={quantities.loss} unit={lossUnit} format={formatLoss} point={point} />
    ),
    [lossUnit, quantities],
  )
  const counting = series.optima.filter((point) => point.counts).length
  const form =
    law.status === 'fitted' && law.form === 'irreducible'
      ? said.withIrreducible<ReactNode>(
          <>
            L(C) = E + k·C<sup>−γ</sup>
          </>,
          significant(law.irreducible, 4),
          lossUnit,
        )
      : (counting < LEAST_OPTIMA_FOR_IRREDUCIBLE
          ? said.tooFew<ReactNode>
          : said.without<ReactNode>)(
          <>
            L(C) = k·C<sup>−γ</sup>
          </>,
          LEAST_OPTIMA_FOR_IRREDUCIBLE,
        )
  return (
    <Figure
      title={said.title}
      caption={
        law.status === 'fitted' ? (
          <>
            <PartsText of={form} />{' '}
            {said.band(levelText(level), fit.intervals.methods[originOfOptima(replicates)])}
          </>
        ) : (
          fit.laws.faults[law.reason]
        )
      }
      legend={
        <Legend>
          <LineKey style={FITTED_STYLE}>{said.fitted}</LineKey>
          {series.asymptote !== null && (
            <LineKey style={ASYMPTOTE_STYLE}>{said.irreducible}</LineKey>
          )}
          <MarkKey mark="diamond">{said.minimum}</MarkKey>
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={<LawOverBudgetsTable series={series} symbol={quantities.loss} unit={lossUnit} />}
    >
      <LawAgainstComputeChart
        series={series}
        xTitle={quantities.computeAxis}
        yTitle={quantities.lossAxis(lossUnit)}
        height={300}
        description={said.description}
        tooltip={tooltip}
        comparedLawId=""
        onBudgetPoint={lightBudget}
      >
        <StoreBudgetCursor />
      </LawAgainstComputeChart>
    </Figure>
  )
}

function formatLoss(value: number): string {
  return significant(value, 4)
}
