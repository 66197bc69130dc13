import type { Field } from '../../import/fields/field.ts'

/** 화면에 쓰는 각 항목의 이름. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  computeFlops: '학습 연산량 C',
  modelScale: 'Non-embedding FLOPs/token M',
  parameters: '파라미터 N (파일의 기준)',
  nonEmbeddingParameters: 'Non-embedding 파라미터 N₁',
  parametersWithHead: '어휘 행렬 하나를 포함한 파라미터 N₂',
  tokens: '학습 토큰 D',
  loss: '검증 loss',
  batchSize: '배치 크기 B',
  steps: '학습 step',
  plannedSteps: '계획한 step',
  sequenceLength: '시퀀스 길이',
  learningRate: '최대 학습률 η',
  layers: '층 수',
  width: '모델 너비',
  vocabularySize: '어휘 크기',
  bytesPerToken: '토큰당 바이트',
  budget: '명목 예산',
  corpus: '코퍼스',
  seed: '시드',
  name: 'run 이름',
  status: 'run 상태',
  curveEnd: 'loss 곡선의 끝',
}
