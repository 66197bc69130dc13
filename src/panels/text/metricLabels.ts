import type { LossUnit } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'

interface MetricLabel {
  /** Symbol of the scale, as in axis titles. */
  readonly symbol: string
  /** Symbol of the optimum's law. */
  readonly optimum: string
  readonly name: string
  readonly unit: string
}

/** How each scale metric is written, everywhere on the page. */
export const METRIC_LABELS: Readonly<Record<ScaleMetric, MetricLabel>> = {
  M: { symbol: 'M', optimum: 'M_opt', name: 'Non-embedding FLOPs/token M', unit: 'FLOPs/token' },
  N: { symbol: 'N', optimum: 'N_opt', name: 'Parameters N, as given', unit: 'parameters' },
  '6N1': {
    symbol: '6N₁',
    optimum: '6N_1,opt',
    name: '6 × non-embedding parameters, 6N₁',
    unit: 'FLOPs/token',
  },
  '6N2': {
    symbol: '6N₂',
    optimum: '6N_2,opt',
    name: '6 × parameters with one vocabulary matrix, 6N₂',
    unit: 'FLOPs/token',
  },
}

/** Axis title of a scale metric: "Model scale M (FLOPs/token)". */
export function scaleAxisTitle(metric: ScaleMetric): string {
  const { symbol, unit } = METRIC_LABELS[metric]
  return metric === 'N' ? `Parameters N` : `Model scale ${symbol} (${unit})`
}

/** Axis title of a loss: "Loss (bits/byte)". */
export function lossAxisTitle(unit: LossUnit): string {
  return `Loss (${unit})`
}
