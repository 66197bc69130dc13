import type { Derivation } from '../issues/derivation.ts'
import type { Run } from '../../scaling/runs/run.ts'
import { SCALE_METRICS } from '../../scaling/runs/scaleMetric.ts'

/**
 * Runs with only those scale metrics that every one of them has, because curves over different
 * runs cannot be compared; `derivations` say which metric is not offered, and the first line that
 * lacks what it needs.
 */
export function sharedMetrics(runs: readonly Run[]): {
  readonly runs: readonly Run[]
  readonly derivations: readonly Derivation[]
} {
  const partial = SCALE_METRICS.flatMap((metric) => {
    const lacking = runs.filter((run) => run.scale[metric] === undefined)
    const [first] = lacking
    if (first === undefined || lacking.length === runs.length) return []
    return [{ metric, lacking: lacking.length, of: runs.length, line: first.line }]
  })
  if (partial.length === 0) return { runs, derivations: [] }
  const dropped = new Set<string>(partial.map(({ metric }) => metric))
  return {
    runs: runs.map((run) => ({
      ...run,
      scale: Object.fromEntries(
        Object.entries(run.scale).filter(([metric]) => !dropped.has(metric)),
      ),
    })),
    derivations: partial.map((one) => ({ code: 'metric-lacking', ...one })),
  }
}
