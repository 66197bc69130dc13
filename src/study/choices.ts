import type { FitSettings, SweepAnalysis } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import type {
  IntervalMethod,
  ResampleInput,
} from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { FitWindow, ProfileEstimator } from '../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { SurfaceMethod } from '../scaling/estimators/surface/fitSurface.ts'
import type { BudgetGroup } from '../scaling/budgets/budgetGroups.ts'
import { averageRepetitions } from '../scaling/runs/repetitions.ts'
import type { Run } from '../scaling/runs/run.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import type { ScaleEvidence } from '../scaling/sweeps/scaleEvidence.ts'

/** What a person chooses about the fit of one sweep. */
export interface SweepChoices {
  /** Null: the metric that the compute of the runs speaks for. */
  readonly metric: ScaleMetric | null
  readonly window: FitWindow
  readonly estimator: ProfileEstimator
  /** How the loss surface is fitted, beside the curves of the budgets. */
  readonly surfaceMethod: SurfaceMethod
  /** The compute that stands for a budget: its nominal value or the mean that the runs report. */
  readonly budgetCompute: 'nominal' | 'realised'
  /** Relative tolerance of budgets, 0.1 = 10%. */
  readonly budgetTolerance: number
}

/** What a person chooses about the intervals of all sweeps. */
export interface IntervalChoices {
  readonly intervalMethod: IntervalMethod
  readonly replicates: number
  readonly seed: number
  /** Nominal coverage of the intervals, 0..1. */
  readonly level: number
}

/** Everything that a person chooses about the analysis of a sweep. */
export type StudyChoices = SweepChoices & IntervalChoices

/** What the page begins with, and the command line takes where nothing else is said. */
export const DEFAULT_SWEEP_CHOICES: SweepChoices = {
  metric: null,
  window: 'all',
  estimator: 'shared-shape',
  surfaceMethod: 'surface',
  budgetCompute: 'nominal',
  budgetTolerance: 0.1,
}

export const DEFAULT_INTERVAL_CHOICES: IntervalChoices = {
  intervalMethod: 'delta',
  replicates: 1000,
  seed: 1,
  level: 0.95,
}

export const DEFAULT_CHOICES: StudyChoices = {
  ...DEFAULT_SWEEP_CHOICES,
  ...DEFAULT_INTERVAL_CHOICES,
}

/** Runs that do not take part as they are. */
export interface StudyDecisions {
  readonly setAside: ReadonlySet<string>
  readonly averaged: ReadonlySet<string>
}

export const NO_DECISIONS: StudyDecisions = { setAside: new Set(), averaged: new Set() }

/** The metric in use: the one chosen where the runs have it, else what their compute speaks for. */
export function metricInUse(
  chosen: ScaleMetric | null,
  metrics: readonly ScaleMetric[],
  evidence: ScaleEvidence | null,
): ScaleMetric {
  if (chosen !== null && metrics.includes(chosen)) return chosen
  return evidence?.metric ?? metrics[0] ?? 'N'
}

/** The settings of the fit under a sweep's choices and the metric in use. */
export function fitSettings(
  metric: ScaleMetric,
  { window, estimator, budgetCompute }: SweepChoices,
): FitSettings {
  return { metric, window, estimator, budgetCompute }
}

/** The runs that take part: those set aside left out, repetitions averaged. */
export function runsTakingPart(
  runs: readonly Run[],
  { setAside, averaged }: StudyDecisions,
): readonly Run[] {
  return averageRepetitions(
    runs.filter((run) => !setAside.has(run.id)),
    averaged,
  )
}

/** A budget with the runs that take part: those set aside left out, repetitions averaged. */
export function takingPart(group: BudgetGroup, decisions: StudyDecisions): BudgetGroup {
  const runs = runsTakingPart(group.runs, decisions)
  if (runs.length === group.runs.length || runs.length === 0) return { ...group, runs }
  const realisedFlops = runs.reduce((sum, run) => sum + run.computeFlops, 0) / runs.length
  return { ...group, runs, realisedFlops }
}

/** What replicates of a study's laws are made of; null where it has no law of the scale. */
export function resampleInput(
  {
    groups,
    settings,
    analysis,
  }: {
    readonly groups: readonly BudgetGroup[]
    readonly settings: FitSettings
    readonly analysis: SweepAnalysis | null
  },
  { intervalMethod, replicates, seed }: Omit<IntervalChoices, 'level'>,
): ResampleInput | null {
  if (analysis?.laws.scale.status !== 'fitted') return null
  const { loss } = analysis.laws
  const lossForm = loss.status === 'fitted' ? loss.form : 'power'
  return { groups, settings, lossForm, method: intervalMethod, replicates, seed }
}
