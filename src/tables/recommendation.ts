import type { Estimate, Recommendation } from '../planning/recommend.ts'

/** What is recommended, row by row. */
export type RecommendedQuantity =
  | 'scale'
  | 'tokens'
  | 'batch'
  | 'learningRate'
  | 'tokensPerParameter'
  | 'loss'

export interface RecommendationRow {
  readonly quantity: RecommendedQuantity
  readonly estimate: Estimate
  /** The value as people say it, parameters or tokens; null where nothing is shorter. */
  readonly short: number | null
}

/** The quantities to train with at a budget; the loss only where a law of it was fitted. */
export function recommendationRows(
  recommendation: Recommendation,
  loss: Estimate | null,
): readonly RecommendationRow[] {
  const { scale, tokens, batchTokens, learningRate, tokensPerParameter } = recommendation
  return [
    { quantity: 'scale', estimate: scale, short: recommendation.parametersEquivalent },
    { quantity: 'tokens', estimate: tokens, short: tokens.value },
    { quantity: 'batch', estimate: batchTokens, short: batchTokens.value },
    { quantity: 'learningRate', estimate: learningRate, short: null },
    { quantity: 'tokensPerParameter', estimate: tokensPerParameter, short: null },
    ...(loss === null ? [] : [{ quantity: 'loss', estimate: loss, short: null } as const]),
  ]
}
