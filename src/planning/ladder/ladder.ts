import type { HyperparameterRule } from '../../laws/hyperparameterRules.ts'
import { evaluatePowerLaw, type PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { candidatesNear } from '../architecture/candidates.ts'
import { countsOf, type Architecture } from '../architecture/architecture.ts'

/** What a sweep may cost, and how it is laid out. */
export interface LadderChoices {
  /** Compute of all its runs, FLOPs. */
  readonly totalFlops: number
  readonly budgets: number
  /** Sizes of each budget. */
  readonly sizes: number
  /** Tokens. */
  readonly sequenceLength: number
  readonly vocabulary: number
}

/** One run of a sweep to be made. */
export interface LadderRun {
  /** FLOPs. */
  readonly budget: number
  readonly shape: Architecture
  /** Exact M, FLOPs/token. */
  readonly modelScale: number
  readonly parameters: number
  readonly tokens: number
  readonly batchTokens: number
  readonly learningRate: number
}

export interface Ladder {
  readonly budgets: readonly number[]
  readonly runs: readonly LadderRun[]
  /** FLOPs of all runs. */
  readonly cost: number
}

/** Ratio of neighbouring budgets. */
const STEP = Math.sqrt(10)
/** The sizes of a budget span so much either way of its optimum, which finds the minimum and its curvature. */
const REACH = 4
/** Small models: attention heads of 64, one key-value head each, everything a multiple of 64. */
const SMALL = {
  ...{ headSize: 64, kvHeads: null, multiple: 64, isTied: false, aspectRatio: 110 },
} as const

/**
 * An IsoFLOP sweep that costs no more than a total: budgets a factor √10 apart, whose sizes are real shapes about the
 * optimum that a law expects, evenly in ln M from a quarter to four times; tokens are what is left of the budget. `scale`
 * is M_opt against C. Batch and learning rate are a rule's, by each run's own size and tokens. Sizes that come to the same
 * shape stand once.
 */
export function ladderOf(
  choices: LadderChoices,
  scale: PowerLaw,
  rule: HyperparameterRule,
): Ladder {
  const { totalFlops, sizes, sequenceLength, vocabulary } = choices
  const steps = Array.from({ length: choices.budgets }, (_, i) => STEP ** (i - choices.budgets + 1))
  const top = totalFlops / (sizes * steps.reduce((sum, step) => sum + step, 0))
  const budgets = steps.map((step) => Number((top * step).toPrecision(3)))
  const runs = budgets.flatMap((budget) => {
    const optimum = evaluatePowerLaw(scale, budget)
    const shapes = new Map<string, Architecture>()
    for (let i = 0; i < sizes; i++) {
      const target = optimum * REACH ** ((2 * i) / (sizes - 1) - 1)
      const found = candidatesNear(target, { ...SMALL, sequenceLength, vocabulary }, 1)
      const [best] = typeof found === 'string' ? [] : found
      if (best !== undefined) shapes.set(`${best.shape.layers}x${best.shape.width}`, best.shape)
    }
    return [...shapes.values()].map((shape): LadderRun => {
      const { exactM, total, nonEmbedding } = countsOf(shape)
      const tokens = budget / exactM
      const training = {
        ...{ computeFlops: budget, parameters: total, nonEmbedding, tokens, loss: null },
      }
      return {
        ...{ budget, shape, modelScale: exactM, parameters: total, tokens },
        batchTokens: rule.batchTokens(training) ?? Number.NaN,
        learningRate: rule.learningRate(training) ?? Number.NaN,
      }
    })
  })
  return { budgets, runs, cost: runs.reduce((sum, { budget }) => sum + budget, 0) }
}
