import { median } from 'd3-array'
import type { Run } from '../scaling/run.ts'
import type { CellReader } from './cellReader.ts'
import type { ImportIssue } from './importIssue.ts'

/** Median ratios of reported to implied compute that are taken for agreement. */
const AGREEING = { low: 0.8, high: 1.25 }

/**
 * A remark when the compute column is systematically something else than M·D (where the file
 * gives M) or 6·N·D: its `found` is the median ratio. Null when they agree, or when one of the
 * three is not in the file. Nothing is repaired.
 */
export function computeDisagreement(runs: readonly Run[], cells: CellReader): ImportIssue | null {
  if (!cells.has('computeFlops') || !cells.has('tokens')) return null
  const givesM = cells.has('modelScale')
  if (!givesM && !cells.has('parameters')) return null
  const ratio = median(runs, ({ computeFlops, tokens, scale }) => {
    const flopsPerToken = givesM ? scale.M : 6 * (scale.N ?? Number.NaN)
    return computeFlops / tokens / (flopsPerToken ?? Number.NaN)
  })
  if (ratio === undefined || (ratio > AGREEING.low && ratio < AGREEING.high)) return null
  return {
    severity: 'remark',
    code: 'compute-disagrees',
    found: ratio.toPrecision(3),
    ...(givesM ? { field: 'modelScale' } : {}),
  }
}
