import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { BudgetGroup } from '../../../budgets/budgetGroups.ts'
import type { Run } from '../../../runs/run.ts'
import { profilesOf } from '../analyseSweep.ts'
import { trustedOptimum, type ProfileSet } from '../isoFlopProfile.ts'
import type { ResampledLaws, ResampleInput } from './lawReplicates.ts'
import { refitted, type DrawnGroups } from './refitted.ts'

type Generator = ReturnType<typeof xoroshiro128plus>

/**
 * Pairs bootstrap: the runs that have weight are drawn with replacement within each trusted budget, and
 * curves and laws are fitted anew, `replicates` times. Percentiles of the replicates are the intervals.
 *
 * Deterministic in the seed (xoroshiro128+). Source: Efron and Tibshirani 1993, An Introduction to the
 * Bootstrap, chapters 8, 13; stratified by budget because the budgets are the design, not a sample.
 */
export function pairsReplicates(
  input: ResampleInput,
  onProgress: (fraction: number) => void,
): ResampledLaws {
  const { groups, settings, seed } = input
  const generator = xoroshiro128plus(seed)
  const parts = {
    scale: partsTaken(groups, profilesOf(groups, settings.metric, settings)),
    tokens: partsTaken(groups, profilesOf(groups, 'D', settings)),
  }
  const draw = (): DrawnGroups => {
    const drawn: Record<'scale' | 'tokens', (BudgetGroup | null)[]> = { scale: [], tokens: [] }
    groups.forEach((_, budget) => {
      const scalePart = parts.scale[budget] ?? null
      const tokensPart = parts.tokens[budget] ?? null
      // One drawing for both axes, where both go by the same runs.
      const inScale = scalePart === null ? null : resampled(scalePart, generator)
      const isShared = scalePart !== null && hasSameRuns(scalePart, tokensPart)
      drawn.scale.push(inScale)
      drawn.tokens.push(
        tokensPart === null ? null : isShared ? inScale : resampled(tokensPart, generator),
      )
    })
    return drawn
  }
  return { ...refitted(input, draw, onProgress), origin: 'pairs' }
}

/**
 * Only budgets whose own curve is trusted take part, with the runs that have a say in it: neither is drawn
 * anew, or a wild run that is drawn twice would outvote its neighbours.
 */
export function partsTaken(
  groups: readonly BudgetGroup[],
  { profiles }: ProfileSet,
): readonly (BudgetGroup | null)[] {
  return groups.map((group, budget) => {
    const profile = profiles[budget]
    if (profile === undefined || trustedOptimum(profile) === null) return null
    const without = new Set(profile.withoutWeight)
    return { ...group, runs: group.runs.filter((run) => !without.has(run)) }
  })
}

function hasSameRuns(one: BudgetGroup, other: BudgetGroup | null): boolean {
  return one.runs.length === other?.runs.length && one.runs.every((run, i) => run === other.runs[i])
}

function resampled(group: BudgetGroup, generator: Generator): BudgetGroup {
  return { ...group, runs: drawWithReplacement(group.runs, generator) }
}

function drawWithReplacement(runs: readonly Run[], generator: Generator): Run[] {
  return runs.map((run) => runs[uniformInt(generator, 0, runs.length - 1)] ?? run)
}
