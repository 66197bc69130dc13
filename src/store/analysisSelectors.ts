import { createSelector } from 'reselect'
import type { PowerLawFit } from '../scaling/allocationFit.ts'
import { analyseSweep, type FitSettings, type SweepAnalysis } from '../scaling/analyseSweep.ts'
import { groupBudgets, type BudgetGroup, type BudgetGrouping } from '../scaling/budgetGroups.ts'
import type { Run } from '../scaling/run.ts'
import { SCALE_METRICS, type ScaleMetric } from '../scaling/scaleMetric.ts'
import { proposeSetAside, type SetAsideProposal } from '../scaling/setAsideProposals.ts'
import { sweepKind, type SweepKind } from '../scaling/sweepKind.ts'
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
  SCALE_METRICS.filter(
    (metric) => runs.length > 0 && runs.every((run) => run.scale[metric] !== undefined),
  ),
)

/** The metric in use: the person's choice where the sweep has it, else the first it has. */
export const selectMetric = createSelector(
  [selectMetrics, (state: DashboardState) => state.fit.metric],
  (metrics, chosen): ScaleMetric =>
    chosen !== null && metrics.includes(chosen) ? chosen : (metrics[0] ?? 'N'),
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

const NO_PROPOSALS: readonly SetAsideProposal[] = []

/** Runs proposed for setting aside, with the reason. A learning-rate sweep is judged elsewhere. */
export const selectProposals = createSelector(
  [selectRuns, selectGrouping, selectKind],
  (runs, grouping, kind): readonly SetAsideProposal[] =>
    kind === 'isoflop' ? proposeSetAside(runs, grouping.groups) : NO_PROPOSALS,
)

/** Runs that take no part: proposed and not kept, or set aside by hand. */
export const selectSetAside = createSelector(
  [selectProposals, selectDecisions],
  (proposals, decisions): ReadonlySet<string> => {
    const setAside = new Set<string>()
    for (const { runId } of proposals) if (decisions[runId] !== 'kept') setAside.add(runId)
    for (const [runId, decision] of Object.entries(decisions)) {
      if (decision === 'set-aside') setAside.add(runId)
    }
    return setAside
  },
)

/** Budgets with the runs that take part. */
export const selectGroups = createSelector(
  [selectGrouping, selectSetAside],
  (grouping, setAside): readonly BudgetGroup[] =>
    grouping.groups.map((group) => withoutRuns(group, setAside)),
)

/** Everything about the fit that changes it, as the analysis takes it. */
export const selectFitSettings = createSelector(
  [
    selectMetric,
    (state: DashboardState) => state.fit.window,
    (state: DashboardState) => state.fit.budgetCompute,
  ],
  (metric, window, budgetCompute): FitSettings => ({ metric, window, budgetCompute }),
)

/** Profiles and least-squares laws of the active sweep; null when it has no budgets. */
export const selectAnalysis = createSelector(
  [selectGroups, selectFitSettings, selectKind],
  (groups, settings, kind): SweepAnalysis | null =>
    kind === 'isoflop' ? analyseSweep(groups, settings) : null,
)

function withoutRuns(group: BudgetGroup, setAside: ReadonlySet<string>): BudgetGroup {
  const runs = group.runs.filter((run) => !setAside.has(run.id))
  if (runs.length === group.runs.length || runs.length === 0) return { ...group, runs }
  const realisedFlops = runs.reduce((sum, run) => sum + run.computeFlops, 0) / runs.length
  return { ...group, runs, realisedFlops }
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
