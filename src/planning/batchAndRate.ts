import {
  factorOutside,
  HYPERPARAMETER_RULES,
  type HyperparameterRule,
  type HyperparameterRuleId,
  type PlannedTraining,
} from '../laws/hyperparameterRules.ts'

/** What one rule says of a training. */
export interface RuleAtTraining {
  readonly id: HyperparameterRuleId
  readonly rule: HyperparameterRule
  /** Tokens; null where the rule says nothing. */
  readonly batchTokens: number | null
  /** Peak learning rate; null likewise. */
  readonly learningRate: number | null
  /** Factor by which the training lies outside what the rule was found over; 1 inside, null where not said. */
  readonly outside: number | null
}

/** Every rule of batch size and learning rate at a training, a sweep's own first where it has one. */
export function rulesAt(
  training: PlannedTraining,
  own: HyperparameterRule | null = null,
): readonly RuleAtTraining[] {
  return [...(own === null ? [] : [own]), ...HYPERPARAMETER_RULES].map((rule) => ({
    ...{ id: rule.id, rule, outside: factorOutside(rule, training) },
    batchTokens: rule.batchTokens(training),
    learningRate: rule.learningRate(training),
  }))
}

/** The largest over the smallest of what rules say; null where fewer than two say anything. */
export function spreadOf(values: readonly (number | null)[]): number | null {
  const said = values.filter((value) => value !== null)
  return said.length < 2 ? null : Math.max(...said) / Math.min(...said)
}
