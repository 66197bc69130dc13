import { least, quantileSorted } from 'd3-array'
import type { Run } from '../runs/run.ts'
import { SCALE_METRICS, type ScaleMetric } from '../runs/scaleMetric.ts'

/** How the compute of runs compares with what a scale metric implies: C / (M·D), C / (6·N·D), ... */
export interface ScaleEvidence {
  readonly metric: ScaleMetric
  /** Median of the ratios. */
  readonly ratio: number
  /** The middle 80% of the ratios. */
  readonly low: number
  readonly high: number
}

/** The middle 80% of the ratios of a constant one differ by no more than this factor. */
const CONSTANT = 1.1
/** Relative scatter below which the ratio is exact: one of the three was computed from the others. */
const EXACT = 1e-4

/** C over what each metric that all runs have implies, in the order of {@link SCALE_METRICS}. */
export function scaleEvidence(runs: readonly Run[]): readonly ScaleEvidence[] {
  return SCALE_METRICS.flatMap((metric) => {
    const perToken = (run: Run): number => (metric === 'N' ? 6 : 1) * (run.scale[metric] ?? NaN)
    const ratios = runs.map((run) => run.computeFlops / run.tokens / perToken(run))
    if (ratios.length === 0 || !ratios.every(Number.isFinite)) return []
    const sorted = Array.from(new Float64Array(ratios).sort())
    const [low = 0, ratio = 0, high = 0] = [0.1, 0.5, 0.9].map((p) => quantileSorted(sorted, p))
    return [{ metric, ratio, low, high }]
  })
}

/** Whether the ratio is the same in the middle 80% of the runs, within 10%. */
export function isConstantRatio({ low, high }: ScaleEvidence): boolean {
  return high / low <= CONSTANT
}

/** Whether the ratio is the same to four digits: C, D or the scale was computed from the other two. */
export function isExactRatio({ low, high }: ScaleEvidence): boolean {
  return high / low <= 1 + EXACT
}

/**
 * The metric that the compute of the runs speaks for: of those with a constant ratio the one whose
 * ratio is nearest to 1, else the one whose ratio scatters least; in ties the earlier of
 * {@link SCALE_METRICS}. Null where the runs share no metric.
 */
export function metricByEvidence(evidence: readonly ScaleEvidence[]): ScaleEvidence | null {
  const constant = evidence.filter(isConstantRatio)
  const rounded = (value: number): number => Math.round(Math.abs(value) * 1e3)
  return (
    (constant.length > 0
      ? least(constant, ({ ratio }) => rounded(Math.log(ratio)))
      : least(evidence, ({ low, high }) => rounded(Math.log(high / low)))) ?? null
  )
}
