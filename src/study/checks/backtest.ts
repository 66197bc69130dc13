import { percentiles } from '../../numerics/percentileInterval.ts'
import { isoFlopEstimator } from '../../scaling/estimators/estimators.ts'
import { budgetFlops } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import {
  logPowerLawReplicatesAt,
  lossReplicatesAt,
  type LawReplicates,
} from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { trustedOptimum } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { evaluateLossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'
import { resampleInput, type StudyChoices } from '../choices.ts'
import { type Study } from '../study.ts'

/** What a law said of a budget that it had not seen, and what that budget's runs say. */
export interface BacktestedNumber {
  readonly predicted: number
  readonly observed: number
  /** Predicted over observed, less 1. */
  readonly relativeError: number
  /** What was promised for the observed number; null where no interval was made. */
  readonly low: number | null
  readonly high: number | null
  readonly isHeld: boolean | null
}

export interface BacktestedBudget {
  readonly computeFlops: number
  readonly scale: BacktestedNumber
  /** Null where the budgets that were left have no law of the loss. */
  readonly loss: BacktestedNumber | null
}

export interface Backtest {
  /** Budgets left out, the largest ones, and how many the laws were fitted to. */
  readonly leftOut: number
  readonly kept: number
  readonly budgets: readonly BacktestedBudget[]
  /** Whether every number was held by its interval; null where there is none. */
  readonly isHeld: boolean | null
}

/** Why a sweep cannot be tested like this. */
export type BacktestFault = 'no-budgets' | 'too-few-budgets'

/** Budgets that must be left to fit a law to. */
const LEAST_KEPT = 3

/**
 * Back-test: curves and laws without the largest budgets, a third of those that count and at least one, and
 * what they predict of the minima there. The interval that is promised is of the observed minimum: the
 * law's replicates with the minimum's own noise, as the whole sweep has it.
 *
 * `replicates` are those of the whole sweep. Needs four budgets that count.
 */
export function backtest(
  { groups, settings, analysis }: Pick<Study, 'groups' | 'settings' | 'analysis'>,
  choices: StudyChoices,
  replicates: LawReplicates | null,
): Backtest | BacktestFault {
  if (analysis === null) return 'no-budgets'
  const counting = analysis.scaleProfiles.filter((profile) => trustedOptimum(profile) !== null)
  const leftOut = Math.min(
    Math.max(1, Math.floor(counting.length / 3)),
    counting.length - LEAST_KEPT,
  )
  if (leftOut < 1) return 'too-few-budgets'
  const tested = counting.slice(-leftOut)
  const from = tested[0]?.nominalFlops ?? Number.POSITIVE_INFINITY
  const kept = groups.filter(({ nominalFlops }) => nominalFlops < from)
  const estimator = isoFlopEstimator(settings.estimator)
  const fitted = estimator.fit({ groups: kept, settings })
  const { scale, loss } = fitted.laws
  if (scale.status === 'unfittable') return 'too-few-budgets'
  const input = resampleInput({ groups: kept, settings, analysis: fitted }, choices)
  const drawn = input === null ? null : estimator.resample(input, () => undefined)
  const budgets = tested.flatMap((profile): BacktestedBudget[] => {
    const optimum = trustedOptimum(profile)
    if (optimum === null) return []
    const computeFlops = budgetFlops(profile, settings)
    const own = replicates?.optima.find(({ nominalFlops }) => nominalFlops === profile.nominalFlops)
    const promised = (
      predictions: Float64Array | null,
      noise: Float64Array | undefined,
      centre: number,
    ): { low: number; high: number } | null =>
      predictions === null
        ? null
        : percentiles(
            predictions.map((value, i) => value + noiseAt(noise, i, centre)),
            choices.level,
          )
    const inLog = promised(
      drawn === null ? null : logPowerLawReplicatesAt(drawn.scale, computeFlops),
      own?.scale.map(Math.log),
      Math.log(optimum.at),
    )
    const ofScale = inLog && { low: Math.exp(inLog.low), high: Math.exp(inLog.high) }
    const ofLoss = promised(
      drawn === null ? null : lossReplicatesAt(drawn.loss, computeFlops),
      own?.loss,
      optimum.loss,
    )
    return [
      {
        computeFlops,
        scale: tell(evaluatePowerLaw(scale, computeFlops), optimum.at, ofScale),
        loss:
          loss.status === 'fitted'
            ? tell(evaluateLossLaw(loss, computeFlops), optimum.loss, ofLoss)
            : null,
      },
    ]
  })
  const verdicts = budgets.flatMap(({ scale: one, loss: other }) => [
    one.isHeld,
    ...(other === null ? [] : [other.isHeld]),
  ])
  return {
    ...{ leftOut, kept: counting.length - leftOut, budgets },
    isHeld: verdicts.includes(null) ? null : verdicts.every((isHeld) => isHeld === true),
  }
}

/** How far a replicate of the observed minimum lies from it; those of the end first, so that pairs are not kept. */
function noiseAt(noise: Float64Array | undefined, i: number, centre: number): number {
  const value = noise?.[noise.length - 1 - i] ?? Number.NaN
  return Number.isFinite(value) ? value - centre : 0
}

function tell(
  predicted: number,
  observed: number,
  interval: { readonly low: number; readonly high: number } | null,
): BacktestedNumber {
  return {
    ...{ predicted, observed, relativeError: predicted / observed - 1 },
    ...{ low: interval?.low ?? null, high: interval?.high ?? null },
    isHeld: interval === null ? null : interval.low <= observed && observed <= interval.high,
  }
}
