import { LEAST_OPTIMA_FOR_IRREDUCIBLE } from '../../scaling/estimators/overCompute/lossLaw.ts'
import { useMemo } from 'react'
import { LawAgainstComputeChart } from '../../charts/lawAgainstCompute/LawAgainstComputeChart.tsx'
import { optimalLossSeries } from '../../charts/lawAgainstCompute/optimalLossSeries.ts'
import { ASYMPTOTE_STYLE, FITTED_STYLE } from '../../charts/palette.ts'
import { Figure } from '../../components/Figure.tsx'
import { significant } from '../../format/formatNumber.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { selectFitSettings } from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { LawOverBudgetsTable } from './LawOverBudgetsTable.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { Legend, LineKey, MarkKey } from '../text/LegendKey.tsx'
import { lossAxisTitle } from '../text/metricLabels.ts'
import { optimaIntervals } from './optimaIntervals.ts'
import { optimumPoints } from './optimumPoints.ts'
import { OptimumTooltip } from './OptimumTooltip.tsx'
import { lossLawSentence } from './profileSentence.ts'
import { StoreBudgetCursor } from './StoreBudgetCursor.tsx'

interface OptimalLossPanelProps {
  readonly sweep: LoadedSweep
  readonly analysis: SweepAnalysis
}

/** Loss at the optimum against compute, extrapolated with the form that the data support. */
export function OptimalLossPanel({ sweep, analysis }: OptimalLossPanelProps) {
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
      current?.loss ?? null,
      level,
    )
  }, [analysis, settings, law, replicates, stale, level])
  const tooltip = useMemo(
    () => <OptimumTooltip symbol="Loss" unit={lossUnit} format={formatLoss} />,
    [lossUnit],
  )
  const form =
    law.status === 'fitted' && law.form === 'irreducible' ? (
      <>
        L(C) = E + k·C<sup>−γ</sup> with E = {significant(law.irreducible, 4)} {lossUnit}: the
        irreducible term earns its place by AICc.
      </>
    ) : (
      <>
        L(C) = k·C<sup>−γ</sup>:{' '}
        {series.optima.filter((point) => point.counts).length < LEAST_OPTIMA_FOR_IRREDUCIBLE
          ? `an irreducible term cannot be judged below ${LEAST_OPTIMA_FOR_IRREDUCIBLE} minima`
          : 'these optima do not support an irreducible term (AICc)'}
        , so far extrapolations are likely too low.
      </>
    )
  return (
    <Figure
      title="Loss at the optimum"
      caption={
        lossLawSentence(law) ?? (
          <>
            {form} Band: 95% bootstrap over runs within budgets, of the fitted curve; run-to-run
            noise is not in it.
          </>
        )
      }
      legend={
        <Legend>
          <LineKey style={FITTED_STYLE}>fitted, dashed beyond the budgets</LineKey>
          {series.asymptote !== null && (
            <LineKey style={ASYMPTOTE_STYLE}>irreducible term E</LineKey>
          )}
          <MarkKey mark="diamond">minimum of a budget</MarkKey>
        </Legend>
      }
      tableLabel="Data of the loss at the optimum"
      table={<LawOverBudgetsTable series={series} symbol="Loss" unit={lossUnit} />}
    >
      <LawAgainstComputeChart
        series={series}
        xTitle="Training compute C (FLOPs)"
        yTitle={lossAxisTitle(lossUnit)}
        height={300}
        description={`Loss at the optimum of each budget against compute, with the fitted law and its interval band. The table Fitted laws has the numbers.`}
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
