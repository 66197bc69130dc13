import { formatPercent, significant } from '../../format/formatNumber.ts'
import type { ProfileEstimator } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { Degeneracy, SurfaceMethod } from '../../scaling/estimators/surface/fitSurface.ts'
import type { checks as english } from '../en/checks.ts'
import { count } from './count.ts'

const NAMES: Readonly<Record<ProfileEstimator | SurfaceMethod, string>> = {
  'shared-shape': '한 모양의 단면',
  'weighted-parabola': '가중 국소 포물선',
  'robust-parabola': 'robust 포물선',
  parabola: '최소제곱 포물선',
  akima: 'Akima (Porian 외)',
  'approach-1': '하한 포락선 (Approach 1)',
  surface: '곡면, variable projection',
  'approach-3': '곡면, Huber (Approach 3)',
  'approach-3-absolute': '곡면, 최소 절대 편차',
}

const DEGENERACIES: Readonly<Record<Degeneracy, string>> = {
  'no-irreducible': '퇴화: E가 0',
  'one-term': '퇴화: 한 항이 0',
  'exponent-at-bound': '퇴화: 지수가 탐색 범위의 끝에서 멈춤',
}

export const checks: typeof english = {
  names: NAMES,
  waiting: '모든 추정기를 이 run들에 적용하는 중입니다.',
  failed: (why) => `점검하지 못했습니다: ${why}`,
  methods: {
    title: '같은 run에 대한 추정기들',
    caption: (level) =>
      `참여하는 run에 대한 모든 추정기와 ${level} 구간, 그리고 예산에서 각각의 값. 선: 사용 중인 추정기에 대한 최적 규모의 비. 선이 갈라지는 곳에서는 추정기의 선택이 곧 외삽입니다. 굵은 글씨: 사용 중.`,
    estimator: '추정기',
    atBudget: '예산에서',
    ratioAxis: (symbol) => `최적 ${symbol}, 사용 중인 추정기 대비`,
    description: (methods) =>
      `연산량에 대한 추정기 ${methods}개의 최적 규모를 사용 중인 것으로 나눈 값. 수치는 추정기 표에 있습니다.`,
    table: '추정기',
    tableLabel: '추정기 데이터',
    region: '추정기의 표',
    inUse: '사용 중',
  },
  surface: {
    title: 'loss 곡면',
    caption: (name, runs: number, weightless: number, level: string) =>
      `L = E + A/x^α + B/D^β, ${name}: run ${count(runs)}개${weightless > 0 ? `, 가중치 없음 ${weightless}개` : ''}. 적합한 loss의 등고선. run의 색은 곡면 위인지 아래인지를 나타냅니다. 파선: 각 연산량의 최적 배분. 구간: run에 대한 bootstrap ${level}.`,
    method: '곡면',
    none: '곡면 없음: 크기 세 가지, 토큰 수 세 가지 이상의 run이 여섯 개 이상 필요합니다.',
    coefficient: '계수',
    allocation: '배분 지수 a = β/(α+β)',
    objective: '목적 함수',
    degeneracy: (of) => DEGENERACIES[of],
    above: '곡면 위의 run',
    below: '곡면 아래의 run',
    path: '최적 배분',
    contour: '같은 loss',
    table: '곡면의 계수',
    tableLabel: '곡면 데이터',
    description: (runs) =>
      `모델 규모에 대한 토큰: run ${runs}개, 적합한 loss의 등고선과 최적 배분. 계수는 표에 있습니다.`,
    residual: (percent) => `곡면에서 ${percent}`,
  },
  implied: {
    title: '곡면이 뜻하는 IsoFLOP 곡선',
    caption:
      '고정된 연산량에서 규모에 대한 loss를 적합한 곡면에서 읽은 것입니다. 이 곡선 위에 실제 run이 있는 것은 아닙니다. 마름모는 최소점입니다.',
    description: (budgets) =>
      `예산 ${budgets}개에서 적합한 곡면에 따른 규모에 대한 loss와 각각의 최소점.`,
    table: '곡선의 최소점',
    tableLabel: '곡선 데이터',
  },
  backtest: {
    title: '후방 검증',
    caption: (leftOut, kept: number, level: string) =>
      `작은 예산 ${kept}개에 적합한 법칙을, 보지 못한 가장 큰 예산 ${leftOut}개의 최소점과 비교합니다. 약속: 최소점의 잡음을 포함한 ${level} 구간.`,
    untested: {
      'no-budgets': '후방 검증 없음: sweep에 예산이 없습니다.',
      'too-few-budgets': '후방 검증 없음: 법칙에 쓰는 예산이 네 개 필요합니다.',
    },
    budget: '예산 C (FLOPs)',
    quantity: '양',
    predicted: '예측',
    promised: '약속',
    observed: '관측',
    error: '오차',
    verdict: '판정',
    held: '맞음',
    missed: '빗나감',
    noInterval: '구간 없음',
    table: '후방 검증',
    region: '후방 검증의 표',
    summary: (isHeld, leftOut, misses) => {
      const by = misses.map(
        ({ of, relativeError }) =>
          `${of === 'scale' ? '규모' : 'loss'} 최대 ${formatPercent(Math.abs(relativeError), 2)}`,
      )
      const verdict = isHeld === true ? '맞음' : `빗나감(${by.join(', ')})`
      return `가장 큰 예산 ${leftOut}개에 대한 후방 검증: ${isHeld === null ? '비교할 구간 없음' : verdict}.`
    },
  },
  flatness: {
    note: (share, low: string, high: string, unit: string) =>
      `연산량 ${formatPercent(share, 2)} 이내: ${low}–${high} ${unit} (너비는 곡면 기준).`,
    control: '평평한 범위',
    option: (share) => `C의 ${significant(100 * share, 2)}%`,
  },
}
