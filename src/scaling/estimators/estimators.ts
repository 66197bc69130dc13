import { ISOFLOP_ESTIMATORS, type IsoFlopEstimator } from './isoFlopEstimators.ts'
import { SURFACE_ESTIMATORS, type SurfaceEstimator } from './surfaceEstimators.ts'
import type { SurfaceMethod } from './surface/fitSurface.ts'
import type { ProfileEstimator } from './isoFlop/isoFlopProfile.ts'

export { ISOFLOP_ESTIMATORS, SURFACE_ESTIMATORS }

/** The estimator of the IsoFLOP family with an id; throws where the id is none. */
export function isoFlopEstimator(id: ProfileEstimator): IsoFlopEstimator {
  const estimator = ISOFLOP_ESTIMATORS.find((one) => one.id === id)
  if (estimator === undefined) throw new Error(`there is no estimator ${id}`)
  return estimator
}

/** The estimator of the surface with an id; throws where the id is none. */
export function surfaceEstimatorOf(id: SurfaceMethod): SurfaceEstimator {
  const estimator = SURFACE_ESTIMATORS.find((one) => one.id === id)
  if (estimator === undefined) throw new Error(`there is no estimator ${id}`)
  return estimator
}
