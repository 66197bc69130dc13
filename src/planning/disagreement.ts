import { EPOCH_SURFACE } from '../laws/epoch.ts'
import { fitLine } from '../numerics/fitLine.ts'
import { goldenSection } from '../numerics/goldenSection.ts'
import { evaluateParametricLoss } from '../scaling/forms/parametricLoss.ts'

/** What is done as Kaplan et al. did it, rather than as Hoffmann et al. did. */
export interface KaplanWays {
  /** N leaves the embeddings out, and so does C = 6ND. */
  readonly withoutEmbeddings: boolean
  /** The sizes that Kaplan et al. trained rather than those of Hoffmann et al. */
  readonly smallModels: boolean
}

/** Assumed of every model: one vocabulary matrix of so many rows, and a width of so many times the layers. */
export const SIMULATED = { vocabulary: 32_000, aspectRatio: 110 } as const

/**
 * Sizes without embeddings: those of Kaplan et al. (arXiv:2001.08361, Figure 1), and the optima of the budgets of Hoffmann
 * et al. (arXiv:2203.15556, section 3.2: 6e18 to 3e21 FLOPs) on the surface.
 */
export const SIZES = {
  kaplan: { low: 768, high: 1.5e9 },
  hoffmann: { low: 2e8, high: 5e9 },
} as const
const POINTS = 40

/** Parameters with one vocabulary matrix: N + V·d, d = (N·aspect/12)^(1/3) where a layer has 12·d². */
export function withEmbeddings(bare: number): number {
  const width = ((bare * SIMULATED.aspectRatio) / 12) ** (1 / 3)
  return bare + SIMULATED.vocabulary * width
}

/**
 * The exponent a that a study would find had Epoch's surface of all parameters been the truth: for every compute as it is
 * counted the size with the lowest loss, a straight line through ln N against ln C over the sizes that were trained. No
 * noise and no learning rates: what counting and small models do by themselves. After Pearce and Song 2024,
 * arXiv:2406.12907, who do it in closed form with the shapes of Chinchilla.
 */
export function simulatedExponent({ withoutEmbeddings, smallModels }: KaplanWays): number {
  const { low, high } = smallModels ? SIZES.kaplan : SIZES.hoffmann
  const counted = (bare: number): number => (withoutEmbeddings ? bare : withEmbeddings(bare))
  const logN: number[] = []
  const logC: number[] = []
  const [least, most] = [budgetOf(low, counted), budgetOf(high, counted)]
  for (let i = 0; i < POINTS; i++) {
    const flops = least * (most / least) ** (i / (POINTS - 1))
    const bare = Math.exp(
      goldenSection(
        (x) => {
          const n = Math.exp(x)
          return evaluateParametricLoss(EPOCH_SURFACE, {
            parameters: withEmbeddings(n),
            tokens: flops / (6 * counted(n)),
          })
        },
        Math.log(low / 1000),
        Math.log(high * 1000),
        1e-6,
      ),
    )
    logN.push(Math.log(counted(bare)))
    logC.push(Math.log(flops))
  }
  const line = fitLine(logC, logN)
  return line.status === 'fitted' ? line.slope : Number.NaN
}

/**
 * The compute, as it is counted, at which a size is optimal: where the loss along C = 6·counted·D is level,
 * αA·N^(−α)·dlnN = βB·D^(−β)·dln counted.
 */
function budgetOf(bare: number, counted: (bare: number) => number): number {
  const { A, B, alpha, beta } = EPOCH_SURFACE
  const slope = (of: (bare: number) => number): number =>
    Math.log(of(bare * 1.001) / of(bare / 1.001)) / Math.log(1.001 ** 2)
  const falling = alpha * A * withEmbeddings(bare) ** -alpha * slope(withEmbeddings)
  const tokens = ((beta * B * slope(counted)) / falling) ** (1 / beta)
  return 6 * counted(bare) * tokens
}
