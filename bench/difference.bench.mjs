/**
 * Coverage of what two corpora are compared by: pairs of sweeps simulated from two known surfaces, compared as the page
 * does. How often the 95% interval holds the true difference of the exponents, and how often the true compute multiplier.
 *
 * SWEEPS=400 pairs a cell.
 */
import { bundled } from './bundled.mjs'
import { normals, uniforms } from './randomNumbers.mjs'

const PAIRS = Number(process.env.SWEEPS ?? 400)
const LEVEL = 0.95
const { isoFlopEstimator, resampleInput, exponentDifference, computeMultiplier, optimalLoss } =
  await bundled(`
    export { isoFlopEstimator } from './src/scaling/estimators/estimators.ts'
    export { resampleInput } from './src/study/choices.ts'
    export { exponentDifference, computeMultiplier } from './src/study/comparison/pair.ts'
    export { optimalLoss } from './src/scaling/forms/parametricLoss.ts'
  `)

const MILD = { E: 1.8172, A: 477.8, B: 2143.4, alpha: 0.3473, beta: 0.3672 }
/** A better corpus whose exponent of the scale is larger by 0.03. */
const BETTER = { E: 1.75, A: 420, B: 2300, alpha: 0.33, beta: 0.391 }
const exponent = ({ alpha, beta }) => beta / (alpha + beta)
const optimum = ({ A, B, alpha, beta }, c) =>
  ((alpha * A) / (beta * B)) ** (1 / (alpha + beta)) * (c / 6) ** (beta / (alpha + beta))

/** budgets, runs a budget, noise, half-width of the grid. */
const CELLS = [
  [6, 9, 0.003, 4],
  [6, 9, 0.001, 16],
  [8, 11, 0.005, 6],
  [4, 7, 0.003, 4],
]

console.log(`${PAIRS} pairs a cell: how often the 95% interval holds the truth, in %`)
console.log('design                    difference of a   compute multiplier at 1e20')
for (const cell of CELLS) {
  let [held, worth] = [0, 0]
  for (let pair = 0; pair < PAIRS; pair++) {
    const [a, b] = [corpus(MILD, cell, 2 * pair), corpus(BETTER, cell, 2 * pair + 1)]
    const difference = exponentDifference(a, b, 'scale', LEVEL)
    if (holds(difference, exponent(MILD) - exponent(BETTER))) held++
    if (holds(computeMultiplier(a, b, 1e20, LEVEL), trueMultiplier(1e20))) worth++
  }
  const [budgets, runs, noise, width] = cell
  const percent = (count) => ((100 * count) / PAIRS).toFixed(1)
  console.log(
    `${`${budgets}x${runs} ${100 * noise}% x${width}`.padEnd(26)}${percent(held).padStart(15)}${percent(worth).padStart(29)}`,
  )
}

function holds(compared, truth) {
  return (
    typeof compared !== 'string' &&
    compared.low !== null &&
    compared.low <= truth &&
    truth <= (compared.high ?? Number.POSITIVE_INFINITY)
  )
}

function trueMultiplier(c) {
  const [a, b] = [optimalLoss(MILD), optimalLoss(BETTER)]
  const loss = a.irreducible + a.coefficient * c ** -a.exponent
  return (b.coefficient / (loss - b.irreducible)) ** (1 / b.exponent) / c
}

/** A sweep of a surface, analysed, as one of the corpora that are compared. */
function corpus(surface, [budgets, runs, noise, width], seed) {
  const normal = normals(uniforms(seed + 1))
  const groups = Array.from({ length: budgets }, (_, k) => {
    const c = 10 ** (18 + (2.5 * k) / (budgets - 1))
    return {
      nominalFlops: c,
      realisedFlops: c,
      runs: Array.from({ length: runs }, (_, i) => {
        const n = optimum(surface, c) * width ** ((2 * i) / (runs - 1) - 1)
        const tokens = c / 6 / n
        const { E, A, B, alpha, beta } = surface
        const loss = (E + A * n ** -alpha + B * tokens ** -beta) * (1 + noise * normal())
        return {
          id: `${k}/${i}`,
          line: i,
          name: '',
          scale: { N: n },
          tokens,
          loss,
          computeFlops: c,
        }
      }),
    }
  })
  const settings = {
    ...{ metric: 'N', window: 'all', estimator: 'shared-shape', budgetCompute: 'nominal' },
  }
  const estimator = isoFlopEstimator('shared-shape')
  const analysis = estimator.fit({ groups, settings })
  const input = resampleInput(
    { groups, settings, analysis },
    { intervalMethod: 'delta', replicates: 400, seed: 1 },
  )
  const { scale, tokens, loss } = analysis.laws
  return {
    ...{ name: String(seed), metric: 'N', lossUnit: 'nats/token', lossOptima: [], scale, tokens },
    loss: loss.status === 'fitted' ? loss : null,
    replicates: input === null ? null : estimator.resample(input, () => undefined),
  }
}
