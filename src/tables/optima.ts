import type { Interval } from '../numerics/percentileInterval.ts'
import {
  budgetFlops,
  type FitSettings,
  type SweepAnalysis,
} from '../scaling/estimators/isoFlop/analyseSweep.ts'
import type { LawReplicates } from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { trustedOptimum } from '../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { profileState, type ProfileState } from '../words/fitStates.ts'
import { optimaIntervals } from './optimaIntervals.ts'

/** The minimum of a budget as a row. */
export interface OptimumRow {
  readonly nominalFlops: number
  /** Nominal or realised, as chosen. */
  readonly computeFlops: number
  readonly runs: number
  /** Runs that the curve goes by. */
  readonly weighty: number
  /** In the unit of the metric; null where the curve has no minimum. */
  readonly scale: number | null
  /** Null where none was computed, and where the minimum is not in the laws. */
  readonly scaleInterval: Interval | null
  readonly tokens: { readonly value: number; readonly isInterior: boolean } | null
  readonly loss: number | null
  readonly rSquared: number | null
  readonly state: ProfileState
}

/** The minimum of every budget, in the order of the budgets. */
export function optimumRows(
  { scaleProfiles, tokensProfiles }: SweepAnalysis,
  settings: FitSettings,
  replicates: LawReplicates | null,
  level: number,
): readonly OptimumRow[] {
  const intervals = optimaIntervals(replicates, 'scale', level)
  return scaleProfiles.map((profile, i) => {
    const { fit, nominalFlops, runs, fitted, withoutWeight } = profile
    const optimum = fit.status === 'fitted' ? fit.optimum : null
    const ofTokens = tokensProfiles[i]?.fit
    return {
      ...{ nominalFlops, computeFlops: budgetFlops(profile, settings), runs: runs.length },
      weighty: fitted.length - withoutWeight.length,
      ...{ scale: optimum?.at ?? null, loss: optimum?.loss ?? null },
      scaleInterval:
        trustedOptimum(profile) === null ? null : (intervals.get(nominalFlops) ?? null),
      tokens:
        ofTokens?.status === 'fitted'
          ? { value: ofTokens.optimum.at, isInterior: ofTokens.optimum.interior }
          : null,
      rSquared: fit.status === 'unfittable' ? null : fit.curve.rSquared,
      state: profileState(profile),
    }
  })
}
