import { group, mean, min } from 'd3-array'
import { fitLine } from '../../../numerics/fitLine.ts'
import type { PowerLaw } from '../../forms/powerLaw.ts'
import type { Run } from '../../runs/run.ts'

/** Runs whose loss is within this share of the best of their cell are near-optimal. */
export const NEAR_OPTIMAL = 0.0025
/** Different settings that a cell of one scale and one number of tokens needs. */
const LEAST_SETTINGS = 5
/** Different budgets that a line needs. */
const LEAST_BUDGETS = 3

/** Batch size (tokens) and peak learning rate against compute (FLOPs), from a sweep's own grid. */
export interface OwnSettings {
  readonly batchTokens: PowerLaw
  readonly learningRate: PowerLaw
  /** Compute of the cells. */
  readonly range: { readonly low: number; readonly high: number }
  readonly cells: number
}

/**
 * Power laws through the near-optimal runs of every (scale, tokens) cell that was trained at several learning rates and
 * batch sizes: those within 0.25% of the cell's lowest loss, averaged in ln, one point a cell, by ordinary least squares in
 * ln C. Null where fewer than three budgets have such cells. Source: DeepSeek-AI 2024, arXiv:2401.02954, section 3.1.
 */
export function nearOptimalSettings(runs: readonly Run[]): OwnSettings | null {
  const known = runs.filter(
    ({ learningRate, batchTokens }) => learningRate !== undefined && batchTokens !== undefined,
  )
  const cells = [...group(known, cellOf).values()].flatMap((members) => {
    const settings = new Set(members.map((run) => `${run.learningRate}/${run.batchTokens}`))
    if (settings.size < LEAST_SETTINGS) return []
    const best = min(members, ({ loss }) => loss) ?? Number.NaN
    const near = members.filter(({ loss }) => loss <= best * (1 + NEAR_OPTIMAL))
    return [
      {
        logC: Math.log(mean(members, ({ computeFlops }) => computeFlops) ?? Number.NaN),
        logBatch: mean(near, ({ batchTokens = Number.NaN }) => Math.log(batchTokens)) ?? Number.NaN,
        logRate:
          mean(near, ({ learningRate = Number.NaN }) => Math.log(learningRate)) ?? Number.NaN,
      },
    ]
  })
  const logC = cells.map((cell) => cell.logC)
  if (new Set(logC.map((value) => value.toFixed(3))).size < LEAST_BUDGETS) return null
  const law = (values: readonly number[]): PowerLaw | null => {
    const line = fitLine(logC, values)
    return line.status === 'fitted'
      ? { coefficient: Math.exp(line.intercept), exponent: line.slope }
      : null
  }
  const batchTokens = law(cells.map(({ logBatch }) => logBatch))
  const learningRate = law(cells.map(({ logRate }) => logRate))
  if (batchTokens === null || learningRate === null) return null
  return {
    ...{ batchTokens, learningRate, cells: cells.length },
    range: { low: Math.exp(Math.min(...logC)), high: Math.exp(Math.max(...logC)) },
  }
}

function cellOf({ scale, tokens }: Run): string {
  const [first = Number.NaN] = Object.values(scale)
  return `${first.toPrecision(6)}/${tokens.toPrecision(6)}`
}
