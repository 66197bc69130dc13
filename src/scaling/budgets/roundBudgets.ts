import { extent } from 'd3-array'
import type { BudgetMembers } from './nominalBudget.ts'
import type { Run } from '../runs/run.ts'

/** Mantissas of budgets that people choose, roundest first: 1e19 before 9e18, 3e19 before 2e19. */
const MANTISSAS = [1, 3, 2, 5, 6, 4, 8, 7, 9]

/** Standard deviations above an even spread that a mantissa needs before it counts as chosen. */
const LEAST_EXCESS = 2.5

/** Least share of the runs near accepted budgets; below it the sweep is not an IsoFLOP sweep. */
const LEAST_SHARE = 0.4

/**
 * Budgets as round numbers m × 10^k that the reported compute gathers around.
 *
 * Mantissas are tried roundest first. The runs within the relative tolerance of any m × 10^k
 * and not yet claimed are counted and compared with what an even spread in ln C would put
 * there; a mantissa with an excess of at least 2.5 standard deviations (Poisson) claims them.
 * The members are empty when fewer than 40% of the runs are claimed: such compute is a
 * continuum, not a set of budgets.
 */
export function roundBudgets(runs: readonly Run[], tolerance: number): BudgetMembers {
  const none: BudgetMembers = { method: 'round', members: new Map() }
  const [low, high] = extent(runs, (run) => run.computeFlops)
  if (low === undefined || high <= low) return none
  const range = Math.log(high / low)
  const unclaimed = new Set(runs)
  const members = new Map<number, Run[]>()
  for (const mantissa of MANTISSAS) {
    const near = new Map<number, Run[]>()
    for (const run of unclaimed) {
      const nominal = nearestRound(run.computeFlops, mantissa)
      if (Math.abs(run.computeFlops / nominal - 1) > tolerance) continue
      const group = near.get(nominal)
      if (group === undefined) near.set(nominal, [run])
      else group.push(run)
    }
    const count = [...near.values()].reduce((sum, group) => sum + group.length, 0)
    const covered = coveredLogRange(low, high, mantissa, tolerance)
    const expected = (runs.length * covered) / range
    if (count - expected < LEAST_EXCESS * Math.sqrt(expected)) continue
    for (const [nominal, group] of near) {
      members.set(nominal, group)
      for (const run of group) unclaimed.delete(run)
    }
  }
  const claimed = runs.length - unclaimed.size
  return claimed >= LEAST_SHARE * runs.length ? { method: 'round', members } : none
}

function nearestRound(flops: number, mantissa: number): number {
  const exponent = Math.round(Math.log10(flops / mantissa))
  return Number(`${mantissa}e${exponent}`)
}

/** How much of ln [low, high] lies within the tolerance of some m × 10^k. */
function coveredLogRange(low: number, high: number, mantissa: number, tolerance: number): number {
  let covered = 0
  const last = Math.ceil(Math.log10(high)) + 1
  for (let exponent = Math.floor(Math.log10(low)) - 1; exponent <= last; exponent++) {
    const nominal = mantissa * 10 ** exponent
    const from = Math.max(low, nominal * (1 - tolerance))
    const to = Math.min(high, nominal * (1 + tolerance))
    if (to > from) covered += Math.log(to / from)
  }
  return covered
}
