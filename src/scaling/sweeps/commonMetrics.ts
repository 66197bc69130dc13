import type { Run } from '../runs/run.ts'
import { SCALE_METRICS, type ScaleMetric } from '../runs/scaleMetric.ts'

/** The scale metrics that every run has, in the order of preference; none without runs. */
export function commonMetrics(runs: readonly Run[]): readonly ScaleMetric[] {
  return SCALE_METRICS.filter(
    (metric) => runs.length > 0 && runs.every((run) => run.scale[metric] !== undefined),
  )
}
