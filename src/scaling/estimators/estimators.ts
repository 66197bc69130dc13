import { PARABOLA, ROBUST_PARABOLA, type IsoFlopEstimator } from './isoFlop/parabolaEstimators.ts'
import type { ProfileEstimator } from './isoFlop/isoFlopProfile.ts'
import { LOSS_LAW } from './overCompute/lossLaw.ts'

/** Every estimator by its id: the same in the report, on the command line and on the page. */
export const ESTIMATORS = {
  [ROBUST_PARABOLA.id]: ROBUST_PARABOLA,
  [PARABOLA.id]: PARABOLA,
  [LOSS_LAW.id]: LOSS_LAW,
} as const

/** The estimators that a sweep with budgets may be fitted by; the first is the default. */
export const ISOFLOP_ESTIMATORS: readonly IsoFlopEstimator[] = [ROBUST_PARABOLA, PARABOLA]

/** The estimator of the IsoFLOP family with an id; throws where the id is none. */
export function isoFlopEstimator(id: ProfileEstimator): IsoFlopEstimator {
  const estimator = ISOFLOP_ESTIMATORS.find((one) => one.id === id)
  if (estimator === undefined) throw new Error(`there is no estimator ${id}`)
  return estimator
}
