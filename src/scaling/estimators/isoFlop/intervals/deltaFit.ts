import type { PowerLawFit } from '../../overCompute/allocationFit.ts'
import type { LossPoint } from '../../overCompute/lossLaw.ts'
import { fitLaws, profilesOf, trustedOptima } from '../analyseSweep.ts'
import { trustedOptimum, type ProfileSet } from '../isoFlopProfile.ts'
import type { LawPoint, LawProjection } from '../lawThroughOptima.ts'
import type { ResampleInput } from './lawReplicates.ts'

/**
 * What the delta method goes by: a few numbers of the fit instead of its runs, so that another thread has them at once
 * and fits nothing again. Matrices are rows of numbers, which a thread copies as they are.
 */
export interface DeltaFit {
  readonly scale: FittedAxis
  readonly tokens: FittedAxis
  /** Covariance of the trusted optima's (ln x, ln D, loss), one after another; null where the curves have none. */
  readonly covariance: { readonly joint: Rows; readonly freedom: number } | null
  /** Whether curves were fitted about their minima alone, or have no covariance. */
  readonly isLocal: boolean
}

interface FittedAxis {
  readonly law: PowerLawFit
  /** The trusted optima. */
  readonly points: readonly (LawPoint & LossPoint)[]
  /** Indices of their budgets. */
  readonly places: readonly number[]
  readonly projection: { readonly matrix: Rows; readonly between: number } | null
}

type Rows = readonly (readonly number[])[]

/** The fit of a sweep for `deltaReplicates.ts`; null where the method has nothing to say of it. */
export function deltaFit({ groups, settings }: ResampleInput): DeltaFit | null {
  const sets = {
    scale: profilesOf(groups, settings.metric, settings),
    tokens: profilesOf(groups, 'D', settings),
  }
  const { laws, projections, covariance } = fitLaws(sets.scale, sets.tokens, settings)
  const axis = (name: 'scale' | 'tokens'): FittedAxis => ({
    law: laws[name],
    points: trustedOptima(sets[name].profiles, settings),
    places: placesOf(sets[name]),
    projection: plain(projections[name]),
  })
  if (laws.scale.status === 'unfittable' || projections.scale === null) return null
  const scale = axis('scale')
  const isLocal = sets.scale.shape?.isWhole === false || covariance === null
  if (isLocal && scale.points.length < 3) return null
  const joint = covariance?.joint.to2DArray() ?? null
  return {
    ...{ scale, tokens: axis('tokens'), isLocal },
    covariance:
      covariance === null || joint === null ? null : { joint, freedom: covariance.freedom },
  }
}

function plain(projection: LawProjection | null): FittedAxis['projection'] {
  return projection === null
    ? null
    : { matrix: projection.matrix.to2DArray(), between: projection.between }
}

/** Indices of the budgets whose optimum counts. */
function placesOf({ profiles }: ProfileSet): readonly number[] {
  return profiles.flatMap((profile, i) => (trustedOptimum(profile) === null ? [] : [i]))
}
