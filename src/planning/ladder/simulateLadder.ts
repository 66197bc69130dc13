import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { randomNormal } from 'd3-random'
import { percentiles } from '../../numerics/percentileInterval.ts'
import type { BudgetGroup } from '../../scaling/budgets/budgetGroups.ts'
import { isoFlopEstimator } from '../../scaling/estimators/estimators.ts'
import type { FitSettings } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { ProfileEstimator } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { evaluateLossLaw, type LossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import { evaluateParametricLoss, type ParametricLoss } from '../../scaling/forms/parametricLoss.ts'
import type { Run } from '../../scaling/runs/run.ts'

/** A sweep that is drawn from a surface, to see what it would say. */
export interface LadderInput {
  readonly runs: readonly {
    readonly budget: number
    readonly modelScale: number
    readonly tokens: number
  }[]
  /** Loss against scale and tokens; its scale is M over this: 6 where it is in parameters, 1 where it is in M. */
  readonly surface: ParametricLoss
  readonly flopsPerScale: number
  /** Noise of a run, relative to its loss. */
  readonly noise: number
  readonly estimator: ProfileEstimator
  readonly draws: number
  readonly seed: number
}

/** What each draw gave; only draws that gave a law are in it. */
export interface LadderOutlook {
  /** Exponents of M. */
  readonly exponents: readonly number[]
  /** Laws of the loss. */
  readonly losses: readonly LossLaw[]
  /** Draws that gave no law. */
  readonly failed: number
  readonly draws: number
}

/**
 * What a sweep can be expected to tell: it is drawn so many times from a surface, with normal noise, and each draw is
 * analysed as the page would. Deterministic in the seed (xoroshiro128+, normal draws by d3-random).
 */
export function simulateLadder(
  { runs, surface, flopsPerScale, noise, estimator, draws, seed }: LadderInput,
  onProgress: (fraction: number) => void,
): LadderOutlook {
  const generator = xoroshiro128plus(seed)
  const normal = randomNormal.source(() => uniformFloat64(generator))(0, 1)
  const budgets = [...new Set(runs.map(({ budget }) => budget))].sort((a, b) => a - b)
  const exponents: number[] = []
  const losses: LossLaw[] = []
  for (let draw = 0; draw < draws; draw++) {
    const groups = budgets.map((budget): BudgetGroup => {
      const members = runs.filter((run) => run.budget === budget)
      return {
        ...{ nominalFlops: budget, realisedFlops: budget },
        runs: members.map(({ modelScale, tokens }, i): Run => {
          const parameters = modelScale / flopsPerScale
          const loss = evaluateParametricLoss(surface, { parameters, tokens })
          return {
            ...{ id: `${budget}/${i}`, name: '', line: i, status: '', statedBudget: budget },
            ...{ computeFlops: budget, tokens, scale: { M: modelScale } },
            loss: loss * (1 + noise * normal()),
          }
        }),
      }
    })
    const settings: FitSettings = {
      ...({ metric: 'M', window: 'all', budgetCompute: 'nominal' } as const),
      estimator,
    }
    const { laws } = isoFlopEstimator(estimator).fit({ groups, settings })
    if (laws.scale.status === 'fitted') exponents.push(laws.scale.exponent)
    if (laws.loss.status === 'fitted') {
      const { irreducible, coefficient, exponent } = laws.loss
      losses.push({ irreducible, coefficient, exponent })
    }
    if (draw % 10 === 9) onProgress((draw + 1) / draws)
  }
  return { exponents, losses, failed: draws - exponents.length, draws }
}

/** Percentiles of the loss at a budget, FLOPs; null with fewer than 20 draws. */
export function expectedLoss(
  { losses }: LadderOutlook,
  computeFlops: number,
  level: number,
): { readonly low: number; readonly high: number } | null {
  return percentiles(
    losses.map((law) => evaluateLossLaw(law, computeFlops)),
    level,
  )
}
