import type { GuessReason } from '../../import/columns/guessReason.ts'
import type { Derivation } from '../../import/issues/derivation.ts'
import type { ReadingChange } from '../../import/runs/bestChange.ts'
import type { reading as english } from '../en/reading.ts'
import { count } from './count.ts'
import { nominalText } from '../../format/formatNumber.ts'
import { METRIC_LABELS } from '../metricLabels.ts'
import { FIELD_LABELS } from './fields.ts'

const PRESETS: typeof english.presets = {
  tensorboard: 'TensorBoard 스칼라',
  mlflow: 'MLflow run 표',
  'wandb-runs': 'Weights & Biases run 표',
  'wandb-history': 'Weights & Biases 기록',
  nanochat: 'nanochat 결과',
  marin: 'Marin 내보내기',
  'step-law': 'Step Law 표',
  'chinchilla-epoch': 'Chinchilla 그림에서 Epoch이 읽은 점',
  'isoflop-json': '파라미터, 연산 예산, 최종 loss의 목록',
}

const PARTS: typeof english.parts = {
  'transformer+lm_head': 'transformer + lm_head',
  transformer: 'transformer만',
  all: '모든 파라미터',
  active: '활성 파라미터',
  total: '전체 파라미터',
}

const SCALES = {
  M: 'M',
  '6N': '6N',
  '6N1': '6N₁',
  '6N2': '6N₂',
  shape: '구조의 FLOPs/token',
} as const

export const reading: typeof english = {
  fields: FIELD_LABELS,
  presets: PRESETS,
  parts: PARTS,
  partEffects: {
    active:
      '토큰 하나가 지나는 파라미터. 6·N·D가 연산량에 가깝고, N_opt는 실제로 계산되는 크기입니다',
    total: '모든 expert. 메모리에 올라가는 크기이며, 6·N·D가 연산량보다 훨씬 큽니다',
  },
  logReadings: {
    final: '최종 loss',
    smoothed: '마지막 5%의 평균',
    minimum: '최저 loss',
    budgets: '같은 연산량에서',
  },
  because: (reasons) => reasons.map(guessText).join('; '),
  derivation: derivationText,
  change: changeText,
}

function guessText(reason: GuessReason): string {
  switch (reason.kind) {
    case 'preset':
      return `${PRESETS[reason.preset]} 형식에 따라`
    case 'parts':
      return reason.isSum ? `합: ${PARTS[reason.part]}` : PARTS[reason.part]
    case 'headed': {
      const headed = `열 제목 “${reason.heading}”`
      return reason.rivals === 1 ? headed : `${headed}, 비슷한 열 ${reason.rivals}개 중 가장 적합`
    }
    case 'fuller':
      return `“${reason.heading}” 열은 ${reason.rows}행 중 ${reason.filled}행에만 값이 있음`
    case 'cells':
      return `셀에 ${reason.unit}라고 적혀 있음`
    case 'too-small':
      return `${reason.unit}: ${reason.base}로 보기에는 너무 작음`
    case 'compute-agrees':
      return `${reason.unit}: C ≈ 6·N·D가 되도록`
    case 'large-batch':
      return '시퀀스 수로 보기에는 너무 큼'
  }
}

function derivationText(derivation: Derivation): string {
  switch (derivation.code) {
    case 'tokens-of-steps':
      return 'D = step 수 × 배치 크기: 토큰 열이 없습니다.'
    case 'parameters':
      return 'N = C / (6D): 모델 규모 열이 없습니다.'
    case 'compute':
      return `C = ${SCALES[derivation.scale]}·D: 연산량 열이 없습니다.`
    case 'tokens':
      return `D = C / ${SCALES[derivation.scale]}: 토큰 열이 없습니다.`
    case 'layers-hold':
      return '층 하나에 12·d²개의 파라미터가 있다고 가정합니다.'
    case 'shape-disagrees':
      return 'M, 6N₁, 6N₂는 쓸 수 없습니다. 12·layers·width²가 파라미터 수와 맞지 않아 M의 식이 여기서는 틀립니다.'
    case 'loss-of-perplexity':
      return 'Loss(nats/token) = ln(perplexity).'
    case 'loss-of-bits':
      return 'Loss(nats/token) = bits/token × ln 2.'
    case 'bits-per-byte': {
      const { bytesPerToken } = derivation
      const divisor =
        bytesPerToken === 'column'
          ? '그 행의 bytes/token'
          : `입력한 값 ${bytesPerToken} bytes/token`
      return `Loss(bits/byte) = nats/token ÷ (ln 2 × ${divisor}).`
    }
    case 'sequence-length':
      return `시퀀스 길이 ${count(derivation.length)} = 토큰 / (배치 × step), ${derivation.of}행 중 ${derivation.agreeing}행에서 같습니다.`
    case 'no-attention': {
      const { because } = derivation
      const reason =
        because.kind === 'type'
          ? `“${because.heading}” 열에 “${because.cell}”라고 적혀 있고`
          : `M·D는 C의 ${because.ofM.toPrecision(2)}배, 6·N·D는 ${because.ofN.toPrecision(2)}배인데`
      return `M은 쓸 수 없습니다. ${reason}, M은 전체 문맥에 대한 attention을 포함합니다.`
    }
    case 'metric-lacking': {
      const { metric, lacking, of, line } = derivation
      return `${METRIC_LABELS[metric].symbol}은(는) 쓸 수 없습니다. run ${of}개 중 ${lacking}개에 필요한 값이 없습니다(첫 번째는 ${line}행).`
    }
    case 'curves-cut': {
      const { points, curves, budgets, low, high, passedOver } = derivation
      if (low === null || high === null) {
        return `곡선을 자르지 않았습니다. 세 가지 이상의 크기가 지나는 예산이 없습니다(곡선 ${curves}개). 각 run의 끝입니다.`
      }
      const cut = `학습 곡선 ${curves}개를 ${nominalText(low)}~${nominalText(high)} FLOPs의 예산 ${budgets}개에서 보간한 점 ${points}개입니다.`
      const rates =
        passedOver === 0
          ? ''
          : ` 한 예산에서 크기마다 가장 좋은 learning rate만 남겼습니다(점 ${passedOver}개 제외).`
      return `${cut}${rates} run 중간의 점은 끝난 run이 아닙니다. learning rate가 감소하면 거기서 끝나는 run의 loss가 더 낮습니다. 또 한 곡선의 점들은 함께 어긋나므로 구간이 너무 좁습니다.`
    }
    case 'not-isoflop':
      return `${derivation.rows}행은 어느 예산에도 속하지 않습니다. 나머지 ${derivation.members}행의 이름에 있는 “isoflop”이 없습니다.`
  }
}

function changeText(change: ReadingChange): string {
  const label = FIELD_LABELS[change.field]
  switch (change.kind) {
    case 'column':
      return `${label}: ${change.instead === null ? '' : `“${change.instead}” 대신 `}“${change.heading}” 열에서 읽기`
    case 'unit':
      return `${label}: 단위를 ${change.unit}(으)로 읽기`
    case 'drop':
      return `${label}: “${change.heading}” 열에서 읽지 않기`
  }
}
