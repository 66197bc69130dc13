import { createSelector } from 'reselect'
import {
  groupBudgets,
  type BudgetGroup,
  type BudgetGrouping,
} from '../scaling/budgets/budgetGroups.ts'
import {
  analyseSweep,
  type FitSettings,
  type SweepAnalysis,
} from '../scaling/estimators/isoFlop/analyseSweep.ts'
import type { ResampleInput } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { PowerLawFit } from '../scaling/estimators/overCompute/allocationFit.ts'
import { ownRule, type HyperparameterRule } from '../laws/hyperparameterRules.ts'
import { nearOptimalSettings } from '../scaling/estimators/overCompute/nearOptimalSettings.ts'
import { findRepetitions, type Repetition } from '../scaling/runs/repetitions.ts'
import type { Run } from '../scaling/runs/run.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import { commonMetrics } from '../scaling/sweeps/commonMetrics.ts'
import {
  metricByEvidence,
  scaleEvidence,
  type ScaleEvidence,
} from '../scaling/sweeps/scaleEvidence.ts'
import { proposeSetAside, type SetAsideProposal } from '../scaling/sweeps/setAsideProposals.ts'
import { sweepKind, type SweepKind } from '../scaling/sweeps/sweepKind.ts'
import {
  resampleInput,
  runsTakingPart,
  DEFAULT_SWEEP_CHOICES,
  fitSettings,
  metricInUse,
  takingPart,
  type SweepChoices,
} from '../study/choices.ts'
import type { ChecksInput } from '../study/checks/studyChecks.ts'
import { fittedAllocation, type FittedAllocation } from '../study/fittedAllocation.ts'
import type { DashboardState, RunDecision } from './dashboardState.ts'
import type { LoadedSweep } from './loadedSweep.ts'

/** Something of one sweep; it is remembered for every sweep and changes with that sweep alone. */
export type SweepSelector<T> = (state: DashboardState, sweepId: string | null) => T

const NO_RUNS: readonly Run[] = []
const NO_DECISIONS: Readonly<Record<string, RunDecision>> = {}

/** The sweep itself; null where there is none. */
export const selectSweep: SweepSelector<LoadedSweep | null> = ({ sweeps }, sweepId) =>
  sweeps.find((sweep) => sweep.id === sweepId) ?? null

const selectRuns: SweepSelector<readonly Run[]> = (state, sweepId) =>
  selectSweep(state, sweepId)?.imported.runs ?? NO_RUNS

const selectDecisions: SweepSelector<Readonly<Record<string, RunDecision>>> = (state, sweepId) =>
  state.decisions[sweepId ?? ''] ?? NO_DECISIONS

/** What the person chose about the fit, completed by the defaults. */
export const selectChoices: SweepSelector<SweepChoices> = createSelector(
  [(state: DashboardState, sweepId: string | null) => state.fits[sweepId ?? '']],
  (chosen): SweepChoices => ({ ...DEFAULT_SWEEP_CHOICES, ...chosen }),
)

const selectTolerance: SweepSelector<number> = (state, sweepId) =>
  selectChoices(state, sweepId).budgetTolerance

/** What changes the replicates: of the level alone they do not depend. */
const selectReplicateChoices = createSelector(
  [
    ({ intervals }: DashboardState) => intervals.intervalMethod,
    ({ intervals }: DashboardState) => intervals.replicates,
    ({ intervals }: DashboardState) => intervals.seed,
  ],
  (intervalMethod, replicates, seed) => ({ intervalMethod, replicates, seed }),
)

const selectId: SweepSelector<string> = (_state, sweepId) => sweepId ?? ''

const selectName: SweepSelector<string> = (state, sweepId) =>
  selectSweep(state, sweepId)?.name ?? ''

const selectChosenMetric: SweepSelector<ScaleMetric | null> = (state, sweepId) =>
  selectChoices(state, sweepId).metric

/** The scale metrics that every run of the sweep has, in the order of preference. */
export const selectMetrics: SweepSelector<readonly ScaleMetric[]> = createSelector(
  [selectRuns],
  commonMetrics,
)

/** How the compute of the sweep compares with what each metric implies. */
export const selectScaleEvidence: SweepSelector<readonly ScaleEvidence[]> = createSelector(
  [selectRuns],
  scaleEvidence,
)

/** The metric that the compute of the sweep speaks for; null without runs. */
export const selectMetricByEvidence: SweepSelector<ScaleEvidence | null> = createSelector(
  [selectScaleEvidence],
  metricByEvidence,
)

/** The metric in use: the person's choice where the sweep has it, else what the evidence speaks for. */
export const selectMetric: SweepSelector<ScaleMetric> = createSelector(
  [selectMetrics, selectMetricByEvidence, selectChosenMetric],
  (metrics, evidence, chosen) => metricInUse(chosen, metrics, evidence),
)

/** Budgets of the sweep over all its runs, so that setting one aside moves no group. */
export const selectGrouping: SweepSelector<BudgetGrouping> = createSelector(
  [selectRuns, selectTolerance],
  groupBudgets,
)

/** What the sweep can answer; null before one is loaded. */
export const selectKind: SweepSelector<SweepKind | null> = createSelector(
  [selectRuns, selectGrouping],
  (runs, grouping) => (runs.length === 0 ? null : sweepKind(runs, grouping)),
)

/** Runs to look at twice, with the reason. The losses of a learning-rate sweep are judged elsewhere. */
export const selectProposals: SweepSelector<readonly SetAsideProposal[]> = createSelector(
  [selectRuns, selectGrouping, selectKind],
  (runs, grouping, kind) => proposeSetAside(runs, kind === 'isoflop' ? grouping.groups : []),
)

/** Runs of the same configuration, which may be averaged. */
export const selectRepetitions: SweepSelector<readonly Repetition[]> = createSelector(
  [selectRuns],
  findRepetitions,
)

/** Runs that a person has set aside. Nothing else ever is. */
export const selectSetAside: SweepSelector<ReadonlySet<string>> = createSelector(
  [selectDecisions],
  (decisions) => decided(decisions, ['set-aside', 'averaged-set-aside']),
)

/** Runs that stand in the fit as the mean of their repetition. */
export const selectAveraged: SweepSelector<ReadonlySet<string>> = createSelector(
  [selectDecisions],
  (decisions) => decided(decisions, ['averaged']),
)

/** Runs that a person has decided about, either way. */
export const selectDecided: SweepSelector<ReadonlySet<string>> = createSelector(
  [selectDecisions],
  (decisions) => new Set(Object.keys(decisions)),
)

/** Budgets with the runs that take part. */
export const selectGroups: SweepSelector<readonly BudgetGroup[]> = createSelector(
  [selectGrouping, selectSetAside, selectAveraged],
  (grouping, setAside, averaged) =>
    grouping.groups.map((group) => takingPart(group, { setAside, averaged })),
)

/** Everything about the fit that changes it, as the analysis takes it. */
export const selectFitSettings: SweepSelector<FitSettings> = createSelector(
  [selectMetric, selectChoices],
  fitSettings,
)

/** Profiles and least-squares laws of the sweep; null when it has no budgets. */
export const selectAnalysis: SweepSelector<SweepAnalysis | null> = createSelector(
  [selectGroups, selectFitSettings, selectKind],
  (groups, settings, kind) => (kind === 'isoflop' ? analyseSweep(groups, settings) : null),
)

/** What replicates of the sweep's laws are made of; null where it has none. */
export const selectResampleInput: SweepSelector<ResampleInput | null> = createSelector(
  [selectGroups, selectFitSettings, selectAnalysis, selectReplicateChoices],
  (groups, settings, analysis, choices) => resampleInput({ groups, settings, analysis }, choices),
)

/** All runs of the sweep that take part, in a budget or not. */
const selectTaking: SweepSelector<readonly Run[]> = createSelector(
  [selectRuns, selectSetAside, selectAveraged],
  (runs, setAside, averaged) => runsTakingPart(runs, { setAside, averaged }),
)

const selectLossUnit: SweepSelector<string> = (state, sweepId) =>
  selectSweep(state, sweepId)?.imported.lossUnit ?? ''

/** What the checks of the sweep are made of; null where nothing can be fitted to it. */
export const selectChecksInput: SweepSelector<ChecksInput | null> = createSelector(
  [
    createSelector(
      [selectGroups, selectGrouping, selectTaking, selectScaleEvidence, selectKind],
      (groups, grouping, taking, evidence, kind) => ({ groups, grouping, taking, evidence, kind }),
    ),
    selectFitSettings,
    selectChoices,
    selectReplicateChoices,
    ({ intervals }: DashboardState) => intervals.level,
    selectLossUnit,
  ],
  (data, settings, choices, { replicates, seed }, level, lossUnit) =>
    data.kind === 'isoflop' || data.kind === 'scattered'
      ? {
          ...{ ...data, settings, lossUnit },
          choices: { ...choices, intervalMethod: 'delta', replicates, seed, level },
        }
      : null,
)

/** The rule of batch size and learning rate that the sweep's own grids give; null where it has none. */
export const selectOwnRule: SweepSelector<HyperparameterRule | null> = createSelector(
  [selectTaking],
  (taking) => {
    const own = nearOptimalSettings(taking)
    return own === null ? null : ownRule(own)
  },
)

/** Names what the replicates of a sweep are made of: sweep, metric and reading first. */
export const selectReplicatesIdentity: SweepSelector<readonly string[]> = createSelector(
  [selectSweep, selectMetric, selectTolerance, selectSetAside, selectAveraged],
  (sweep, metric, tolerance, setAside, averaged) => [
    ...[sweep?.id ?? '', metric, sweep?.revision ?? '', String(tolerance)],
    ...[...setAside].sort(),
    'averaged',
    ...[...averaged].sort(),
  ],
)

/** The allocation law fitted to the sweep; null where there is none. */
export const selectFittedAllocation: SweepSelector<FittedAllocation | null> = createSelector(
  [selectAnalysis, selectFitSettings, selectId, selectName],
  (analysis, settings, id, name) =>
    analysis === null ? null : fittedAllocation({ id, name }, analysis, settings),
)

/** The scale law under every metric that the sweep has: the exponent depends on the convention. */
export const selectScaleLaws: SweepSelector<
  readonly { readonly metric: ScaleMetric; readonly law: PowerLawFit }[]
> = createSelector(
  [selectGroups, selectFitSettings, selectMetrics, selectKind],
  (groups, settings, metrics, kind) =>
    kind !== 'isoflop'
      ? []
      : metrics.map((metric) => ({
          metric,
          law: analyseSweep(groups, { ...settings, metric }).laws.scale,
        })),
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
