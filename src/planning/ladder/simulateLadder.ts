import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { median } from 'd3-array'
import { randomNormal } from 'd3-random'
import { percentiles } from '../../numerics/percentileInterval.ts'
import type { BudgetGroup } from '../../scaling/budgets/budgetGroups.ts'
import { isoFlopEstimator } from '../../scaling/estimators/estimators.ts'
import type { FitSettings } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { ProfileEstimator } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { evaluateLossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
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
  /** Budget of the loss that is wanted, FLOPs. */
  readonly targetFlops: number
  readonly level: number
  readonly draws: number
  readonly seed: number
}

/** Where a figure of a sweep would lie. */
interface Expected {
  readonly low: number
  readonly high: number
  /** The median draw. */
  readonly middle: number
}

export interface LadderOutlook {
  /** Exponent of M. */
  readonly exponent: Expected | null
  /** Loss at the target. */
  readonly loss: Expected | null
  /** Draws that gave no law. */
  readonly failed: number
  readonly draws: number
}

/**
 * What a sweep can be expected to tell: it is drawn so many times from a surface, with normal noise, and each draw is
 * analysed as the page would. Deterministic in the seed (xoroshiro128+, normal draws by d3-random).
 */
export function simulateLadder(
  { runs, surface, flopsPerScale, noise, estimator, targetFlops, level, draws, seed }: LadderInput,
  onProgress: (fraction: number) => void,
): LadderOutlook {
  const generator = xoroshiro128plus(seed)
  const normal = randomNormal.source(() => uniformFloat64(generator))(0, 1)
  const budgets = [...new Set(runs.map(({ budget }) => budget))].sort((a, b) => a - b)
  const exponents: number[] = []
  const losses: number[] = []
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
    if (laws.loss.status === 'fitted') losses.push(evaluateLossLaw(laws.loss, targetFlops))
    if (draw % 10 === 9) onProgress((draw + 1) / draws)
  }
  return {
    exponent: expected(exponents, level),
    loss: expected(losses, level),
    failed: draws - exponents.length,
    draws,
  }
}

function expected(values: readonly number[], level: number): Expected | null {
  const ends = percentiles(values, level)
  const middle = median(values)
  return ends === null || middle === undefined ? null : { ...ends, middle }
}
