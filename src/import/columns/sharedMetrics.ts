import type { Run } from '../../scaling/runs/run.ts'
import { SCALE_METRICS, type ScaleMetric } from '../../scaling/runs/scaleMetric.ts'

const METRIC_TEXT: Readonly<Record<ScaleMetric, string>> = {
  M: 'M',
  N: 'N',
  '6N1': '6N₁',
  '6N2': '6N₂',
}

/**
 * Runs with only those scale metrics that every one of them has, because curves over different
 * runs cannot be compared; `sentences` says which metric is not offered, and the first line that
 * lacks what it needs.
 */
export function sharedMetrics(runs: readonly Run[]): {
  readonly runs: readonly Run[]
  readonly sentences: readonly string[]
} {
  const partial = SCALE_METRICS.flatMap((metric) => {
    const lacking = runs.filter((run) => run.scale[metric] === undefined)
    const [first] = lacking
    if (first === undefined || lacking.length === runs.length) return []
    return [{ metric, sentence: lackSentence(metric, lacking.length, runs.length, first.line) }]
  })
  if (partial.length === 0) return { runs, sentences: [] }
  const dropped = new Set<string>(partial.map(({ metric }) => metric))
  return {
    runs: runs.map((run) => ({
      ...run,
      scale: Object.fromEntries(
        Object.entries(run.scale).filter(([metric]) => !dropped.has(metric)),
      ),
    })),
    sentences: partial.map(({ sentence }) => sentence),
  }
}

function lackSentence(metric: ScaleMetric, lacking: number, all: number, line: number): string {
  return `${METRIC_TEXT[metric]} is not offered: ${lacking} of ${all} runs ${lacking === 1 ? 'lacks' : 'lack'} what it needs (first line ${line}).`
}
