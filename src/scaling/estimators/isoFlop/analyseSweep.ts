import { finished, type Steps } from '../../../numerics/steps.ts'
import type { PowerLawFit } from '../overCompute/allocationFit.ts'
import type { BudgetGroup } from '../../budgets/budgetGroups.ts'
import {
  profileSteps,
  trustedOptimum,
  type IsoFlopProfile,
  type ProfileAxis,
  type ProfileSet,
  type ProfileSettings,
} from './isoFlopProfile.ts'
import { optimaCovariance, type OptimaCovariance } from './optimaCovariance.ts'
import {
  generalisedProjection,
  lawByProjection,
  ordinaryProjection,
  type LawProjection,
} from './lawThroughOptima.ts'
import { LOSS_LAW, type LossLawFit } from '../overCompute/lossLaw.ts'
import type { ScaleMetric } from '../../runs/scaleMetric.ts'

/** What a person chooses about the fit. */
export interface FitSettings extends ProfileSettings {
  readonly metric: ScaleMetric
  /** The compute that stands for a budget: its nominal value or the mean that the runs report. */
  readonly budgetCompute: 'nominal' | 'realised'
}

/** Laws through the trusted interior optima of a sweep. */
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
  /** Whether one shape describes all runs; null for curves that each budget has for itself. */
  readonly shape: ProfileSet['shape']
  readonly laws: SweepLaws
}

/**
 * Profiles per budget and laws over budgets of an IsoFLOP sweep.
 *
 * Only trusted, interior optima enter the laws: a minimum outside the sampled range is an
 * extrapolation of its curve, and one of a distrusted curve is none. The groups hold the runs that are not set aside.
 * Source: Hoffmann et al. 2022, Approach 2; in M: DeepSeek-AI 2024, section 3.2.
 */
export function analyseSweep(groups: readonly BudgetGroup[], settings: FitSettings): SweepAnalysis {
  const scale = profilesOf(groups, settings.metric, settings)
  const tokens = profilesOf(groups, 'D', settings)
  const { laws } = fitLaws(scale, tokens, settings)
  return {
    ...{ scaleProfiles: scale.profiles, tokensProfiles: tokens.profiles },
    ...{ shape: scale.shape, laws },
  }
}

/** Profiles of budgets, so that neither another choice nor the tokens of another metric fit them anew. */
const remembered = new WeakMap<readonly BudgetGroup[], Map<string, ProfileSet>>()

/** Profiles of budgets, remembered as long as the groups are. */
export function profilesOf(
  groups: readonly BudgetGroup[],
  axis: ProfileAxis,
  settings: ProfileSettings,
): ProfileSet {
  return finished(rememberedSteps(groups, axis, settings))
}

/** {@link profilesOf} with pauses: what it did is there when the profiles are asked for. */
export function* rememberedSteps(
  groups: readonly BudgetGroup[],
  axis: ProfileAxis,
  settings: ProfileSettings,
): Steps<ProfileSet> {
  const ofGroups = remembered.get(groups) ?? new Map<string, ProfileSet>()
  remembered.set(groups, ofGroups)
  const { window, estimator } = settings
  const key = [axis, estimator, window === 'all' ? window : window.factor].join(' ')
  const before = ofGroups.get(key)
  const profiles = before ?? (yield* profileSteps(groups, axis, settings))
  ofGroups.set(key, profiles)
  return profiles
}

/** The laws with what they are made of. */
export interface LawsWithMaking {
  readonly laws: SweepLaws
  readonly projections: {
    readonly scale: LawProjection | null
    readonly tokens: LawProjection | null
  }
  /** How the optima would move under other noise; null where it cannot be said. */
  readonly covariance: OptimaCovariance | null
}

/**
 * Laws through the trusted interior optima: by generalised least squares where curves of one shape
 * describe all runs, because the error of the shape moves all optima together; else by ordinary ones.
 */
export function fitLaws(
  scale: ProfileSet,
  tokens: ProfileSet,
  settings: FitSettings,
): LawsWithMaking {
  const covariance = optimaCovariance(scale, tokens)
  const projection = (
    points: ReturnType<typeof trustedOptima>,
    { shape }: ProfileSet,
    ofOptima: OptimaCovariance['scale'] | undefined,
  ): LawProjection | null =>
    (shape?.isWhole === true && ofOptima !== undefined
      ? generalisedProjection(points, ofOptima)
      : null) ?? ordinaryProjection(points)
  const inScale = trustedOptima(scale.profiles, settings)
  const inTokens = trustedOptima(tokens.profiles, settings)
  const projections = {
    scale: projection(inScale, scale, covariance?.scale),
    tokens: projection(inTokens, tokens, covariance?.tokens),
  }
  const none = { status: 'unfittable', reason: 'too-few-optima' } as const
  return {
    laws: {
      scale: projections.scale === null ? none : lawByProjection(inScale, projections.scale),
      tokens: projections.tokens === null ? none : lawByProjection(inTokens, projections.tokens),
      loss: LOSS_LAW.fit(inScale),
    },
    ...{ projections, covariance },
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
