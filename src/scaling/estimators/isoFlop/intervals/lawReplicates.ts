import type { IntervalOrigin } from '../../../../numerics/percentileInterval.ts'
import type { BudgetGroup } from '../../../budgets/budgetGroups.ts'
import type { LossLawForm, LossLawReplicates } from '../../overCompute/lossLaw.ts'
import type { PowerLawFit } from '../../overCompute/allocationFit.ts'
import type { FitSettings } from '../analyseSweep.ts'

/** How intervals are made; the first is the default. `docs/methods.md` has the coverage of each. */
export const INTERVAL_METHODS = ['delta', 'wild', 'pairs', 'leave-one-out'] as const
export type IntervalMethod = (typeof INTERVAL_METHODS)[number] & IntervalOrigin

/** Replicates of a power law: ln coefficient and exponent, NaN where a resample had no law. */
export interface PowerLawReplicates {
  readonly logCoefficient: Float64Array
  readonly exponent: Float64Array
}

/** Replicates of one budget's optimum; NaN where the resample's minimum was not interior. */
export interface OptimumReplicates {
  readonly nominalFlops: number
  readonly scale: Float64Array
  readonly tokens: Float64Array
  readonly loss: Float64Array
}

export interface LawReplicates {
  /** How the laws' replicates were made; the optima's are by the delta method where this is the scatter. */
  readonly origin: IntervalOrigin
  readonly scale: PowerLawReplicates
  readonly tokens: PowerLawReplicates
  readonly loss: LossLawReplicates
  readonly optima: readonly OptimumReplicates[]
  readonly replicates: number
  readonly seed: number
  /** Resamples that gave no law for scale; they are not in the intervals. */
  readonly failed: number
  /** How far a run's loss lies from its curve, relative to it: a draw each; 0 where the noise is not known. */
  readonly runNoise: Float64Array
}

/** Replicates before the noise of single runs is put beside them. */
export type ResampledLaws = Omit<LawReplicates, 'runNoise'>

/** What replicates are made of. */
export interface ResampleInput {
  readonly groups: readonly BudgetGroup[]
  readonly settings: FitSettings
  /** The form of L(C) that the sweep's own fit chose. */
  readonly lossForm: LossLawForm
  readonly method: IntervalMethod
  readonly replicates: number
  readonly seed: number
}

/** How the replicates of the optima, and of the law of the loss through them, were made. */
export function originOfOptima(replicates: Pick<LawReplicates, 'origin'> | null): IntervalOrigin {
  return replicates === null || replicates.origin === 'scatter' ? 'delta' : replicates.origin
}

/** A column of replicates, none of them there yet. */
export function emptyColumn(replicates: number): Float64Array {
  return new Float64Array(replicates).fill(Number.NaN)
}

/** Columns for the replicates of every budget's optimum. */
export function emptyOptima({
  groups,
  replicates,
}: {
  readonly groups: readonly { readonly nominalFlops: number }[]
  readonly replicates: number
}): OptimumReplicates[] {
  return groups.map(({ nominalFlops }) => ({
    nominalFlops,
    scale: emptyColumn(replicates),
    tokens: emptyColumn(replicates),
    loss: emptyColumn(replicates),
  }))
}

/** Columns for the replicates of the law of the loss. */
export function emptyLossLaw(replicates: number): LossLawReplicates {
  return { irreducible: emptyColumn(replicates), ...emptyPowerLaw(replicates) }
}

/** Columns for the replicates of a power law. */
export function emptyPowerLaw(replicates: number): {
  logCoefficient: Float64Array
  exponent: Float64Array
} {
  return { logCoefficient: emptyColumn(replicates), exponent: emptyColumn(replicates) }
}

/** Puts a law into its columns; a law that there is not stays NaN. */
export function keepPowerLaw(
  columns: PowerLawReplicates,
  replicate: number,
  law: PowerLawFit,
): void {
  if (law.status === 'unfittable') return
  columns.logCoefficient[replicate] = Math.log(law.coefficient)
  columns.exponent[replicate] = law.exponent
}

/** Every replicate of a power law at a budget (FLOPs), as logarithms; NaN where there was no law. */
export function logPowerLawReplicatesAt(
  { logCoefficient, exponent }: PowerLawReplicates,
  computeFlops: number,
): Float64Array {
  const logC = Math.log(computeFlops)
  return logCoefficient.map((intercept, i) => intercept + (exponent[i] ?? Number.NaN) * logC)
}

/** Every replicate of the loss law at a budget (FLOPs), in the loss unit; NaN where there was none. */
export function lossReplicatesAt(
  { irreducible, logCoefficient, exponent }: LossLawReplicates,
  computeFlops: number,
): Float64Array {
  const logC = Math.log(computeFlops)
  return irreducible.map(
    (e, i) => e + Math.exp((logCoefficient[i] ?? Number.NaN) - (exponent[i] ?? Number.NaN) * logC),
  )
}

/** Every replicate of the loss that a run at the optimum of a budget would have: the law and the noise. */
export function runLossReplicatesAt(
  { loss, runNoise }: Pick<LawReplicates, 'loss' | 'runNoise'>,
  computeFlops: number,
): Float64Array {
  return lossReplicatesAt(loss, computeFlops).map((value, i) => value * (1 + (runNoise[i] ?? 0)))
}
