import { flatRanges } from '../../tables/flatRanges.ts'
import { useWords } from '../../components/WordsContext.tsx'
import type { Words } from '../../words/en/en.ts'
import { useCallback, useMemo } from 'react'
import { IsoFlopCurvesChart } from '../../charts/isoFlopCurves/IsoFlopCurvesChart.tsx'
import { budgetRanges, isoFlopSeries, type RunMark } from '../../charts/isoFlopCurves/series.ts'
import { Figure } from '../../components/Figure.tsx'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { IsoFlopProfile } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { nominalText, levelText } from '../../format/formatNumber.ts'
import {
  selectAveraged,
  selectChoices,
  selectFitSettings,
  selectGrouping,
  selectMetric,
  selectMetricByEvidence,
  selectScaleEvidence,
  selectSetAside,
} from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { corporaOf } from '../text/corporaOf.ts'
import { evidenceText } from './evidenceText.ts'
import { FitControls } from './FitControls.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { Legend, MarkKey } from '../text/LegendKey.tsx'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { optimaIntervals } from '../../tables/optimaIntervals.ts'
import { profileState } from '../../words/fitStates.ts'
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
  const words = useWords()
  const { fit, quantities } = words
  const said = fit.isoFlop
  const store = useDashboardStore()
  const grouping = useOfSweep(selectGrouping)
  const setAside = useOfSweep(selectSetAside)
  const hasMeans = useOfSweep((state, id) => selectAveraged(state, id).size > 0)
  const metric = useOfSweep(selectMetric)
  const evidence = useOfSweep(selectScaleEvidence)
  const best = useOfSweep(selectMetricByEvidence)
  const { window, estimator } = useOfSweep(selectChoices)
  const level = useDashboard((state) => state.intervals.level)
  const flatness = useDashboard((state) => state.flatness)
  const settings = useOfSweep(selectFitSettings)
  const { replicates, stale } = useLawReplicates()
  const { lossUnit } = sweep.imported

  const series = useMemo(
    () => isoFlopSeries(grouping.groups, analysis.scaleProfiles, setAside),
    [grouping, analysis, setAside],
  )
  const ranges = useMemo(() => {
    const intervals = optimaIntervals(stale ? null : replicates, 'scale', level)
    const flat = flatRanges(analysis, settings, flatness)
    return budgetRanges(analysis.scaleProfiles, intervals, flat)
  }, [analysis, settings, replicates, stale, level, flatness])
  const tooltip = useCallback(
    (mark: RunMark) => <RunTooltip lossUnit={lossUnit} mark={mark} />,
    [lossUnit],
  )
  const toggleRun = useCallback(
    (runId: string) => {
      const isAside = selectSetAside(store.getState(), sweep.id).has(runId)
      store.getState().includeRuns(sweep.id, [runId], isAside)
    },
    [store, sweep.id],
  )
  const { lightBudget } = store.getState()

  const grouped = grouping.groups.flatMap((group) => group.runs)
  const aside = setAside.size === 0 ? 0 : grouped.filter((run) => setAside.has(run.id)).length
  const corpora = corporaOf(grouped)
  const hasBeyond = series.budgets.some(({ runs }) => runs.some((mark) => mark.beyond !== null))
  const weightless = series.budgets.flatMap((budget) =>
    budget.runs.flatMap((mark) => (mark.state === 'without-weight' ? [mark.run] : [])),
  )
  const caption = said.caption({
    symbol: METRIC_LABELS[metric].symbol,
    curveFit: fit.curves[estimator].fit,
    window: window === 'all' ? null : window.factor,
    ...{ runs: grouped.length - aside, budgets: grouping.groups.length, hasMeans, aside },
    ungrouped: grouping.ungrouped.length,
    trainedOn: corpora === null ? '' : words.runs.trainedOn(corpora.names, corpora.left),
    evidence: evidenceText(evidence, metric, best, words),
    level: levelText(level),
    flat: words.checks.flatness.option(flatness),
    distrust: distrustText(analysis.scaleProfiles, words),
    weightless: weightlessText(weightless, words),
  })
  return (
    <Figure
      title={said.title}
      caption={caption}
      controls={<FitControls />}
      legend={
        <Legend>
          <MarkKey mark="disc">{said.inFit}</MarkKey>
          {window !== 'all' && <MarkKey mark="ring">{said.outsideWindow}</MarkKey>}
          {weightless.length > 0 && <MarkKey mark="square">{said.noWeight}</MarkKey>}
          {hasBeyond && <MarkKey mark="arrow">{said.beyond}</MarkKey>}
          <MarkKey mark="cross">{said.setAside}</MarkKey>
          <MarkKey mark="diamond">{said.minimum}</MarkKey>
          <MarkKey mark="hollow-diamond">{said.hollow}</MarkKey>
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={<RunsOfBudgetsTable series={series} metric={metric} lossUnit={lossUnit} />}
    >
      <IsoFlopCurvesChart
        series={series}
        ranges={ranges}
        xTitle={quantities.scaleAxis(metric)}
        yTitle={quantities.lossAxis(lossUnit)}
        height={400}
        description={said.description(quantities.metrics[metric], grouping.groups.length)}
        tooltip={tooltip}
        runsLabel={said.runsLabel}
        onRunClick={toggleRun}
        onBudgetPoint={lightBudget}
      />
    </Figure>
  )
}

/** Why curves are distrusted, budget by budget; what there is no room for is in the table of optima. */
function distrustText(profiles: readonly IsoFlopProfile[], { fit }: Words): string {
  const distrusted = profiles.filter(
    ({ fit }) => fit.status === 'no-minimum' || (fit.status === 'fitted' && fit.distrust !== null),
  )
  if (distrusted.length === 0) return ''
  const told = distrusted
    .slice(0, MOST_NAMED)
    .map(
      (profile) =>
        `${nominalText(profile.nominalFlops)} ${fit.optima.state(profileState(profile))}`,
    )
  const more =
    distrusted.length > MOST_NAMED ? fit.isoFlop.more(distrusted.length - MOST_NAMED) : ''
  return ` ${told.join('; ')}${more}.`
}

/** Names the runs that the robust fit gave no weight. */
function weightlessText(weightless: readonly Run[], { fit, runs }: Words): string {
  if (weightless.length === 0) return ''
  const names = weightless.slice(0, MOST_NAMED).map((run) => run.name || runs.line(run.line))
  return fit.isoFlop.weightless(weightless.length, names, weightless.length - names.length)
}
