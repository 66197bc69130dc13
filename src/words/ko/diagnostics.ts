import { formatPercent, scientificText, significant } from '../../format/formatNumber.ts'
import type { Diagnostic, DiagnosticCode } from '../../study/diagnostics/diagnostic.ts'
import { checks } from './checks.ts'
import type { diagnostics as english } from '../en/diagnostics.ts'

function listed(texts: readonly string[], most = 3): string {
  const shown = texts.slice(0, most).join(', ')
  return texts.length > most ? `${shown} 외 ${texts.length - most}개` : shown
}

function namesOf(ids: string | null): string {
  const names: Readonly<Record<string, string>> = checks.names
  return (ids ?? '')
    .split(' ')
    .map((id) => names[id] ?? id)
    .join('; ')
}

function atBudgets({ budgets }: Diagnostic): string {
  return `${listed(budgets.map((budget) => scientificText(budget, 2)))} FLOPs`
}

const SURFACE_FAULTS: Readonly<Record<string, string>> = {
  'no-irreducible': 'irreducible 항이 0입니다',
  'one-term': '두 항 중 하나가 0입니다',
  'exponent-at-bound': '지수가 탐색 범위의 끝에서 멈췄습니다',
}

const SENTENCES: Readonly<
  Record<DiagnosticCode, (told: Diagnostic, values: readonly [number, number, number]) => string>
> = {
  'no-budgets': () => 'run이 연산 예산을 공유하지 않아 loss 곡면만 적용할 수 있습니다.',
  'optimum-at-edge': (told) =>
    `${atBudgets(told)}에서 최소점이 run 범위의 가장자리나 밖에 있어 법칙에 쓰지 않습니다.`,
  'curve-distrusted': (told) => `${atBudgets(told)}의 곡선에는 믿을 수 있는 최소점이 없습니다.`,
  'few-budgets': (_, [counting]) =>
    `법칙에 쓰는 예산이 ${counting}개뿐입니다. 네 개 미만이면 최소점의 흩어짐과 법칙을 구별할 수 없습니다.`,
  'methods-disagree': ({ of }, [own, low, high]) =>
    `다른 추정기(${namesOf(of)})는 a = ${low === high ? significant(low, 3) : `${significant(low, 3)}–${significant(high, 3)}`}, 사용 중인 추정기는 ${significant(own, 3)}이며 구간이 겹치지 않습니다. 포물선이 아닌 곡선이나 움직이는 격자에서는 포물선이 달라집니다.`,
  'surface-disagrees': (_, [own, other]) =>
    `loss 곡면은 a = ${significant(other, 3)}, 예산별 곡선은 ${significant(own, 3)}이며 구간이 겹치지 않습니다. 서로 다른 예산의 loss가 이 형태의 한 곡면 위에 있지 않습니다.`,
  'far-extrapolation': (_, [factor]) =>
    `예산이 적합한 범위를 ${significant(factor, 2)}배 벗어났습니다. 100배를 넘으면 법칙이 성립할 때만 구간이 맞습니다.`,
  'grid-drifts': ({ values }, [factor, bias]) =>
    `크기의 격자가 예산에 걸쳐 최적점에 대해 ${significant(factor, 2)}배 움직입니다${values.length > 1 ? `. 포물선으로는 a가 ${bias >= 0 ? '+' : '−'}${significant(Math.abs(bias), 2)} 어긋납니다` : ''}. 한 모양의 곡선에는 이런 편향이 없지만 구간이 loss 곡면의 최대 두 배이며, 포물선의 구간은 이 편향을 모릅니다.`,
  'optima-leave-law': (_, [turn]) =>
    `최소점이 멱법칙에서 휘어 벗어납니다. 국소 지수가 예산에 걸쳐 ${significant(turn, 2)} 변합니다.`,
  'exponents-do-not-add': (_, [total]) =>
    `a + b = ${significant(total, 4)}이고 구간에 1이 없습니다. 규모와 토큰이 이 규모의 정의대로 C를 나누지 않습니다.`,
  'shape-does-not-hold': () =>
    '한 모양으로는 모든 run을 설명할 수 없습니다(이웃한 run이 같은 쪽으로 어긋남). 곡선은 최소점 주위에서만 적합하고, 구간은 최소점의 흩어짐에서 얻습니다.',
  'surface-degenerate': ({ of }) =>
    `loss 곡면이 퇴화했습니다: ${SURFACE_FAULTS[of ?? ''] ?? ''}. 계수에 의미가 없습니다.`,
  'surface-flat': (_, [factor]) =>
    `loss 곡면이 평평한 골짜기에 있습니다. 지수의 구간이 ${significant(factor, 2)}배에 걸칩니다.`,
  'compute-disagrees': ({ of }, [ratio, low, high]) =>
    `C가 ${of ?? ''}와 D로 계산한 값의 ${significant(ratio, 3)}배입니다(${significant(low, 3)}–${significant(high, 3)}).`,
  'few-runs': (told) => `${atBudgets(told)}에서 가중치가 있는 run이 다섯 개 미만입니다.`,
  'interval-narrow': (_, [share]) =>
    `a의 구간 너비가 법칙 주위 최소점의 흩어짐이 말하는 것의 ${significant(share, 2)}배입니다. run의 잡음만으로는 설명이 모자랍니다.`,
  'resamples-without-law': (_, [share]) =>
    `재표본의 ${formatPercent(share, 2)}에서 법칙이 나오지 않아 구간이 그만큼 좁습니다.`,
  'grid-off-centre': (_, [factor]) =>
    `격자가 최적점에서 ${factor >= 1 ? '큰' : '작은'} 모델 쪽으로 ${significant(factor >= 1 ? factor : 1 / factor, 2)}배 치우쳐 있습니다.`,
  'grid-wide': (told, [factor]) =>
    `${atBudgets(told)}의 크기가 최대 ${significant(factor, 2)}배에 걸칩니다. 최소점에서 먼 run은 알려 주는 것이 적고 포물선을 치우치게 합니다.`,
  'curvature-changes': (_, [factor]) =>
    `가장 작은 예산에서 가장 큰 예산까지 곡선의 곡률이, loss의 감소로 설명되는 것 외에 ${significant(factor, 2)}배 변합니다.`,
  'learning-rate-unscaled': (_, [rate]) =>
    `모든 크기를 같은 학습률 ${significant(rate, 3)}로 학습했습니다. 큰 모델이 실제보다 나쁠 수 있습니다.`,
  'batch-unscaled': (_, [batch]) =>
    `모든 run을 배치 ${significant(batch, 3)} token으로 학습했습니다. 작은 예산에서는 step이 너무 적을 수 있습니다.`,
  'embedding-share': (_, [share]) =>
    `파라미터의 최대 ${formatPercent(share, 2)}가 embedding입니다. 지수는 이를 세는지에 따라 달라지며, 적합한 법칙 표에 둘 다 있습니다.`,
  'nats-across-corpora': (_, [corpora]) =>
    `말뭉치 ${corpora}개의 nats/token loss를 비교합니다. tokenizer가 다르면 같은 척도가 아니며, bits per byte는 같은 척도입니다.`,
  'noise-changes': (_, [first, last]) =>
    `run의 잡음이 연산량에 따라 변합니다: 가장 작은 예산에서 loss의 ${formatPercent(first, 2)}, 가장 큰 예산에서 ${formatPercent(last, 2)}.`,
  'runs-without-weight': ({ runs }, [weightless]) =>
    `run ${weightless}개가 곡선에서 멀어 가중치가 없습니다: ${listed(runs)}.`,
  'runs-in-no-budget': (_, [outside]) =>
    `run ${outside}개가 어떤 예산에도 속하지 않아 곡선에 쓰지 않습니다.`,
  repetitions: (_, [repeated, noise]) =>
    `설정 ${repeated}개를 두 번 이상 학습했으며 loss의 표준편차는 ${formatPercent(noise, 2)}입니다.`,
}

export const diagnostics: typeof english = {
  title: '진단',
  none: '이 적합에 반하는 것이 없습니다.',
  severities: { warning: '경고', note: '참고' },
  table: { caption: '진단', severity: '정도', sentence: '발견한 것', source: '방법' },
  method: '방법',
  more: (left) => `${left}개 더`,
  sentence: (told) => {
    const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = told.values
    return SENTENCES[told.code](told, [a, b, c])
  },
}
