import { fitLine } from '../../../numerics/fitLine.ts'
import { shapedCurvature } from '../../../numerics/shapedCurve.ts'
import { trustedOptimum, type IsoFlopProfile } from './isoFlopProfile.ts'
import type { ProfileCurve } from './curves/profileCurve.ts'

type Shape = Extract<ProfileCurve, { readonly kind: 'shape' }>

/** Fewer curves than these leave nothing to smooth. */
const LEAST_CURVES = 4

/**
 * The trusted curves of one shape as they would be without noise: with their minima on a line in ln x over ln C, and
 * ln of the curvature there on another. The covariance of the optima is taken at these. At its own curve each variance
 * would follow the noise: a curve that came out too sharp has its minimum too near the middle of its grid and too much
 * weight for it, and where a grid drifts the law is drawn along it (by -0.013 to -0.020 in a at 1% noise, of a standard
 * deviation of 0.03).
 *
 * Empty with fewer than four trusted curves of one shape. Source: Carroll and Ruppert 1988, Transformation and
 * Weighting in Regression, sections 2.2 and 3.2: weights by fitted means, not by the data.
 */
export function smoothShapes(
  profiles: readonly IsoFlopProfile[],
): ReadonlyMap<IsoFlopProfile, Shape> {
  const trusted = profiles.flatMap((profile) => {
    const optimum = trustedOptimum(profile)
    const { fit } = profile
    if (optimum === null || fit.status === 'unfittable' || fit.curve.kind !== 'shape') return []
    const x = Math.log(optimum.at)
    const curvature = Math.log(shapedCurvature(fit.curve, x))
    return [{ profile, curve: fit.curve, logC: Math.log(profile.nominalFlops), x, curvature }]
  })
  if (trusted.length < LEAST_CURVES) return new Map()
  const logC = trusted.map((one) => one.logC)
  const place = fitLine(
    logC,
    trusted.map(({ x }) => x),
  )
  const bend = fitLine(
    logC,
    trusted.map(({ curvature }) => curvature),
  )
  if (place.status === 'unfittable' || bend.status === 'unfittable') return new Map()
  return new Map(
    trusted.map(({ profile, curve, logC: at }) => {
      const centre = place.intercept + place.slope * at
      const curvature = Math.exp(bend.intercept + bend.slope * at)
      // About its minimum a curve is its curvature times the second part of the basis.
      return [profile, { ...curve, centre, c1: 0, c2: curvature }]
    }),
  )
}
