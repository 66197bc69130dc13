import { lruMemoize } from 'reselect'
import { allocationAtQuality } from '../../laws/dataQuality.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../../laws/hyperparameterLaw.ts'
import type { HyperparameterRule, HyperparameterRuleId } from '../../laws/hyperparameterRules.ts'
import type { ArchitectureChoices, GivenShape } from '../../planning/architecture/candidates.ts'
import type { Cluster, Prices } from '../../planning/cost/clusterBudget.ts'
import { predictLoss } from '../../planning/predictLoss.ts'
import { recommend } from '../../planning/recommend.ts'
import { trainingPlan } from '../../planning/trainingPlan.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { LossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'

/**
 * What a slider moves is the same in every panel, and is evaluated once: these remember their last few answers by what
 * went in. Fitted laws and replicates keep their identity from one render to the next, numbers are numbers.
 */
const FEW = { maxSize: 4 }

/** DeepSeek's law at a position between corpora. */
export const qualityLaw = lruMemoize(allocationAtQuality, FEW)

export const recommendationAt = lruMemoize(
  (
    scaleMetric: ScaleMetric,
    scale: PowerLaw,
    tokens: PowerLaw,
    replicates: Pick<LawReplicates, 'scale' | 'tokens' | 'origin'> | null,
    fittedRange: { readonly low: number; readonly high: number } | null,
    computeFlops: number,
    level: number,
  ) =>
    recommend({
      ...{ scaleMetric, scale, tokens, replicates, fittedRange, computeFlops, level },
      hyperparameters: DEEPSEEK_HYPERPARAMETERS,
    }),
  FEW,
)

export const predictedLossAt = lruMemoize(
  (law: LossLaw, replicates: LawReplicates | null, computeFlops: number, level: number) =>
    predictLoss(law, replicates, computeFlops, level),
  FEW,
)

export const architectureChoices = lruMemoize(
  (
    sequenceLength: number,
    vocabulary: number,
    headSize: number,
    kvHeads: number,
    multiple: number,
    isTied: boolean,
    aspectRatio: number,
  ): ArchitectureChoices => ({
    ...{ sequenceLength, vocabulary, headSize, multiple, isTied, aspectRatio },
    kvHeads: kvHeads === 0 ? null : kvHeads,
  }),
  FEW,
)

export const givenShape = lruMemoize(
  (layers: number, width: number, feedForward: number): GivenShape => ({
    ...{ layers, width, feedForward },
  }),
  FEW,
)

export const trainingPlanAt = lruMemoize(
  (
    computeFlops: number,
    modelScale: number,
    architecture: ArchitectureChoices,
    given: GivenShape,
    shapeRank: number,
    ruleId: HyperparameterRuleId,
    ownRule: HyperparameterRule | null,
    cluster: Cluster,
    prices: Prices,
    lossInNats: number | null,
  ) =>
    trainingPlan({
      ...{ computeFlops, modelScale, architecture, given, shapeRank, ruleId, ownRule },
      ...{ cluster, prices, lossInNats },
    }),
  FEW,
)
