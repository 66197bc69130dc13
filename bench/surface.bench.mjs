/**
 * The loss surface beside SciPy, in one run. SciPy minimises the summed Huber objective of Approach 3 with its
 * exact gradient by L-BFGS from the 4,500 starts of Hoffmann et al. 2022 (section D.2); Isoflop's answer must be
 * at least as low, on simulated sweeps and on files that are named (CSV with params, tokens, loss). Then a
 * thousand refits of resamples against SciPy's from the same warm start.
 *
 * SIMULATED=200 sweeps (20 unless said); files as arguments. Needs python3 with SciPy (Debian: python3-scipy).
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'
import { normals, uniforms } from './randomNumbers.mjs'

const SIMULATED = Number(process.env.SIMULATED ?? 20)
const REFITS = 1000

if (spawnSync('python3', ['-c', 'import scipy']).status !== 0) {
  console.log('no SciPy here (python3-scipy): nothing to stand beside')
  process.exit(0)
}
const { fitSurface, surfaceReplicates } = await bundled(`
  export { fitSurface } from './src/scaling/estimators/surface/fitSurface.ts'
  export { surfaceReplicates } from './src/scaling/estimators/surface/surfaceReplicates.ts'
`)
const folder = mkdtempSync(join(tmpdir(), 'surface-'))
const sweeps = [
  ...process.argv.slice(2).map((path) => ({ name: path.split('/').at(-1), rows: fileRows(path) })),
  ...Array.from({ length: SIMULATED }, (_, seed) => ({
    name: `simulated ${seed}`,
    rows: simulated(seed),
  })),
]
writeFileSync(join(folder, 'sweeps.json'), JSON.stringify(sweeps))
writeFileSync(join(folder, 'grid.py'), SCIPY())
const answer = spawnSync('python3', [join(folder, 'grid.py'), join(folder, 'sweeps.json')], {
  encoding: 'utf8',
  maxBuffer: 1e8,
})
if (answer.status !== 0) throw new Error(answer.stderr)
const scipy = JSON.parse(answer.stdout)
rmSync(folder, { recursive: true, force: true })

console.log(
  'sweep                     runs   SciPy 4,500 starts (s)   here (ms)   times   objective over SciPy’s, less 1   starts that reach it',
)
let hits = 0
const times = []
for (const [i, { name, rows }] of sweeps.entries()) {
  const runs = runsOf(rows)
  const begun = performance.now()
  const fit = fitSurface(runs, 'N', 'approach-3')
  const ms = performance.now() - begun
  const { objective, seconds, reached } = scipy[i]
  const excess = fit.status === 'fitted' ? fit.objective / objective - 1 : Number.POSITIVE_INFINITY
  if (excess <= 1e-9) hits++
  times.push((1000 * seconds) / ms)
  if (i < 12 || excess > 1e-9) {
    console.log(
      `${name.slice(0, 25).padEnd(25)} ${String(rows.length).padStart(4)} ${seconds.toFixed(2).padStart(24)} ${ms.toFixed(1).padStart(11)} ${(times.at(-1) ?? 0).toFixed(0).padStart(7)} ${excess.toExponential(1).padStart(32)} ${`${(100 * reached).toFixed(0)}%`.padStart(22)}`,
    )
  }
}
console.log(
  `${hits} of ${sweeps.length} at least as low as SciPy’s grid (1e-9); ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)} times as fast, median ${times.sort((a, b) => a - b)[times.length >> 1].toFixed(0)}`,
)

const [first] = sweeps
const runs = runsOf(first.rows)
for (const method of ['surface', 'approach-3']) {
  const fit = fitSurface(runs, 'N', method)
  surfaceReplicates(runs, 'N', fit, { replicates: 100, seed: 2 }, () => undefined)
  const begun = performance.now()
  surfaceReplicates(runs, 'N', fit, { replicates: REFITS, seed: 1 }, () => undefined)
  const ms = performance.now() - begun
  console.log(
    `${REFITS} refits of ${first.name}, ${method}: ${ms.toFixed(0)} ms here on one thread, ${(scipy[0].refit * REFITS).toFixed(1)} s by SciPy, ${((1000 * scipy[0].refit * REFITS) / ms).toFixed(0)} times`,
  )
}

/** Rows of (N, D, loss) as runs. */
function runsOf(rows) {
  return rows.map(([n, d, loss], line) => ({
    id: String(line),
    line,
    name: '',
    scale: { N: n },
    tokens: d,
    loss,
  }))
}

function fileRows(path) {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const columns = head.split(',')
  const at = ['params', 'tokens', 'loss'].map((name) => columns.indexOf(name))
  return lines.map((line) => at.map((column) => Number(line.split(',')[column])))
}

/** Runs of a surface with random coefficients over a random grid, 0.2% to 1% noise. */
function simulated(seed) {
  const uniform = uniforms(seed + 1)
  const normal = normals(uniform)
  const between = (low, high) => low + (high - low) * uniform()
  const [alpha, beta, E, noise] = [
    between(0.25, 0.5),
    between(0.25, 0.5),
    between(1.2, 2.5),
    between(0.002, 0.01),
  ]
  const [A, B] = [between(0.3, 1) * 3e8 ** alpha, between(0.3, 1) * 6e9 ** beta]
  return Array.from({ length: 60 + Math.floor(60 * uniform()) }, () => {
    const [n, d] = [10 ** between(7.5, 9.7), 10 ** between(8.8, 11)]
    return [n, d, (E + A * n ** -alpha + B * d ** -beta) * (1 + noise * normal())]
  })
}

function SCIPY() {
  return `
import json, sys, time, itertools
import numpy as np
from scipy.optimize import minimize
DELTA = 1e-3
def objective(p, n, d, l):
    a, b, e, alpha, beta = p
    u, v, w = np.exp(a - alpha * n), np.exp(b - beta * d), np.exp(e)
    s = u + v + w
    r = np.log(s) - l
    size = np.abs(r)
    f = np.where(size <= DELTA, r * r / 2, DELTA * (size - DELTA / 2)).sum()
    g = np.clip(r, -DELTA, DELTA) / s
    return f, np.array([(g * u).sum(), (g * v).sum(), (g * w).sum(), -(g * u * n).sum(), -(g * v * d).sum()])
# ftol as tight as doubles allow: the defaults stop on the way.
def fit(start, n, d, l, tight=True):
    how = dict(maxiter=3000, maxfun=6000, ftol=1e-15, gtol=1e-12) if tight else {}
    return minimize(objective, start, args=(n, d, l), jac=True, method='L-BFGS-B', options=how)
starts = list(itertools.product([0, 5, 10, 15, 20, 25], [0, 5, 10, 15, 20, 25], [-1, -.5, 0, .5, 1], [0, .5, 1, 1.5, 2], [0, .5, 1, 1.5, 2]))
out = []
for sweep in json.load(open(sys.argv[1])):
    rows = np.array(sweep['rows']); n, d, l = np.log(rows).T
    t = time.time(); found = [fit(s, n, d, l, False) for s in starts]; seconds = time.time() - t
    values = np.array([f.fun for f in found])
    best = min((fit(found[i].x, n, d, l) for i in np.argsort(values)[:20]), key=lambda f: f.fun)
    for _ in range(3):
        again = fit(best.x, n, d, l)
        if again.fun < best.fun: best = again
    r = np.random.default_rng(0); t = time.time()
    for _ in range(20):
        i = r.integers(0, len(n), len(n)); fit(best.x, n[i], d[i], l[i])
    out.append(dict(objective=best.fun, seconds=seconds, reached=float((values <= best.fun * 1.0001).mean()), refit=(time.time() - t) / 20))
json.dump(out, sys.stdout)
`
}
