import { fitPowerLaw, type PowerLawFit } from '../overCompute/allocationFit.ts'
import type { BudgetGroup } from '../../budgets/budgetGroups.ts'
import {
  fitIsoFlopProfile,
  trustedOptimum,
  type IsoFlopProfile,
  type ProfileAxis,
  type ProfileSettings,
} from './isoFlopProfile.ts'
import { LOSS_LAW, type LossLawFit } from '../overCompute/lossLaw.ts'
import type { ScaleMetric } from '../../runs/scaleMetric.ts'

/** What a person chooses about the fit. */
export interface FitSettings extends ProfileSettings {
  readonly metric: ScaleMetric
  /** The compute that stands for a budget: its nominal value or the mean that the runs report. */
  readonly budgetCompute: 'nominal' | 'realised'
}

/** Least-squares laws through the trusted interior optima of a sweep. */
export interface SweepLaws {
  /** M_opt or N_opt = k * C^a. */
  readonly scale: PowerLawFit
  /** D_opt = k' * C^b, from profiles in ln D of their own. */
  readonly tokens: PowerLawFit
  /** Loss at the optimum against C. */
  readonly loss: LossLawFit
}

export interface SweepAnalysis {
  readonly scaleProfiles: readonly IsoFlopProfile[]
  readonly tokensProfiles: readonly IsoFlopProfile[]
  readonly laws: SweepLaws
}

/**
 * Profiles per budget and laws over budgets of an IsoFLOP sweep, by least squares.
 *
 * Only trusted, interior optima enter the laws: a minimum outside the sampled range is an
 * extrapolation of its parabola, and one of a distrusted curve is none. The groups hold the runs that are not set aside.
 * Source: Hoffmann et al. 2022, Approach 2; in M: DeepSeek-AI 2024, section 3.2.
 */
export function analyseSweep(groups: readonly BudgetGroup[], settings: FitSettings): SweepAnalysis {
  const scaleProfiles = groups.map((group) => profileOf(group, settings.metric, settings))
  const tokensProfiles = groups.map((group) => profileOf(group, 'D', settings))
  return { scaleProfiles, tokensProfiles, laws: fitLaws(scaleProfiles, tokensProfiles, settings) }
}

/** Profiles of a budget's runs, so that a change of one budget leaves the fits of the others alone. */
const remembered = new WeakMap<BudgetGroup, Map<string, IsoFlopProfile>>()

/** {@link fitIsoFlopProfile}, remembered as long as the group is. */
export function profileOf(
  group: BudgetGroup,
  axis: ProfileAxis,
  settings: ProfileSettings,
): IsoFlopProfile {
  const ofGroup = remembered.get(group) ?? new Map<string, IsoFlopProfile>()
  remembered.set(group, ofGroup)
  const { window, estimator } = settings
  const key = [axis, estimator, window === 'all' ? window : window.factor].join(' ')
  const profile = ofGroup.get(key) ?? fitIsoFlopProfile(group, axis, settings)
  ofGroup.set(key, profile)
  return profile
}

/** Least-squares laws through the trusted interior optima of profiles in scale and in D. */
export function fitLaws(
  scaleProfiles: readonly IsoFlopProfile[],
  tokensProfiles: readonly IsoFlopProfile[],
  settings: FitSettings,
): SweepLaws {
  const scaleOptima = trustedOptima(scaleProfiles, settings)
  return {
    scale: fitPowerLaw(scaleOptima),
    tokens: fitPowerLaw(trustedOptima(tokensProfiles, settings)),
    loss: LOSS_LAW.fit(scaleOptima),
  }
}

/** The compute that stands for a profile's budget in the laws, FLOPs. */
export function budgetFlops(profile: IsoFlopProfile, settings: FitSettings): number {
  return settings.budgetCompute === 'nominal' ? profile.nominalFlops : profile.realisedFlops
}

/** Trusted interior optima as points (C, position, loss). */
export function trustedOptima(
  profiles: readonly IsoFlopProfile[],
  settings: FitSettings,
): { computeFlops: number; value: number; loss: number }[] {
  return profiles.flatMap((profile) => {
    const optimum = trustedOptimum(profile)
    if (optimum === null) return []
    return [{ computeFlops: budgetFlops(profile, settings), value: optimum.at, loss: optimum.loss }]
  })
}
