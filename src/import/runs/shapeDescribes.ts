import { median } from 'd3-array'
import { sixN1 } from '../../scaling/runs/modelScaleFormula.ts'

/** A run's shape beside the parameters that it reports. */
export interface ShapedRun {
  readonly layers: number
  readonly width: number
  readonly parameters: number
}

/** Relative scatter of the implied vocabulary that still counts as one vocabulary. */
const SCATTER = 0.1
const LARGEST_VOCABULARY = 600_000

/**
 * Whether layers of 12·d² parameters describe the models: what the reported parameters leave
 * over must be nothing, or the same number of vocabulary rows of width d in every run.
 *
 * The formula of M assumes such layers; wider feed-forwards would make it wrong by tens of
 * percent without a sign.
 */
export function shapeDescribes(runs: readonly ShapedRun[]): boolean {
  const leftOver = runs.map(({ layers, width, parameters }) => {
    const layerParameters = sixN1({ layers, width }) / 6
    return {
      share: (parameters - layerParameters) / parameters,
      rows: (parameters - layerParameters) / width,
    }
  })
  if (leftOver.every(({ share }) => Math.abs(share) < 0.03)) return true
  const rows = median(leftOver, (run) => run.rows) ?? Number.NaN
  if (!(rows > 0) || rows > LARGEST_VOCABULARY) return false
  return leftOver.every((run) => Math.abs(run.rows / rows - 1) < SCATTER)
}
