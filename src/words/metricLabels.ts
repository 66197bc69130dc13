import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'

interface MetricLabel {
  /** Symbol of the scale, as in axis titles. */
  readonly symbol: string
  /** Symbol of the optimum's law. */
  readonly optimum: string
  readonly unit: 'parameters' | 'FLOPs/token'
  /** How a scale in parameters counts: FLOPs/token are divided by six. */
  readonly counting: string
}

/** How each scale metric is written, in every language. */
export const METRIC_LABELS: Readonly<Record<ScaleMetric, MetricLabel>> = {
  M: { symbol: 'M', optimum: 'M_opt', unit: 'FLOPs/token', counting: 'M/6' },
  N: { symbol: 'N', optimum: 'N_opt', unit: 'parameters', counting: 'N' },
  '6N1': { symbol: '6N₁', optimum: '6N_1,opt', unit: 'FLOPs/token', counting: 'N₁' },
  '6N2': { symbol: '6N₂', optimum: '6N_2,opt', unit: 'FLOPs/token', counting: 'N₂' },
}
