import type { quantities as english } from '../en/quantities.ts'
import { METRIC_LABELS } from '../metricLabels.ts'

export const quantities: typeof english = {
  metrics: {
    M: 'Non-embedding FLOPs/token M',
    N: '파라미터 N (주어진 대로)',
    '6N1': '6 × non-embedding 파라미터, 6N₁',
    '6N2': '6 × 어휘 행렬 하나를 포함한 파라미터, 6N₂',
  },
  units: { parameters: '파라미터', 'FLOPs/token': 'FLOPs/token' },
  scaleAxis: (metric) => {
    const { symbol, unit } = METRIC_LABELS[metric]
    return metric === 'N' ? '파라미터 N' : `모델 규모 ${symbol} (${unit})`
  },
  lossAxis: (unit) => `Loss (${unit})`,
  computeAxis: '학습 연산량 C (FLOPs)',
  tokensAxis: '학습 토큰 D',
  parametersAxis: '파라미터 N',
  ratioAxis: '파라미터당 토큰 D/N',
  loss: 'Loss',
  tokens: '학습 토큰',
  batch: '배치 크기',
  learningRate: '최대 학습률',
  tokensPerParameter: '파라미터당 토큰',
  predictedLoss: '예측 loss',
  peakRate: '최대값',
  perParameter: '토큰/파라미터',
  value: '값',
  interval: (level) => `${level} 구간`,
}
