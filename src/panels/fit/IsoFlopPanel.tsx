import { isoFlopEstimator } from '../../scaling/estimators/estimators.ts'
import { useCallback, useMemo } from 'react'
import { IsoFlopCurvesChart } from '../../charts/isoFlopCurves/IsoFlopCurvesChart.tsx'
import { isoFlopSeries } from '../../charts/isoFlopCurves/series.ts'
import { Figure } from '../../components/Figure.tsx'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { IsoFlopProfile } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { counted, nominalText, levelText } from '../../format/formatNumber.ts'
import {
  selectAveraged,
  selectChoices,
  selectGrouping,
  selectMetric,
  selectMetricByEvidence,
  selectScaleEvidence,
  selectSetAside,
} from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { corporaText } from '../text/corporaText.ts'
import { evidenceSentence } from '../columns/evidenceSentence.ts'
import { FitControls } from './FitControls.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { Legend, MarkKey } from '../text/LegendKey.tsx'
import { lossAxisTitle, METRIC_LABELS, scaleAxisTitle } from '../text/metricLabels.ts'
import { optimaIntervals } from './optimaIntervals.ts'
import { profileSentence } from './profileSentence.ts'
import { RunsOfBudgetsTable } from '../runs/RunsOfBudgetsTable.tsx'
import { RunTooltip } from '../runs/RunTooltip.tsx'

/** Runs, and budgets, that are named one by one in the caption. */
const MOST_NAMED = 5

interface IsoFlopPanelProps {
  readonly sweep: LoadedSweep
  readonly analysis: SweepAnalysis
}

/** The IsoFLOP curves of the active sweep; clicking a run sets it aside or brings it back. */
export function IsoFlopPanel({ sweep, analysis }: IsoFlopPanelProps) {
  const store = useDashboardStore()
  const grouping = useOfSweep(selectGrouping)
  const setAside = useOfSweep(selectSetAside)
  const hasMeans = useOfSweep((state, id) => selectAveraged(state, id).size > 0)
  const metric = useOfSweep(selectMetric)
  const evidence = useOfSweep(selectScaleEvidence)
  const best = useOfSweep(selectMetricByEvidence)
  const { window, estimator } = useOfSweep(selectChoices)
  const level = useDashboard((state) => state.intervals.level)
  const { replicates, stale } = useLawReplicates()
  const { lossUnit } = sweep.imported

  const series = useMemo(() => {
    const intervals = optimaIntervals(stale ? null : replicates, 'scale', level)
    return isoFlopSeries(grouping.groups, analysis.scaleProfiles, setAside, intervals)
  }, [grouping, analysis, setAside, replicates, stale, level])
  const tooltip = useMemo(() => <RunTooltip lossUnit={lossUnit} />, [lossUnit])
  const toggleRun = useCallback(
    (runId: string) => {
      const isAside = selectSetAside(store.getState(), sweep.id).has(runId)
      store.getState().includeRuns(sweep.id, [runId], isAside)
    },
    [store, sweep.id],
  )
  const { lightBudget } = store.getState()

  const grouped = grouping.groups.flatMap((group) => group.runs)
  const aside = grouped.filter((run) => setAside.has(run.id)).length
  const corpora = corporaText(grouped)
  const evidenceText = evidenceSentence(evidence, metric, best)
  const hasBeyond = series.budgets.some(({ runs }) => runs.some((mark) => mark.beyond !== null))
  const { symbol } = METRIC_LABELS[metric]
  const windowText =
    window === 'all'
      ? 'over all runs of a budget'
      : `over runs within a factor ${window.factor} of each budget’s best run`
  const weightless = series.budgets.flatMap((budget) =>
    budget.runs.flatMap((mark) => (mark.state === 'without-weight' ? [mark.run] : [])),
  )
  const caption = `Parabola of loss in ln ${symbol} per budget, ${isoFlopEstimator(estimator).curveFit} ${windowText}: ${counted(grouped.length - aside, 'run')} in ${counted(grouping.groups.length, 'budget')}${hasMeans ? ', repetitions averaged' : ''}, ${aside} set aside, ${grouping.ungrouped.length} in no budget.${corpora === '' ? '' : ` Trained on ${corpora.replace('corpus ', '')}.`} ${evidenceText} Diamonds are the minima, with ${levelText(level)} intervals where computed; hollow ones are not in the laws: outside the sampled range, or distrusted (dotted).${distrustText(analysis.scaleProfiles)}${weightlessText(weightless)}`
  return (
    <Figure
      title="IsoFLOP curves"
      caption={caption}
      controls={<FitControls />}
      legend={
        <Legend>
          <MarkKey mark="disc">run in the fit</MarkKey>
          {window !== 'all' && <MarkKey mark="ring">run outside the window</MarkKey>}
          {weightless.length > 0 && <MarkKey mark="square">no weight in the robust fit</MarkKey>}
          {hasBeyond && <MarkKey mark="arrow">beyond the plot, with its loss</MarkKey>}
          <MarkKey mark="cross">set aside</MarkKey>
          <MarkKey mark="diamond">minimum</MarkKey>
          <MarkKey mark="hollow-diamond">minimum that is not in the laws</MarkKey>
        </Legend>
      }
      tableLabel="Data of the IsoFLOP curves"
      table={<RunsOfBudgetsTable series={series} metric={metric} lossUnit={lossUnit} />}
    >
      <IsoFlopCurvesChart
        series={series}
        xTitle={scaleAxisTitle(metric)}
        yTitle={lossAxisTitle(lossUnit)}
        height={400}
        description={`IsoFLOP curves: loss against ${METRIC_LABELS[metric].name} for ${grouping.groups.length} compute budgets, each with its fitted parabola and minimum. The table IsoFLOP optima has the numbers.`}
        tooltip={tooltip}
        runsLabel="Runs: arrow keys go from run to run, Page Up and Page Down by a hundred, Enter sets one aside or brings it back"
        onRunClick={toggleRun}
        onBudgetPoint={lightBudget}
      />
    </Figure>
  )
}

/** Why curves are distrusted, budget by budget; what there is no room for is in the table of optima. */
function distrustText(profiles: readonly IsoFlopProfile[]): string {
  const distrusted = profiles.filter(
    ({ fit }) => fit.status === 'no-minimum' || (fit.status === 'fitted' && fit.distrust !== null),
  )
  if (distrusted.length === 0) return ''
  const told = distrusted
    .slice(0, MOST_NAMED)
    .map((profile) => `${nominalText(profile.nominalFlops)} ${profileSentence(profile)}`)
  const more = distrusted.length > MOST_NAMED ? `; and ${distrusted.length - MOST_NAMED} more` : ''
  return ` ${told.join('; ')}${more}.`
}

/** Names the runs that the robust fit gave no weight. */
function weightlessText(runs: readonly Run[]): string {
  if (runs.length === 0) return ''
  const names = runs.slice(0, MOST_NAMED).map((run) => run.name || `line ${run.line}`)
  const more = runs.length > MOST_NAMED ? ` and ${runs.length - MOST_NAMED} more` : ''
  const verbs = runs.length === 1 ? ['lies', 'has'] : ['lie', 'have']
  return ` ${counted(runs.length, 'run')} ${verbs[0] ?? ''} far from the curves and ${verbs[1] ?? ''} no weight: ${names.join(', ')}${more}.`
}
