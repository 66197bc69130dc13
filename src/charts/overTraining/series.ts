import { computeOverOptimum } from '../../planning/cost/choiceCost.ts'
import type { ParametricLoss } from '../../scaling/forms/parametricLoss.ts'
import type { Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { logGrid } from '../plot/logGrid.ts'

export interface OverTrainingSeries {
  /** Tokens per parameter, and compute over that of the optimum. */
  readonly training: readonly Point[]
  readonly both: readonly Point[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const GRID_POINTS = 121
const SMALLEST = 1 / 60
const LARGEST = 8
/** Lines are cut at this many times the compute of the optimum. */
const MOST = 8

/**
 * Compute for the loss of the optimum at a budget, at other sizes: training alone, and with `servedTokens` of serving at
 * 2·N FLOPs each.
 */
export function overTrainingSeries(
  surface: ParametricLoss,
  optimum: number,
  computeFlops: number,
  servedTokens: number,
): OverTrainingSeries {
  const points = logGrid(optimum * SMALLEST, optimum * LARGEST, GRID_POINTS).flatMap((n) => {
    const training = computeOverOptimum(surface, n, computeFlops)
    const ratio = (training * computeFlops) / (6 * n * n)
    return training <= MOST
      ? [{ ratio, training, both: training + (2 * n * servedTokens) / computeFlops }]
      : []
  })
  const ratios = points.map(({ ratio }) => ratio)
  const totals = points.map(({ both }) => both).filter((both) => both <= MOST * 4)
  return {
    training: points.map(({ ratio, training }): Point => [ratio, training]),
    both: points.map(({ ratio, both }): Point => [ratio, both]),
    xDomain: [Math.min(...ratios), Math.max(...ratios)],
    yDomain: [0.9, Math.max(2, ...totals) * 1.05],
  }
}
