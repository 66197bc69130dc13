import { PUBLISHED_CORPORA, type PublishedCorpus } from '../laws/dataQuality.ts'
import { DEEPSEEK } from '../laws/deepseek.ts'
import { EPOCH_SURFACE } from '../laws/epoch.ts'
import { HYPERPARAMETER_RULES, type HyperparameterRuleId } from '../laws/hyperparameterRules.ts'
import { untunedCost } from '../laws/untunedCost.ts'
import { fitLine } from '../numerics/fitLine.ts'
import { goldenSection } from '../numerics/goldenSection.ts'
import { parabolaMinimum, weightedParabola } from '../numerics/weightedParabola.ts'
import { evaluateParametricLoss, type ParametricLoss } from '../scaling/forms/parametricLoss.ts'

/** What a study can do otherwise than one that finds the truth: all but the grid as Kaplan et al. did it. */
export const STUDY_WAYS = [
  /** N leaves the embeddings out. */
  'embeddings',
  /** C leaves the last layer out. */
  'last-layer',
  /** All runs warm up over the same tokens. */
  'warm-up',
  /** The learning rate of all runs follows Kaplan's rule, whatever the best would be. */
  'rate',
  /** The batch of all runs is Kaplan's. */
  'batch',
  /** Small budgets. */
  'budgets',
  /** The same sizes at all budgets, and a parabola through all of them. */
  'grid',
] as const
export type StudyWay = (typeof STUDY_WAYS)[number]

/** Rules that say what the best rate and the best batch would be, with sizes as small as the study's or with the runs that tell the cost. */
export const TUNING_RULES = ['step-law', 'porian'] as const satisfies HyperparameterRuleId[]
export type TuningRule = (typeof TUNING_RULES)[number]

/** From Kaplan's way to the truth, in the order of Porian et al.: what is still done after each step. */
export const SIMULATED_STEPS = [
  { id: 'kaplan', ways: ['embeddings', 'last-layer', 'warm-up', 'budgets'] },
  { id: 'counted', ways: ['warm-up', 'budgets'] },
  { id: 'warmed', ways: ['budgets'] },
] as const satisfies readonly { readonly id: string; readonly ways: readonly StudyWay[] }[]

/** Assumed of every study. */
export const SIMULATED = {
  /** One vocabulary matrix of so many rows, and a width of so many times the layers. */
  vocabulary: 32_000,
  aspectRatio: 110,
  /** Kaplan et al. 2020, arXiv:2001.08361, section 2.2: batches of 2^19 tokens, the first 3,000 of which are the warm-up. */
  batchTokens: 2 ** 19,
  warmupTokens: 3000 * 2 ** 19,
  /** FLOPs as they are counted: those of Porian et al. 2024, arXiv:2406.19146, and of Hoffmann et al. 2022, arXiv:2203.15556. */
  budgets: { kaplan: [1.25e16, 2.56e19], hoffmann: [6e18, 3e21] },
  /** Sizes of a grid that stays put, a factor of 2 apart, about the optimum of the middle budget. */
  gridSizes: 12,
} as const
const POINTS = 12
/** Parameters without embeddings between which the best is sought; Kaplan's rule has a learning rate up to 1.2e10. */
const SOUGHT = { least: 1e2, most: 1e13, mostWithRate: 1.2e10 } as const

/** Parameters with one vocabulary matrix: N + V·d, d = (N·aspect/12)^(1/3) where a layer has 12·d². */
export function withEmbeddings(bare: number): number {
  const width = ((bare * SIMULATED.aspectRatio) / 12) ** (1 / 3)
  return bare + SIMULATED.vocabulary * width
}

/**
 * The exponent a that a study would find had Epoch's surface of all parameters been the truth: at every budget, as it is
 * counted, the size of lowest loss, and a straight line through ln N, as it is counted, against ln C. No noise. After Pearce and Song
 * 2024, arXiv:2406.12907, who do the counting in closed form with the shapes of Chinchilla.
 *
 * Tokens of a linear warm-up count half, which is assumed: while the rate rises from 0 a run learns half as fast on average. Data move
 * the surface's own a by what DeepSeek published for its corpora (arXiv:2401.02954, Table 4). A rate and a
 * batch that are not the best cost what {@link untunedCost} says; what the best would be is extrapolated from a rule.
 */
export function simulatedExponent(
  ways: ReadonlySet<StudyWay>,
  corpus: PublishedCorpus['id'] = 'current',
  tunedBy: TuningRule = 'step-law',
): number {
  const surface = surfaceOf(corpus)
  const [least, most] = ways.has('budgets') ? SIMULATED.budgets.kaplan : SIMULATED.budgets.hoffmann
  const counted = (bare: number): number => (ways.has('embeddings') ? bare : withEmbeddings(bare))
  const inCompute = (bare: number): number => (ways.has('last-layer') ? bare : withEmbeddings(bare))
  const loss = (logBare: number, flops: number): number => {
    const bare = Math.exp(logBare)
    const tokens = flops / (6 * inCompute(bare))
    const reached = evaluateParametricLoss(surface, {
      parameters: withEmbeddings(bare),
      tokens: ways.has('warm-up') ? learntFrom(tokens) : tokens,
    })
    return reached * Math.exp(costOfTuning(ways, tunedBy, bare, tokens, flops))
  }
  const largest = ways.has('rate') ? SOUGHT.mostWithRate : SOUGHT.most
  const best = (flops: number): number =>
    goldenSection((x) => loss(x, flops), Math.log(SOUGHT.least), Math.log(largest), 1e-7)
  const middle = best(Math.sqrt(least * most))
  const grid = Array.from(
    { length: SIMULATED.gridSizes },
    (_, i) => middle + Math.LN2 * (i - (SIMULATED.gridSizes - 1) / 2),
  )
  const found = (flops: number): number | null => {
    if (!ways.has('grid')) return best(flops)
    const losses = grid.map((x) => loss(x, flops))
    const parabola = weightedParabola(
      grid,
      losses,
      grid.map(() => 1),
    )
    return parabola === null ? null : (parabolaMinimum(parabola)?.x ?? null)
  }
  const logN: number[] = []
  const logC: number[] = []
  for (let i = 0; i < POINTS; i++) {
    const flops = least * (most / least) ** (i / (POINTS - 1))
    const x = found(flops)
    if (x === null) continue
    logN.push(Math.log(counted(Math.exp(x))))
    logC.push(Math.log(flops))
  }
  const line = fitLine(logC, logN)
  return line.status === 'fitted' ? line.slope : Number.NaN
}

/** What ln loss rises by where the rate is Kaplan's, or the batch is, instead of what a rule says is best. */
function costOfTuning(
  ways: ReadonlySet<StudyWay>,
  tunedBy: TuningRule,
  bare: number,
  tokens: number,
  computeFlops: number,
): number {
  if (!ways.has('rate') && !ways.has('batch')) return 0
  const training = {
    computeFlops,
    parameters: withEmbeddings(bare),
    nonEmbedding: bare,
    tokens,
    loss: null,
  }
  const best = ruleOf(tunedBy)
  const logRatio = (is: number | null | undefined, wanted: number | null | undefined) =>
    is && wanted ? Math.log(is / wanted) : null
  const rate = logRatio(ruleOf('kaplan')?.learningRate(training), best?.learningRate(training))
  const batch = logRatio(SIMULATED.batchTokens, best?.batchTokens(training))
  return untunedCost({
    rate: ways.has('rate') ? rate : null,
    batch: ways.has('batch') ? batch : null,
  })
}

function ruleOf(wanted: HyperparameterRuleId) {
  return HYPERPARAMETER_RULES.find(({ id }) => id === wanted)
}

/** Tokens that a run with the long warm-up learns as much from as another from all of its own. */
function learntFrom(tokens: number): number {
  const { warmupTokens } = SIMULATED
  return tokens > warmupTokens ? tokens - warmupTokens / 2 : tokens ** 2 / (2 * warmupTokens)
}

/** Epoch's surface with a moved by what DeepSeek published for a corpus; alpha is moved, beta stays. */
function surfaceOf(corpus: PublishedCorpus['id']): ParametricLoss {
  const { alpha, beta } = EPOCH_SURFACE
  const published = PUBLISHED_CORPORA.find(({ id }) => id === corpus)?.a ?? DEEPSEEK.scale.exponent
  const a = beta / (alpha + beta) + published - DEEPSEEK.scale.exponent
  return { ...EPOCH_SURFACE, alpha: (beta * (1 - a)) / a }
}
