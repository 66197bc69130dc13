import { bisectLeft, extent, group, least, mean } from 'd3-array'
import { weightedParabola, evaluateParabola } from '../../numerics/weightedParabola.ts'
import { MIN_RUNS_PER_BUDGET } from '../budgets/nominalBudget.ts'
import type { Run } from '../runs/run.ts'
import type { TrainingCurve } from './trainingCurve.ts'

/** Part of a run, at its beginning, that is not cut: warm-up, and what follows it. */
export const NOT_CUT = 0.1
/** Budgets at which curves are cut, as multiples of powers of ten. */
const STEPS = [1, 2, 5]
/** A run that ends this much below a budget has reached it. */
const REACHED = 1.01
/** Points within this factor of the budget are smoothed over. */
const SMOOTHED = Math.log(1.2)
/** Points on either side that smoothing needs. */
const LEAST_POINTS = 3

/**
 * Multiples of a budget at which its curves are read as well, evenly apart in ln C, the middle one the budget itself:
 * as far as half-way to a budget of twice the compute. Approach 1 follows the lowest curve over them.
 */
export const AROUND: readonly number[] = Array.from({ length: 13 }, (_, i) => 2 ** ((i - 6) / 12))

/** Runs that stand for curves at equal compute. */
export interface CutCurves {
  /** One for each curve and budget; what is not of the end of a run is interpolated. */
  readonly runs: readonly Run[]
  /** FLOPs, ascending. */
  readonly budgets: readonly number[]
  /** Points left out because another learning rate is better for that size at that budget. */
  readonly passedOver: number
}

/**
 * IsoFLOP points from training curves: every curve at every budget 1, 2, 5 × 10^k that it passes after
 * its first tenth, the budgets being those that at least three sizes pass. Of curves of one size (and corpus) that differ in the
 * learning rate, those of the rate with the lowest mean loss at that budget are kept, as Porian et al. 2024 (arXiv:2406.19146,
 * section 3) do; the budgets of such points are stated. Tokens are in proportion to the compute.
 *
 * A point within a run is not a finished run: where the learning rate decays, a run that ends there is better.
 */
export function cutCurves(curves: readonly TrainingCurve[]): CutCurves {
  let passedOver = 0
  const budgets: number[] = []
  const runs: Run[] = []
  const readers = new Map(curves.map((curve) => [curve, lossReader(curve)]))
  for (const budget of budgetsAcross(curves)) {
    const points = [...readers].flatMap(([curve, lossAt]) =>
      passes(curve, budget) ? [cut(curve, budget, lossAt)] : [],
    )
    const kept = bestRates(points)
    if (new Set(kept.map(sizeOf)).size < MIN_RUNS_PER_BUDGET) continue
    passedOver += points.length - kept.length
    budgets.push(budget)
    runs.push(...kept)
  }
  return { runs, budgets, passedOver }
}

/**
 * Loss of a curve at a compute in FLOPs: a local parabola through the points about it where there are enough, else a line
 * between two.
 */
export function lossReader({ computeFlops, loss }: TrainingCurve): (at: number) => number {
  const logs = computeFlops.map(Math.log)
  return (at) => {
    const target = Math.log(at)
    const after = bisectLeft(logs, target)
    const from = bisectLeft(logs, target - SMOOTHED)
    const to = bisectLeft(logs, target + SMOOTHED)
    if (Math.min(after - from, to - after) >= LEAST_POINTS) {
      const x = logs.subarray(from, to)
      const once = new Float64Array(x.length).fill(1)
      const parabola = weightedParabola(x, loss.subarray(from, to), once)
      if (parabola !== null) return evaluateParabola(parabola, target)
    }
    if (after === 0 || after === logs.length) return loss[Math.max(0, after - 1)] ?? Number.NaN
    const [x0 = 0, x1 = 0] = logs.subarray(after - 1, after + 1)
    const [y0 = 0, y1 = 0] = loss.subarray(after - 1, after + 1)
    return y0 + ((y1 - y0) * (target - x0)) / (x1 - x0)
  }
}

function budgetsAcross(curves: readonly TrainingCurve[]): readonly number[] {
  const [low, high] = extent(curves, ({ run }) => run.computeFlops)
  if (low === undefined) return []
  const [from, to] = [Math.floor(Math.log10(low * NOT_CUT)), Math.floor(Math.log10(high * REACHED))]
  const found: number[] = []
  for (let power = from; power <= to; power++) {
    for (const step of STEPS) found.push(Number(`${step}e${power}`))
  }
  return found
}

function passes({ run, computeFlops }: TrainingCurve, budget: number): boolean {
  const begun = Math.max(computeFlops[0] ?? Number.NaN, NOT_CUT * run.computeFlops)
  return begun <= budget && budget <= REACHED * run.computeFlops
}

function cut(curve: TrainingCurve, budget: number, lossAt: (at: number) => number): Run {
  const { steps, plannedSteps, ...run } = curve.run
  const part = Math.min(1, budget / run.computeFlops)
  return {
    ...run,
    id: `${run.id}/${budget.toExponential()}`,
    computeFlops: run.computeFlops * part,
    tokens: run.tokens * part,
    loss: lossAt(budget),
    lossesAround: AROUND.map((times) =>
      passes(curve, times * budget) ? lossAt(times * budget) : Number.NaN,
    ),
    statedBudget: budget,
    // A run that is cut has done at that point what it was to do until there.
    ...(steps === undefined ? {} : { steps: Math.round(steps * part) }),
    ...(plannedSteps === undefined || part < 1 ? {} : { plannedSteps }),
  }
}

function bestRates(points: readonly Run[]): readonly Run[] {
  return [...group(points, sizeOf).values()].flatMap((ofSize) => {
    const rates = group(ofSize, ({ learningRate }) => learningRate)
    return least([...rates.values()], (runs) => mean(runs, ({ loss }) => loss)) ?? []
  })
}

function sizeOf({ scale, corpus = '' }: Run): string {
  const [first = Number.NaN] = Object.values(scale)
  return `${first.toPrecision(6)}/${corpus}`
}
