import type { AllocationLaw } from '../laws/allocationLaw.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../laws/hyperparameterLaw.ts'
import { recommend } from '../planning/recommend.ts'
import type { Report } from '../study/report/report.ts'
import type { ReportedNumber } from '../study/report/reportedNumber.ts'

/** What a published law recommends at a budget, in the form of the report. */
export interface LawPlan {
  readonly law: AllocationLaw
  readonly recommendation: Report['recommendation']
}

/** A published law evaluated at a budget in FLOPs; batch and learning rate are DeepSeek's. */
export function lawPlan(law: AllocationLaw, computeFlops: number): LawPlan {
  const range = law.fitRange ?? { low: computeFlops, high: computeFlops }
  const plan = recommend({
    ...{ computeFlops, level: 0.95, replicates: null, scaleMetric: law.scaleMetric },
    ...{ scale: law.scale, tokens: law.tokens, fittedRange: range },
    hyperparameters: DEEPSEEK_HYPERPARAMETERS,
  })
  const number = (value: number): ReportedNumber => ({
    ...{ value, low: null, high: null, reason: 'published-without-interval' },
  })
  return {
    law,
    recommendation: {
      computeFlops,
      extrapolation: law.fitRange === null ? null : plan.extrapolation,
      modelScale: number(plan.scale.value),
      tokens: number(plan.tokens.value),
      batchTokens: number(plan.batchTokens.value),
      learningRate: number(plan.learningRate.value),
    },
  }
}
