import type { AllocationLaw } from '../laws/allocationLaw.ts'
import { DEEPSEEK } from '../laws/deepseek.ts'
import { DEEPSEEK_HYPERPARAMETERS } from '../laws/hyperparameterLaw.ts'
import type { HyperparameterRuleId } from '../laws/hyperparameterRules.ts'
import { rulesAt, type RuleAtTraining } from '../planning/batchAndRate.ts'
import { recommend } from '../planning/recommend.ts'
import type { Report } from '../study/report/report.ts'
import type { ReportedNumber } from '../study/report/reportedNumber.ts'

/** What a published law recommends at a budget, in the form of the report. */
export interface LawPlan {
  readonly law: AllocationLaw
  readonly recommendation: Report['recommendation']
  /** Batch and learning rate by every published rule. */
  readonly rules: readonly Omit<RuleAtTraining, 'rule'>[]
}

/**
 * A published law evaluated at a budget in FLOPs. Batch and learning rate are those of a rule, DeepSeek's unless
 * another is named; rules that look at parameters take the law's scale for all of them, M/6 where it is in M.
 */
export function lawPlan(
  law: AllocationLaw,
  computeFlops: number,
  ruleId: HyperparameterRuleId = 'deepseek',
): LawPlan {
  const plan = recommend({
    ...{ computeFlops, level: 0.95, replicates: null, scaleMetric: law.scaleMetric },
    ...{ scale: law.scale, tokens: law.tokens, fittedRange: law.fitRange },
    hyperparameters: DEEPSEEK_HYPERPARAMETERS,
  })
  const parameters = plan.parametersEquivalent
  const rules = rulesAt({
    ...{ computeFlops, parameters, nonEmbedding: parameters, loss: null },
    tokens: plan.tokens.value,
  })
  const chosen = rules.find(({ id }) => id === ruleId)
  const number = (value: number | null | undefined): ReportedNumber =>
    value == null
      ? { value: null, low: null, high: null, reason: 'rule-is-silent' }
      : { value, low: null, high: null, reason: 'published-without-interval' }
  return {
    law,
    recommendation: {
      computeFlops,
      extrapolation: law.fitRange === null ? null : plan.extrapolation,
      modelScale: number(plan.scale.value),
      tokens: number(plan.tokens.value),
      batchTokens: number(chosen?.batchTokens),
      learningRate: number(chosen?.learningRate),
    },
    rules: rules.map(({ rule: _, ...said }) => said),
  }
}

/** The rule that a name of `--law` stands for where it is no law of allocation: its own, on DeepSeek's allocation. */
export function lawOfRule(
  id: string,
): { readonly law: AllocationLaw; readonly rule: HyperparameterRuleId } | null {
  return id === 'step-law' ? { law: DEEPSEEK, rule: 'step-law' } : null
}
