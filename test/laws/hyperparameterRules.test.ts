import { describe, expect, it } from 'vitest'
import {
  factorOutside,
  HYPERPARAMETER_RULES,
  type HyperparameterRuleId,
  type PlannedTraining,
} from '../../src/laws/hyperparameterRules.ts'

const training = (said: Partial<PlannedTraining>): PlannedTraining => ({
  ...{ computeFlops: 1e21, parameters: 1e9, nonEmbedding: 1e9, tokens: 1e11, loss: null },
  ...said,
})

function rule(id: HyperparameterRuleId) {
  const found = HYPERPARAMETER_RULES.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

describe('published rules of batch size and learning rate', () => {
  it.each([
    ['deepseek', { computeFlops: 1e20 }, 1017144.9599051544],
    ['step-law', { tokens: 1e11 }, 1107714.8899684167],
    ['minicpm', { loss: 3 }, 1275113.19785623],
    ['kaplan', { loss: 3 }, 1069114.010235652],
    ['porian', { parameters: 1e9 }, 0.7576 * 1e9 ** 0.703],
    ['moonlight', { computeFlops: 1e22 }, 0.0065 * 1e22 ** 0.4138],
  ] as const)('%s gives the batch of its reference', (id, said, tokens) => {
    expect((rule(id).batchTokens(training(said)) ?? 0) / tokens).toBeCloseTo(1, 9)
  })

  it.each([
    ['deepseek', { computeFlops: 1e20 }, 0.0009859981744405008],
    ['step-law', { nonEmbedding: 1e9, tokens: 1e11 }, 0.001632499402447079],
    ['kaplan', { nonEmbedding: 1e9 }, 0.00034810441574597596],
    ['bjorck', { parameters: 7e9, tokens: 1e12 }, 0.00010863234359919159],
    ['porian', { parameters: 1e9 }, 3.7 * 1e9 ** -0.36],
  ] as const)('%s gives the learning rate of its reference', (id, said, rate) => {
    expect((rule(id).learningRate(training(said)) ?? 0) / rate).toBeCloseTo(1, 9)
  })

  it('say nothing where they cannot: a rule of the loss without one, Kaplan’s rate of large models', () => {
    expect(rule('minicpm').batchTokens(training({ loss: null }))).toBeNull()
    expect(rule('kaplan').learningRate(training({ nonEmbedding: 2e10 }))).toBeNull()
    expect(rule('bjorck').batchTokens(training({}))).toBeNull()
  })

  it('say how far a training lies outside what they were found over', () => {
    expect(factorOutside(rule('step-law'), training({ nonEmbedding: 1e8, tokens: 1e10 }))).toBe(1)
    expect(factorOutside(rule('step-law'), training({ nonEmbedding: 1e8, tokens: 1e12 }))).toBe(10)
    expect(factorOutside(rule('bjorck'), training({}))).toBeNull()
  })
})
