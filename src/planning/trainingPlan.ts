import type {
  HyperparameterRule,
  HyperparameterRuleId,
  PlannedTraining,
} from '../laws/hyperparameterRules.ts'
import {
  countsOf,
  memoryOf,
  type ArchitectureCounts,
  type Memory,
} from './architecture/architecture.ts'
import {
  candidatesNear,
  type ArchitectureChoices,
  type Candidate,
  type GivenShape,
  type NoCandidates,
} from './architecture/candidates.ts'
import { rulesAt, type RuleAtTraining } from './batchAndRate.ts'
import {
  clusterDays,
  runCost,
  type Cluster,
  type Prices,
  type RunCost,
} from './cost/clusterBudget.ts'
import { stepsOf } from './schedule.ts'

/** What a plan is made of: what a law says at a budget, and what a person chose. */
export interface PlanInput {
  /** FLOPs. */
  readonly computeFlops: number
  /** M that the law asks for, FLOPs/token: 6·N where it is in parameters. */
  readonly modelScale: number
  readonly architecture: ArchitectureChoices
  /** What is given of the shape; the rest is looked for. */
  readonly given: GivenShape
  /** Place of the chosen shape among the ranked ones. */
  readonly shapeRank: number
  readonly ruleId: HyperparameterRuleId
  /** The rule of the sweep's own grids; null where it has none. */
  readonly ownRule: HyperparameterRule | null
  readonly cluster: Cluster
  readonly prices: Prices
  /** Predicted loss where it is in nats/token, for rules that look at it. */
  readonly lossInNats: number | null
}

/** A shape that was chosen, with the training that spends the budget on it. */
export interface ShapedPlan {
  readonly chosen: Candidate
  readonly counts: ArchitectureCounts
  readonly memory: Memory
  /** C / exact M. */
  readonly tokens: number
  readonly training: PlannedTraining
  readonly rules: readonly RuleAtTraining[]
  /** By the chosen rule, in whole sequences; null where it says nothing. */
  readonly batchSequences: number | null
  readonly batchTokens: number | null
  readonly learningRate: number | null
  /** Null without a batch. */
  readonly steps: number | null
}

/** Everything that a plan says. */
export interface TrainingPlan {
  readonly computeFlops: number
  readonly candidates: readonly Candidate[]
  /** Why there are no shapes; null where there are. */
  readonly noShape: NoCandidates | null
  readonly shaped: ShapedPlan | null
  /** Days on the cluster; null where its chips lack the number format. */
  readonly days: number | null
  readonly cost: RunCost | null
}

/** Shapes that are ranked. */
export const RANKED = 8

/** A plan from what a law says at a budget. Evaluates in a millisecond, so that it follows a slider. */
export function trainingPlan(input: PlanInput): TrainingPlan {
  const { computeFlops, modelScale, architecture, cluster, prices } = input
  const found = candidatesNear(modelScale, architecture, RANKED, input.given)
  const candidates = typeof found === 'string' ? [] : found
  const chosen = candidates[Math.min(input.shapeRank, candidates.length - 1)]
  const days = clusterDays(cluster, computeFlops)
  return {
    ...{ computeFlops, candidates, noShape: typeof found === 'string' ? found : null },
    shaped: chosen === undefined ? null : shapedPlan(chosen, input),
    days,
    cost: days === null ? null : runCost(cluster, days, prices),
  }
}

function shapedPlan(
  chosen: Candidate,
  { computeFlops, ruleId, ownRule, lossInNats, architecture }: PlanInput,
): ShapedPlan {
  const counts = countsOf(chosen.shape)
  const tokens = computeFlops / counts.exactM
  const training: PlannedTraining = {
    ...{ computeFlops, tokens, parameters: counts.total, nonEmbedding: counts.nonEmbedding },
    loss: lossInNats,
  }
  const rules = rulesAt(training, ownRule)
  const rule = rules.find(({ id }) => id === ruleId) ?? rules[0]
  const said = rule?.batchTokens ?? null
  const { sequenceLength } = architecture
  const batchSequences = said === null ? null : Math.max(1, Math.round(said / sequenceLength))
  const batchTokens = batchSequences === null ? null : batchSequences * sequenceLength
  return {
    ...{ chosen, counts, memory: memoryOf(chosen.shape), tokens, training, rules },
    ...{ batchSequences, batchTokens, learningRate: rule?.learningRate ?? null },
    steps: batchTokens === null ? null : stepsOf({ tokens, batchTokens, learningRate: Number.NaN }),
  }
}
