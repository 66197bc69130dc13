import { percentileInterval, type IntervalOrigin } from '../numerics/percentileInterval.ts'
import {
  lossReplicatesAt,
  originOfOptima,
} from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
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
  replicates: { readonly loss: LossLawReplicates; readonly origin: IntervalOrigin } | null,
  computeFlops: number,
  level: number,
): Estimate {
  const interval =
    replicates === null
      ? null
      : percentileInterval(
          lossReplicatesAt(replicates.loss, computeFlops),
          level,
          originOfOptima(replicates),
        )
  return { value: evaluateLossLaw(law, computeFlops), interval }
}
