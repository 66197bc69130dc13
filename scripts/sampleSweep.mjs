import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** DeepSeek LLM's published allocation, arXiv:2401.02954 eq. 4, and hyperparameters, eq. 1. */
const SCALE = { coefficient: 0.1715, exponent: 0.5243 }
const BATCH = { coefficient: 0.292, exponent: 0.3271 }
const LEARNING_RATE = { coefficient: 0.3118, exponent: -0.125 }

const BUDGETS = [1e17, 3e17, 1e18, 3e18, 1e19, 3e19, 1e20, 3e20]
const SIZES = 10
/** The grid of a budget spans this factor of model scale. */
const SPAN = 12
const NOISE = 0.003
export const SEED = 20240105

/**
 * The surface L(M, D) = E + A / M^alpha + B / D^beta, bits per byte, whose minimum at C = M·D is
 * exactly DeepSeek's M_opt. Published is only where the minimum lies: the irreducible E, the
 * level at 1e17 and alpha + beta are assumed.
 */
export const SURFACE = (() => {
  const E = 0.55
  const exponentSum = 0.66
  const beta = SCALE.exponent * exponentSum
  const alpha = exponentSum - beta
  // At the minimum alpha·A/M^alpha = beta·B/D^beta; with M_opt = G·C^a this fixes A/B.
  const ratio = (beta / alpha) * SCALE.coefficient ** exponentSum
  // The level: 1.5 bits per byte at the optimum of 1e17 FLOPs.
  const m = SCALE.coefficient * 1e17 ** SCALE.exponent
  const d = 1e17 / m
  const B = (1.5 - E) / (ratio / m ** alpha + 1 / d ** beta)
  return { E, A: ratio * B, B, alpha, beta }
})()

/** Loss of the surface without noise: M in FLOPs/token, D in tokens, result in bits per byte. */
export function surfaceLoss(m, d) {
  return SURFACE.E + SURFACE.A / m ** SURFACE.alpha + SURFACE.B / d ** SURFACE.beta
}

/** The sample sweep as CSV text: 8 budgets of 10 model scales each, the same for the same seed. */
export function sampleSweepCsv(seed) {
  const generator = xoroshiro128plus(seed)
  const uniform = () => uniformFloat64(generator)
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const lines = [
    'run,compute_flops,model_scale_flops_per_token,tokens,bits_per_byte,batch_tokens,learning_rate',
  ]
  for (const c of BUDGETS) {
    // Real grids are laid around a guess of the optimum, which is a little off.
    const centre = SCALE.coefficient * c ** SCALE.exponent * Math.exp(0.25 * (uniform() - 0.5))
    const batch = roundBatch(BATCH.coefficient * c ** BATCH.exponent)
    const rate = LEARNING_RATE.coefficient * c ** LEARNING_RATE.exponent
    for (let i = 0; i < SIZES; i++) {
      const place = i / (SIZES - 1) - 0.5 + 0.03 * (uniform() - 0.5)
      const m = Number((centre * SPAN ** place).toPrecision(6))
      const d = c / m
      const loss = surfaceLoss(m, d) * (1 + NOISE * gaussian())
      const values = [c, m, Math.round(d), loss.toFixed(5), batch, rate.toPrecision(4)]
      lines.push([`synthetic-${c.toExponential(0).replace('+', '')}-${i + 1}`, ...values].join(','))
    }
  }
  return `${lines.join('\n')}\n`
}

/** A batch in tokens as people set it: a multiple of 4,096-token sequences. */
function roundBatch(tokens) {
  return Math.round(tokens / 4096) * 4096
}

/** Name of the sample's file beside its index. */
export const FILE = 'deepseek-law-synthetic.csv'

/** The index of samples: what each is, where it comes from, and what is assumed in it. */
export function sampleIndex(csv) {
  return [
    {
      id: 'deepseek-law-synthetic',
      file: FILE,
      name: 'Synthetic sweep from DeepSeek’s law',
      synthetic: true,
      origin:
        'Synthetic: 80 runs generated from DeepSeek’s published allocation law (arXiv:2401.02954, eq. 4) with 0.3% noise. ' +
        `Where the minima lie is published; how low and how curved is assumed (E = ${SURFACE.E} bits/byte, α + β = ${(SURFACE.alpha + SURFACE.beta).toFixed(2)}). Made by scripts/make-sample.mjs, seed ${SEED}.`,
      law: 'DeepSeek-AI 2024, arXiv:2401.02954, eq. 4',
      licence: 'MIT',
      corpus: null,
      columns: csv.slice(0, csv.indexOf('\n')).split(','),
      lossUnit: 'bits/byte',
    },
  ]
}
