import type { FitSettings, SweepAnalysis } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import type { LawReplicates } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import {
  groupBudgets,
  type BudgetGroup,
  type BudgetGrouping,
} from '../scaling/budgets/budgetGroups.ts'
import { isoFlopEstimator } from '../scaling/estimators/estimators.ts'
import { commonMetrics } from '../scaling/sweeps/commonMetrics.ts'
import type { Run } from '../scaling/runs/run.ts'
import {
  metricByEvidence,
  scaleEvidence,
  type ScaleEvidence,
} from '../scaling/sweeps/scaleEvidence.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'
import { sweepKind, type SweepKind } from '../scaling/sweeps/sweepKind.ts'
import {
  fitSettings,
  metricInUse,
  resampleInput,
  runsTakingPart,
  takingPart,
  type StudyChoices,
  type StudyDecisions,
} from './choices.ts'

/** The analysis of a sweep as a value: from its runs to its laws. */
export interface Study {
  readonly runs: readonly Run[]
  readonly kind: SweepKind | null
  readonly metrics: readonly ScaleMetric[]
  readonly evidence: readonly ScaleEvidence[]
  readonly settings: FitSettings
  readonly grouping: BudgetGrouping
  /** All runs that take part: those set aside left out, repetitions averaged. */
  readonly taking: readonly Run[]
  /** Budgets with the runs that take part. */
  readonly groups: readonly BudgetGroup[]
  /** Null where the sweep is no IsoFLOP sweep. */
  readonly analysis: SweepAnalysis | null
}

/** Analyses the runs of a sweep under decisions and choices. Pure; the same input, the same digits. */
export function studyOf(
  runs: readonly Run[],
  decisions: StudyDecisions,
  choices: StudyChoices,
): Study {
  const metrics = commonMetrics(runs)
  const evidence = scaleEvidence(runs)
  const metric = metricInUse(choices.metric, metrics, metricByEvidence(evidence))
  const { estimator, budgetTolerance } = choices
  const settings = fitSettings(metric, choices)
  const grouping = groupBudgets(runs, budgetTolerance)
  const kind = runs.length === 0 ? null : sweepKind(runs, grouping)
  const groups = grouping.groups.map((group) => takingPart(group, decisions))
  const analysis = kind === 'isoflop' ? isoFlopEstimator(estimator).fit({ groups, settings }) : null
  const taking = runsTakingPart(runs, decisions)
  return { runs, kind, metrics, evidence, settings, grouping, taking, groups, analysis }
}

/** Replicates of a study's laws; null where it has none. */
export function replicatesOf(
  study: Study,
  choices: StudyChoices,
  onProgress: (fraction: number) => void,
): LawReplicates | null {
  const input = resampleInput(study, choices)
  return input === null
    ? null
    : isoFlopEstimator(study.settings.estimator).resample(input, onProgress)
}
