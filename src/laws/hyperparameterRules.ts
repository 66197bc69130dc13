import { evaluatePowerLaw, type PowerLaw } from '../scaling/forms/powerLaw.ts'
import { DEEPSEEK_HYPERPARAMETERS } from './hyperparameterLaw.ts'

/** A training as far as rules of batch size and learning rate look at it. */
export interface PlannedTraining {
  /** FLOPs. */
  readonly computeFlops: number
  /** All parameters, and those without embeddings. */
  readonly parameters: number
  readonly nonEmbedding: number
  readonly tokens: number
  /** Predicted loss, nats/token; null where none is known in that unit. */
  readonly loss: number | null
}

export type HyperparameterRuleId =
  | 'own'
  | 'deepseek'
  | 'step-law'
  | 'porian'
  | 'minicpm'
  | 'kaplan'
  | 'bjorck'
  | 'moonlight'

/** What a rule looks at, and over which values it was found. */
export interface RuleRange {
  readonly of: 'computeFlops' | 'parameters' | 'nonEmbedding' | 'tokens'
  readonly low: number
  readonly high: number
}

/** A rule of batch size and peak learning rate, published or fitted to a sweep (`own`). */
export interface HyperparameterRule {
  readonly id: HyperparameterRuleId
  readonly citation: string
  /** Tokens; null where the rule does not speak of it, or needs a loss that is not known. */
  readonly batchTokens: (training: PlannedTraining) => number | null
  /** Peak, of Adam; null likewise. */
  readonly learningRate: (training: PlannedTraining) => number | null
  readonly ranges: readonly RuleRange[]
  /** Whether the batch is one beyond which more is wasted, rather than the best. */
  readonly isCriticalBatch: boolean
  readonly confidence: 'confirmed' | 'single-source'
}

const none = (): null => null

/** DeepSeek's own rule, of compute alone. */
export const DEEPSEEK_RULE: HyperparameterRule = {
  id: 'deepseek',
  citation: DEEPSEEK_HYPERPARAMETERS.citation,
  batchTokens: ({ computeFlops }) =>
    evaluatePowerLaw(DEEPSEEK_HYPERPARAMETERS.batchTokens, computeFlops),
  learningRate: ({ computeFlops }) =>
    evaluatePowerLaw(DEEPSEEK_HYPERPARAMETERS.learningRate, computeFlops),
  ranges: [{ of: 'computeFlops', ...DEEPSEEK_HYPERPARAMETERS.fitRange }],
  isCriticalBatch: false,
  confidence: 'confirmed',
}

/** Rules of batch size and learning rate, each as its paper gives it. */
export const HYPERPARAMETER_RULES: readonly HyperparameterRule[] = [
  DEEPSEEK_RULE,
  {
    id: 'step-law',
    citation: 'Li et al. 2025, arXiv:2503.04715',
    batchTokens: ({ tokens }) => 0.58 * tokens ** 0.571,
    learningRate: ({ nonEmbedding, tokens }) => 1.79 * nonEmbedding ** -0.713 * tokens ** 0.307,
    ranges: [
      { of: 'nonEmbedding', low: 6e7, high: 1e9 },
      { of: 'tokens', low: 2e9, high: 1e11 },
    ],
    isCriticalBatch: false,
    confidence: 'confirmed',
  },
  {
    id: 'porian',
    citation: 'Porian et al. 2024, arXiv:2406.19146',
    batchTokens: ({ parameters }) => 0.7576 * parameters ** 0.703,
    learningRate: ({ parameters }) => 3.7 * parameters ** -0.36,
    ranges: [{ of: 'parameters', low: 5e6, high: 9.01e8 }],
    isCriticalBatch: false,
    confidence: 'confirmed',
  },
  {
    id: 'minicpm',
    citation: 'Hu et al. 2024, arXiv:2404.06395, section 3.2',
    batchTokens: ({ loss }) => (loss === null ? null : 1.21e9 / loss ** 6.24),
    learningRate: none,
    ranges: [],
    isCriticalBatch: false,
    confidence: 'confirmed',
  },
  {
    id: 'kaplan',
    citation: 'Kaplan et al. 2020, arXiv:2001.08361, eq. 1.4 and appendix D.6',
    batchTokens: ({ loss }) => (loss === null ? null : 2e8 / loss ** (1 / 0.21)),
    // Becomes negative above 1.2e10 parameters.
    learningRate: ({ nonEmbedding }) => {
      const rate = 0.003239 - 0.0001395 * Math.log(nonEmbedding)
      return rate > 0 ? rate : null
    },
    ranges: [{ of: 'nonEmbedding', low: 768, high: 1.5e9 }],
    isCriticalBatch: true,
    confidence: 'confirmed',
  },
  {
    id: 'bjorck',
    citation: 'Bjorck et al. 2024, arXiv:2409.19913',
    batchTokens: none,
    learningRate: ({ parameters, tokens }) =>
      1.55e-3 * (parameters / 1e9) ** -0.23 * (tokens / 1e9) ** -0.32,
    ranges: [],
    isCriticalBatch: false,
    confidence: 'single-source',
  },
  {
    id: 'moonlight',
    citation: 'Liu et al. 2025, arXiv:2502.16982',
    batchTokens: ({ computeFlops }) => 0.0065 * computeFlops ** 0.4138,
    learningRate: ({ computeFlops }) => 0.0127 * computeFlops ** -0.057,
    ranges: [],
    isCriticalBatch: false,
    confidence: 'single-source',
  },
]

/** How far a training lies outside what a rule was found over, as a factor >= 1; 1 inside, null where it is not said. */
export function factorOutside(
  { ranges }: HyperparameterRule,
  training: PlannedTraining,
): number | null {
  if (ranges.length === 0) return null
  return Math.max(
    1,
    ...ranges.flatMap(({ of, low, high }) => [training[of] / high, low / training[of]]),
  )
}

/** The rule that a sweep's own grids of learning rate and batch give, as power laws of compute. */
export function ownRule({
  batchTokens,
  learningRate,
  range,
}: {
  readonly batchTokens: PowerLaw
  readonly learningRate: PowerLaw
  readonly range: { readonly low: number; readonly high: number }
}): HyperparameterRule {
  return {
    id: 'own',
    citation: 'DeepSeek-AI 2024, arXiv:2401.02954, section 3.1',
    batchTokens: ({ computeFlops }) => evaluatePowerLaw(batchTokens, computeFlops),
    learningRate: ({ computeFlops }) => evaluatePowerLaw(learningRate, computeFlops),
    ranges: [{ of: 'computeFlops', ...range }],
    isCriticalBatch: false,
    confidence: 'single-source',
  }
}
