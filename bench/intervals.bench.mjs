/**
 * Coverage and width of the 95% intervals of the exponent, by every estimator and way of making intervals, on
 * sweeps simulated from two known laws: 4 to 10 budgets of 5 to 15 runs, noise of 0.1% to 1%, the same at
 * all budgets or growing ninefold with compute, grids that are centred, off-centre or drifting. Beside it
 * the widths that no unbiased estimator can beat (Cramér and Rao): of the five coefficients of the surface, and of
 * slices of one shape whose minima follow a law, which is what there is to know where no surface is assumed.
 *
 * SWEEPS=400 is what docs/methods.md has; ESTIMATOR=id counts one alone; METHOD=wild, pairs or leave-one-out counts
 * slices of one shape with their intervals made that way (hours for the two that refit).
 */
import { bundled } from './bundled.mjs'
import { normals, uniforms } from './randomNumbers.mjs'

const SWEEPS = Number(process.env.SWEEPS ?? 400)
/** One estimator alone, where not all are wanted. */
const ONLY = process.env.ESTIMATOR
const METHOD = process.env.METHOD
/** Draws of a way that refits nothing, and of one that does. */
const REPLICATES = METHOD === 'wild' || METHOD === 'pairs' ? 200 : 400
const LEVEL = 0.95
const { isoFlopEstimator, resampleInput, percentiles, inverse, Matrix, ISOFLOP_ESTIMATORS } =
  await bundled(`
    export { isoFlopEstimator, ISOFLOP_ESTIMATORS } from './src/scaling/estimators/estimators.ts'
    export { resampleInput } from './src/study/choices.ts'
    export { percentiles } from './src/numerics/percentileInterval.ts'
    export { inverse, Matrix } from 'ml-matrix'
  `)

/** E, A, B, alpha, beta. */
const LAWS = { mild: [1.8172, 477.8, 2143.4, 0.3473, 0.3672], skew: [1.9, 120, 9000, 0.28, 0.45] }
const truthOf = ([, , , alpha, beta]) => beta / (alpha + beta)
const lossOf = ([E, A, B, alpha, beta], n, d) => E + A * n ** -alpha + B * d ** -beta
const optimumOf = ([, A, B, alpha, beta], c) =>
  ((alpha * A) / (beta * B)) ** (1 / (alpha + beta)) * (c / 6) ** (beta / (alpha + beta))

/** law, budgets, runs a budget, noise, grid, whether the noise grows with compute. */
const CELLS = [
  ['mild', 4, 7, 0.003, 'x4'],
  ['mild', 4, 5, 0.003, 'x4'],
  ['mild', 6, 9, 0.003, 'x4'],
  ['mild', 6, 9, 0.003, 'off2'],
  ['mild', 6, 9, 0.001, 'x16'],
  ['mild', 4, 7, 0.01, 'x16'],
  ['mild', 9, 13, 0.003, 'drifting'],
  ['mild', 6, 9, 0.01, 'drifting'],
  ['skew', 4, 7, 0.003, 'x4'],
  ['skew', 6, 9, 0.003, 'x16'],
  ['skew', 9, 13, 0.01, 'x16'],
  ['skew', 10, 15, 0.001, 'off2'],
  ['skew', 6, 9, 0.001, 'drifting'],
  ['skew', 9, 13, 0.003, 'drifting'],
  ['skew', 6, 9, 0.01, 'drifting'],
  ['skew', 6, 9, 0.003, 'x4', true],
  ['mild', 9, 13, 0.003, 'x16', true],
  ['skew', 9, 13, 0.003, 'drifting', true],
]
const WAYS =
  METHOD === undefined
    ? ISOFLOP_ESTIMATORS.filter(({ id }) => ONLY === undefined || ONLY === id).map(({ id }) => [
        id,
        'delta',
      ])
    : [['shared-shape', METHOD]]

console.log(
  `${SWEEPS} sweeps a cell: coverage in %, and median width over the Cramér-Rao width of the surface; that of slices first`,
)
console.log(
  [
    'design'.padEnd(36),
    'slices',
    ...WAYS.map((way) => way.join(' ').slice(0, 23).padStart(24)),
  ].join(''),
)
const totals = WAYS.map(() => ({ held: 0, of: 0 }))
for (const cell of CELLS) {
  const [name, budgets, runs, noise, grid, grows = false] = cell
  const law = LAWS[name]
  const least = cramerRao(cell)
  const ofSlices = (cramerRaoOfSlices(cell) / least).toFixed(2).padStart(6)
  const columns = WAYS.map(([estimator, method], w) => {
    let held = 0
    const widths = []
    for (let seed = 0; seed < SWEEPS; seed++) {
      const interval = intervalOf(simulated(cell, seed), estimator, method)
      if (interval === null) continue
      widths.push(interval.high - interval.low)
      if (interval.low <= truthOf(law) && truthOf(law) <= interval.high) held++
    }
    totals[w].held += held
    totals[w].of += SWEEPS
    const width = widths.sort((a, b) => a - b)[widths.length >> 1] ?? Number.NaN
    return `${((100 * held) / SWEEPS).toFixed(1)} ${(width / least).toFixed(2)}`.padStart(24)
  })
  const title = `${name} ${budgets}x${runs} ${100 * noise}%${grows ? ' growing' : ''} ${grid}`
  console.log([title.padEnd(36), ofSlices, ...columns].join(''))
}
console.log(
  [
    'all'.padEnd(42),
    ...totals.map(({ held, of }) => ((100 * held) / of).toFixed(1).padStart(24)),
  ].join(''),
)

function intervalOf(groups, id, method) {
  const settings = { metric: 'N', window: 'all', estimator: id, budgetCompute: 'nominal' }
  const estimator = isoFlopEstimator(id)
  const analysis = estimator.fit({ groups, settings })
  const choices = { intervalMethod: method, replicates: REPLICATES, seed: 1 }
  const input = resampleInput({ groups, settings, analysis }, choices)
  if (input === null) return null
  return percentiles(estimator.resample(input, () => undefined).scale.exponent, LEVEL)
}

function positions([name, budgets, runs, , grid]) {
  const law = LAWS[name]
  const first = Math.log(optimumOf(law, 1e18))
  return Array.from({ length: budgets }, (_, k) => {
    const computeFlops = 10 ** (18 + (2.5 * k) / (budgets - 1))
    const optimum = Math.log(optimumOf(law, computeFlops))
    const [centre, reach] = {
      x4: [optimum, 4],
      x16: [optimum, 16],
      off2: [optimum + Math.log(2), 8],
      drifting: [first + 0.6 * (optimum - first), 6],
    }[grid]
    const x = Array.from(
      { length: runs },
      (_, i) => centre + Math.log(reach) * ((2 * i) / (runs - 1) - 1),
    )
    return { computeFlops, x }
  })
}

function noiseAt([, budgets, , noise, , grows], k) {
  return noise * (grows ? 3 ** ((2 * k) / (budgets - 1) - 1) : 1)
}

function simulated(cell, seed) {
  const law = LAWS[cell[0]]
  const normal = normalsFrom(seed * 7919 + 13)
  return positions(cell).map(({ computeFlops, x }, k) => ({
    nominalFlops: computeFlops,
    realisedFlops: computeFlops,
    runs: x.map((at, i) => {
      const n = Math.exp(at)
      const tokens = computeFlops / 6 / n
      const loss = lossOf(law, n, tokens) * (1 + noiseAt(cell, k) * normal())
      const id = `${k}-${i}`
      return {
        id,
        name: '',
        line: i,
        computeFlops,
        tokens,
        scale: { N: n },
        loss,
        statedBudget: 'unstated',
        status: '',
      }
    }),
  }))
}

/** Width of the 95% interval of a by the information in slices of one shape whose minima follow a law, the noise known. */
function cramerRaoOfSlices(cell) {
  const law = LAWS[cell[0]]
  const [E, A, , alpha, beta] = law
  const slices = positions(cell)
  const places = slices.map(({ computeFlops }) => Math.log(optimumOf(law, computeFlops)))
  const middle = Math.log(slices[slices.length >> 1].computeFlops)
  // alpha, beta, where the law passes the middle budget, a, then level and bend of each slice.
  const truth = [alpha, beta, Math.log(optimumOf(law, Math.exp(middle))), truthOf(law)]
  for (const place of places) {
    const bend = (alpha + beta) * alpha * A * Math.exp(-alpha * place)
    truth.push(E + bend / (alpha * beta), bend)
  }
  const lossAt = (at, k, x) => {
    const [p, q, place, a] = at
    const t = x - place - a * (Math.log(slices[k].computeFlops) - middle)
    const [level, bend] = at.slice(4 + 2 * k, 6 + 2 * k)
    const falling = Math.expm1(-p * t) / p
    const rising = Math.expm1(q * t) / q
    return level + (bend * (falling + rising)) / (p + q)
  }
  const rows = slices.flatMap(({ x }, k) =>
    x.map((at) => {
      const size = noiseAt(cell, k) * lossAt(truth, k, at)
      return truth.map((value, j) => {
        const step = 1e-4 * Math.max(Math.abs(value), 1e-3)
        const moved = (by) => lossAt(truth.with(j, value + by), k, at)
        return (moved(step) - moved(-step)) / (2 * step) / size
      })
    }),
  )
  return leastWidth(
    rows,
    truth.map((_, j) => (j === 3 ? 1 : 0)),
  )
}

/** Width of the 95% interval of a by the information of the five coefficients, the noise known. */
function cramerRao(cell) {
  const [E, A, B, alpha, beta] = LAWS[cell[0]]
  const rows = positions(cell).flatMap(({ computeFlops, x }, k) =>
    x.map((at) => {
      const d = computeFlops / 6 / Math.exp(at)
      const [u, v] = [A * Math.exp(-alpha * at), B * d ** -beta]
      const size = noiseAt(cell, k) * (E + u + v)
      return [1, u, v, -u * at, -v * Math.log(d)].map((value) => value / size)
    }),
  )
  return leastWidth(rows, [0, 0, 0, -beta / (alpha + beta) ** 2, alpha / (alpha + beta) ** 2])
}

/** Width of the 95% interval of what has this gradient by the information in rows of derivatives over the noise. */
function leastWidth(rows, gradient) {
  const design = new Matrix(rows)
  const scale = gradient.map((_, j) => Math.hypot(...design.getColumn(j)))
  const scaled = new Matrix(rows.map((row) => row.map((value, j) => value / scale[j])))
  const covariance = inverse(scaled.transpose().mmul(scaled), true)
  const g = Matrix.columnVector(gradient.map((value, j) => value / scale[j]))
  return 2 * 1.95996 * Math.sqrt(g.transpose().mmul(covariance).mmul(g).get(0, 0))
}

/** Standard normals from a seed; the first numbers after small seeds are alike, and left out. */
function normalsFrom(seed) {
  const uniform = uniforms(seed)
  for (let i = 0; i < 5; i++) uniform()
  return normals(uniform)
}
