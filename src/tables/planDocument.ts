import type { AllocationLawId } from '../laws/allocationLaw.ts'
import type { BetweenCorpora } from '../study/comparison/between.ts'
import type { HyperparameterRuleId } from '../laws/hyperparameterRules.ts'
import type { Cluster } from '../planning/cost/clusterBudget.ts'
import type { Estimate, Recommendation } from '../planning/recommend.ts'
import type { ScheduleId } from '../planning/schedule.ts'
import type { TrainingPlan } from '../planning/trainingPlan.ts'
import type { LossUnit } from '../scaling/runs/run.ts'

/** What a plan is written from. */
export interface PlanParts {
  readonly plan: TrainingPlan
  readonly recommendation: Recommendation
  readonly loss: { readonly estimate: Estimate; readonly unit: LossUnit } | null
  readonly cluster: Cluster
  readonly schedule: ScheduleId
}

/** A number with its interval; nulls where there is none. */
const estimated = ({ value, interval }: Estimate) => ({
  ...{ value, low: interval?.low ?? null, high: interval?.high ?? null },
})

/** A plan as plain data, for a file that a program reads: names of fields say their units. */
export function planDocument({
  plan,
  recommendation,
  loss,
  cluster,
  schedule,
  ruleId,
  law,
  between,
}: PlanParts & {
  readonly ruleId: HyperparameterRuleId
  readonly law: AllocationLawId | 'own' | 'between'
  readonly between: BetweenCorpora | null
}) {
  const { shaped, cost } = plan
  return {
    schema: 'isoflop.trainingPlan/1',
    law,
    between:
      between === null
        ? null
        : { from: between.from.sweepName, to: between.to.sweepName, share: between.share },
    computeFlops: plan.computeFlops,
    extrapolation:
      recommendation.extrapolationDirection === 'unknown' ? null : recommendation.extrapolation,
    recommendation: {
      scaleMetric: recommendation.scaleMetric,
      scale: estimated(recommendation.scale),
      tokens: estimated(recommendation.tokens),
    },
    architecture: shaped === null ? null : { ...shaped.chosen.shape },
    counts: shaped === null ? null : { ...shaped.counts },
    training:
      shaped === null
        ? null
        : {
            tokens: shaped.tokens,
            steps: shaped.steps,
            batchTokens: shaped.batchTokens,
            batchSequences: shaped.batchSequences,
            peakLearningRate: shaped.learningRate,
            rule: ruleId,
            schedule,
          },
    predictedLoss: loss === null ? null : { ...estimated(loss.estimate), unit: loss.unit },
    cluster: {
      accelerator: cluster.accelerator.name,
      devices: cluster.devices,
      numberFormat: cluster.format,
      utilisation: cluster.utilisation,
      days: plan.days,
      cost: cost === null ? null : { ...cost },
    },
  }
}
