import type { LossUnit } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'
import { METRIC_LABELS } from '../metricLabels.ts'

/** Names of quantities, and titles of axes. */
export const quantities = {
  metrics: {
    M: 'Non-embedding FLOPs/token M',
    N: 'Parameters N, as given',
    '6N1': '6 × non-embedding parameters, 6N₁',
    '6N2': '6 × parameters with one vocabulary matrix, 6N₂',
  },
  units: { parameters: 'parameters', 'FLOPs/token': 'FLOPs/token' },
  scaleAxis: (metric: ScaleMetric): string => {
    const { symbol, unit } = METRIC_LABELS[metric]
    return metric === 'N' ? 'Parameters N' : `Model scale ${symbol} (${unit})`
  },
  lossAxis: (unit: LossUnit) => `Loss (${unit})`,
  computeAxis: 'Training compute C (FLOPs)',
  tokensAxis: 'Training tokens D',
  parametersAxis: 'Parameters N',
  ratioAxis: 'Tokens per parameter D/N',
  loss: 'Loss',
  tokens: 'Training tokens',
  batch: 'Batch size',
  learningRate: 'Peak learning rate',
  tokensPerParameter: 'Tokens per parameter',
  predictedLoss: 'Predicted loss',
  peakRate: 'peak rate',
  perParameter: 'tokens/param.',
  value: 'Value',
  interval: (level: string) => `${level} interval`,
}
