import { createSelector } from 'reselect'
import type { PowerLawFit } from '../scaling/estimators/overCompute/allocationFit.ts'
import {
  analyseSweep,
  type FitSettings,
  type SweepAnalysis,
} from '../scaling/estimators/isoFlop/analyseSweep.ts'
import { commonMetrics } from '../scaling/sweeps/commonMetrics.ts'
import {
  groupBudgets,
  type BudgetGroup,
  type BudgetGrouping,
} from '../scaling/budgets/budgetGroups.ts'
import { findRepetitions, type Repetition } from '../scaling/runs/repetitions.ts'
import type { Run } from '../scaling/runs/run.ts'
import {
  metricByEvidence,
  scaleEvidence,
  type ScaleEvidence,
} from '../scaling/sweeps/scaleEvidence.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import { proposeSetAside, type SetAsideProposal } from '../scaling/sweeps/setAsideProposals.ts'
import { sweepKind, type SweepKind } from '../scaling/sweeps/sweepKind.ts'
import { metricInUse, takingPart } from '../study/study.ts'
import type { DashboardState, RunDecision } from './dashboardState.ts'
import type { LoadedSweep } from './loadedSweep.ts'

const NO_RUNS: readonly Run[] = []
const NO_DECISIONS: Readonly<Record<string, RunDecision>> = {}

/** The sweep that is being looked at; null before the first one is loaded. */
export const selectActiveSweep = createSelector(
  [(state: DashboardState) => state.sweeps, (state: DashboardState) => state.activeSweepId],
  (sweeps, id): LoadedSweep | null => sweeps.find((sweep) => sweep.id === id) ?? null,
)

const selectRuns = (state: DashboardState): readonly Run[] =>
  selectActiveSweep(state)?.imported.runs ?? NO_RUNS

const selectDecisions = (state: DashboardState): Readonly<Record<string, RunDecision>> =>
  state.decisions[state.activeSweepId ?? ''] ?? NO_DECISIONS

/** The scale metrics that every run of the active sweep has, in the order of preference. */
export const selectMetrics = createSelector([selectRuns], (runs): readonly ScaleMetric[] =>
  commonMetrics(runs),
)

/** How the compute of the active sweep compares with what each metric implies. */
export const selectScaleEvidence = createSelector([selectRuns], (runs): readonly ScaleEvidence[] =>
  scaleEvidence(runs),
)

/** The metric that the compute of the active sweep speaks for; null without runs. */
export const selectMetricByEvidence = createSelector(
  [selectScaleEvidence],
  (evidence): ScaleEvidence | null => metricByEvidence(evidence),
)

/** The metric in use: the person's choice where the sweep has it, else what the evidence speaks for. */
export const selectMetric = createSelector(
  [selectMetrics, selectMetricByEvidence, (state: DashboardState) => state.fit.metric],
  (metrics, evidence, chosen): ScaleMetric => metricInUse(chosen, metrics, evidence),
)

/** Budgets of the active sweep over all its runs, so that setting one aside moves no group. */
export const selectGrouping = createSelector(
  [selectRuns, (state: DashboardState) => state.fit.budgetTolerance],
  (runs, tolerance): BudgetGrouping => groupBudgets(runs, tolerance),
)

/** What the active sweep can answer; null before one is loaded. */
export const selectKind = createSelector(
  [selectRuns, selectGrouping],
  (runs, grouping): SweepKind | null => (runs.length === 0 ? null : sweepKind(runs, grouping)),
)

/** Runs to look at twice, with the reason. The losses of a learning-rate sweep are judged elsewhere. */
export const selectProposals = createSelector(
  [selectRuns, selectGrouping, selectKind],
  (runs, grouping, kind): readonly SetAsideProposal[] =>
    proposeSetAside(runs, kind === 'isoflop' ? grouping.groups : []),
)

/** Runs of the same configuration, which may be averaged. */
export const selectRepetitions = createSelector([selectRuns], (runs): readonly Repetition[] =>
  findRepetitions(runs),
)

/** Runs that a person has set aside. Nothing else ever is. */
export const selectSetAside = createSelector([selectDecisions], (decisions): ReadonlySet<string> =>
  decided(decisions, ['set-aside', 'averaged-set-aside']),
)

/** Runs that stand in the fit as the mean of their repetition. */
export const selectAveraged = createSelector([selectDecisions], (decisions): ReadonlySet<string> =>
  decided(decisions, ['averaged']),
)

/** Runs that a person has decided about, either way. */
export const selectDecided = createSelector(
  [selectDecisions],
  (decisions): ReadonlySet<string> => new Set(Object.keys(decisions)),
)

/** Budgets with the runs that take part. */
export const selectGroups = createSelector(
  [selectGrouping, selectSetAside, selectAveraged],
  (grouping, setAside, averaged): readonly BudgetGroup[] =>
    grouping.groups.map((group) => takingPart(group, { setAside, averaged })),
)

/** Everything about the fit that changes it, as the analysis takes it. */
export const selectFitSettings = createSelector(
  [
    selectMetric,
    (state: DashboardState) => state.fit.window,
    (state: DashboardState) => state.fit.estimator,
    (state: DashboardState) => state.fit.budgetCompute,
  ],
  (metric, window, estimator, budgetCompute): FitSettings => ({
    ...{ metric, window, estimator, budgetCompute },
  }),
)

/** Profiles and least-squares laws of the active sweep; null when it has no budgets. */
export const selectAnalysis = createSelector(
  [selectGroups, selectFitSettings, selectKind],
  (groups, settings, kind): SweepAnalysis | null =>
    kind === 'isoflop' ? analyseSweep(groups, settings) : null,
)

function decided(
  decisions: Readonly<Record<string, RunDecision>>,
  wanted: readonly RunDecision[],
): ReadonlySet<string> {
  return new Set(
    Object.entries(decisions).flatMap(([runId, decision]) =>
      wanted.includes(decision) ? [runId] : [],
    ),
  )
}

/** The scale law under every metric that the sweep has: the exponent depends on the convention. */
export const selectScaleLaws = createSelector(
  [selectGroups, selectFitSettings, selectMetrics, selectKind],
  (groups, settings, metrics, kind): readonly { metric: ScaleMetric; law: PowerLawFit }[] =>
    kind !== 'isoflop'
      ? []
      : metrics.map((metric) => ({
          metric,
          law: analyseSweep(groups, { ...settings, metric }).laws.scale,
        })),
)
