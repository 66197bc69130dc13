import { percentileInterval } from '../numerics/percentileInterval.ts'
import { BOOTSTRAP_METHOD, lossReplicatesAt } from '../scaling/estimators/isoFlop/bootstrapLaws.ts'
import {
  evaluateLossLaw,
  type LossLaw,
  type LossLawReplicates,
} from '../scaling/estimators/overCompute/lossLaw.ts'
import type { Estimate } from './recommend.ts'

/**
 * Loss that the fitted law predicts for the optimum at a budget (FLOPs), in the law's loss unit.
 *
 * The interval is that of the fitted curve, by percentiles of the replicates at the budget; a
 * single run also scatters around the curve. Null interval without replicates.
 */
export function predictLoss(
  law: LossLaw,
  replicates: LossLawReplicates | null,
  computeFlops: number,
  level: number,
): Estimate {
  const values = replicates === null ? null : lossReplicatesAt(replicates, computeFlops)
  return {
    value: evaluateLossLaw(law, computeFlops),
    interval: values === null ? null : percentileInterval(values, level, BOOTSTRAP_METHOD),
  }
}
