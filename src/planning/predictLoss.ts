import { percentileInterval } from '../numerics/percentileInterval.ts'
import {
  runLossReplicatesAt,
  type LawReplicates,
  originOfOptima,
} from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { evaluateLossLaw, type LossLaw } from '../scaling/estimators/overCompute/lossLaw.ts'
import type { Estimate } from './recommend.ts'

/**
 * Loss that the fitted law predicts for the optimum at a budget (FLOPs), in the law's loss unit.
 *
 * The interval is of the run that will be trained: percentiles of the replicates at the budget, with the
 * noise of single runs about their curves as the largest budget has it. Null without replicates.
 */
export function predictLoss(
  law: LossLaw,
  replicates: Pick<LawReplicates, 'loss' | 'runNoise' | 'origin'> | null,
  computeFlops: number,
  level: number,
): Estimate {
  const interval =
    replicates === null
      ? null
      : percentileInterval(
          runLossReplicatesAt(replicates, computeFlops),
          level,
          originOfOptima(replicates),
        )
  return { value: evaluateLossLaw(law, computeFlops), interval }
}
