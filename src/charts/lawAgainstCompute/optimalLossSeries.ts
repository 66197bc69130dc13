import {
  runLossReplicatesAt,
  type LawReplicates,
} from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { evaluateLossLaw, type LossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import {
  lawAgainstComputeSeries,
  type LawAgainstComputeSeries,
  type OptimumPoint,
} from './series.ts'

/** Marks of the loss at the optimum against C; `value` of the optima is a loss. */
export function optimalLossSeries(
  optima: readonly OptimumPoint[],
  law: LossLaw | null,
  replicates: Pick<LawReplicates, 'loss' | 'runNoise'> | null,
  level: number,
): LawAgainstComputeSeries {
  return lawAgainstComputeSeries({
    optima,
    law: law === null ? null : (c) => evaluateLossLaw(law, c),
    replicatesAt: replicates === null ? null : (c) => runLossReplicatesAt(replicates, c),
    level,
    references: [],
    asymptote: law !== null && law.irreducible > 0 ? law.irreducible : null,
  })
}
