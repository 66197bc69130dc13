import type { ProfileDistrust } from '../../scaling/estimators/isoFlop/profileDistrust.ts'
import { formatPercent } from '../../format/formatNumber.ts'
import type { fit as english } from '../en/fit.ts'
import type { CurveFault, ProfileState } from '../fitStates.ts'
import { parts } from '../parts.ts'
import { count } from './count.ts'

const FAULTS: Readonly<Record<CurveFault, { readonly is: string; readonly cure: string }>> = {
  unfittable: {
    is: '규모가 세 가지 미만',
    cure: '예산마다 다섯 가지 이상의 모델 규모를 학습하십시오',
  },
  'three-points': {
    is: '규모가 세 가지뿐이어서 이런 곡선은 무엇이든 맞음',
    cure: '예산마다 다섯 가지 이상의 모델 규모를 학습하십시오',
  },
  'no-minimum': {
    is: '곡선이 아래로 열림',
    cure: '모델 규모의 범위를 양쪽으로 넓히고, 한 예산의 run이 모두 같은 방식으로 학습되었는지 확인하십시오',
  },
  smaller: {
    is: '최소점이 가장 작은 모델보다 아래',
    cure: '이 예산에서 더 작은 모델을 더 많은 토큰으로 학습하십시오',
  },
  larger: {
    is: '최소점이 가장 큰 모델보다 위',
    cure: '이 예산에서 더 큰 모델을 더 적은 토큰으로 학습하십시오',
  },
  'explains-nothing': {
    is: '곡선이 loss를 거의 설명하지 못함',
    cure: '규모 말고 다른 것(코퍼스, 평가 세트, 학습률)이 다른 run이 한 sweep에 섞였는지 확인하거나 다른 loss를 선택하십시오',
  },
  'many-without-weight': {
    is: 'run이 둘 이상의 곡선 위에 있음',
    cure: '규모 말고 다른 것이 다른 run을 코퍼스별로, 또는 파일별로 분리하십시오',
  },
  'below-every-run': {
    is: '최소점이 모든 run보다 아래',
    cure: '최적 run 주위 6배 범위에서 적합하거나, 다른 곡선을 선택하거나, 발산한 run을 제외하십시오',
  },
}

/** 추정이 맞기 위한 조건. */
const PARABOLA_ASSUMES = [
  '각 예산의 최소점이 그 run들의 범위 안에 있다',
  '적합하는 창 안에서 loss가 ln x에 대해 최소점 주위로 대칭이다',
  '격자가 예산에 따라 최적점에 대해 움직이지 않는다',
]

export const fit: typeof english = {
  assumes: {
    'shared-shape': [
      '각 예산의 최소점이 그 run들 안에 있다',
      '한 예산의 loss가 모든 예산이 공유하는 규모의 거듭제곱으로 줄고 는다',
    ],
    'weighted-parabola': PARABOLA_ASSUMES,
    'robust-parabola': PARABOLA_ASSUMES,
    parabola: [...PARABOLA_ASSUMES, '발산하거나 일찍 끝난 run이 없다'],
    akima: ['run에 잡음이 없다', '각 예산의 최소점이 run들 사이에 있다'],
    'approach-1': ['모델 크기가 서로 가깝다', 'run의 잡음이 작다'],
    'loss-law': ['최적점이 각 예산의 최적점이다', 'loss의 오차가 모든 예산에서 같은 크기이다'],
  },
  controls: {
    scale: '규모',
    over: '적합 범위',
    allRuns: '모든 run',
    narrow: (factor) => `최적 run 주위 ${factor}배`,
    curve: '곡선',
    budget: '예산 C',
    nominal: '명목값',
    realised: 'run의 평균',
  },
  curves: {
    'shared-shape': {
      name: '한 모양의 단면',
      fit: 'α와 β를 모든 예산이 공유하는 곡선 e + a·x^(−α) + b·x^β, 동떨어진 run은 가중치 없음',
    },
    'weighted-parabola': {
      name: '가중 국소 포물선',
      fit: '최소점에서의 거리로 가중한 포물선(tricube, 양쪽 12배)',
    },
    'robust-parabola': {
      name: 'robust 포물선',
      fit: 'robust 포물선(최소 절대 편차 후 bisquare 가중)',
    },
    parabola: { name: '최소제곱 포물선', fit: '보통 최소제곱 포물선' },
    akima: {
      name: 'Akima (Porian 외 발표 방식)',
      fit: '모든 run의 잡음을 따라가는 Akima 보간',
    },
    'approach-1': {
      name: '하한 포락선 (Approach 1)',
      fit: '곡선 없이 각 예산의 최저 run, 학습한 크기 가운데 하나일 수밖에 없음; 학습 곡선이 있으면 예산 부근에서 가장 낮은 곡선들의 평균 크기',
    },
  },
  laws: {
    region: '적합한 법칙의 표',
    caption: '적합한 법칙',
    law: '법칙',
    exponent: '지수',
    coefficient: '계수',
    optima: '최적점',
    noIrreducible: 'irreducible 항 없음',
    conventions:
      '규모의 지수는 무엇을 규모로 세는지에 따라 달라지며, Kaplan과 Chinchilla가 다른 이유 중 하나입니다. 구간은 선택한 규모에 대해서만 계산합니다.',
    faults: {
      'too-few-optima':
        '법칙 없음: 표본 범위 안에서 믿을 수 있는 최소점이 두 예산 이상 필요합니다.',
      'loss-does-not-fall': '법칙 없음: 최적점의 loss가 연산량에 따라 줄지 않습니다.',
    },
  },
  intervals: {
    working: (fraction) => `구간: 재표본의 ${formatPercent(fraction, 2)}`,
    stage: '곡선과 법칙을 다시 적합하는 중입니다.',
    cancelled: '구간 계산을 취소했습니다.',
    compute: '구간 계산',
    failed: (why) => `구간을 계산하지 못했습니다: ${why}`,
    fewer: (failed, of) =>
      `재표본 ${of}개 중 ${failed}개에서 법칙이 나오지 않아 구간에서 빠졌습니다. 따라서 구간이 실제보다 좁습니다.`,
    method: '구간',
    short: {
      delta: 'delta method (기본)',
      wild: 'wild bootstrap (부호)',
      pairs: 'run의 bootstrap',
      'leave-one-out': '예산 하나씩 제외',
    },
    methods: {
      delta: 'run의 잡음을 적합에 전파 (delta method, t)',
      scatter: '법칙 주위 최소점의 흩어짐 (자유도 K − 2의 t)',
      wild: 'wild bootstrap: 잔차의 부호를 무작위로, 필요보다 넓음',
      pairs: '예산 안의 run에 대한 bootstrap, 필요보다 넓음',
      'leave-one-out': '예산에 대한 jackknife (t)',
    },
  },
  isoFlop: {
    title: 'IsoFLOP 곡선',
    caption: (told) =>
      `예산별로 ln ${told.symbol}에 대한 loss: ${told.curveFit}, ${told.window === null ? '예산의 모든 run' : `각 예산의 최적 run 주위 ${told.window}배 안의 run`}: 예산 ${count(told.budgets)}개의 run ${count(told.runs)}개${told.hasMeans ? '(반복은 평균)' : ''}, 제외 ${told.aside}개, 예산에 속하지 않음 ${told.ungrouped}개.${told.trainedOn} ${told.evidence} 마름모는 최소점이며, 계산된 경우 ${told.level} 구간을 함께 보입니다. 속이 빈 것은 법칙에 쓰지 않습니다: 표본 범위 밖이거나 믿을 수 없음(점선). 굵은 부분: 낭비가 ${told.flat} 이하인 규모.${told.distrust}${told.weightless}`,
    evidence: (ratio, product) => ` C = ${ratio} × ${product}`,
    spread: (ratio, low, high) => `${ratio} (run의 가운데 80%에서 ${low}–${high})`,
    steadiest: ': 열에서 얻을 수 있는 규모 중 가장 일정하므로 기본값입니다',
    leastBad: ': 열에서 얻을 수 있는 어떤 규모도 C와 맞지 않으며, 이것이 가장 덜 어긋납니다',
    better: (product, ratio) => `. ${product}가 C와 더 잘 맞습니다(${ratio})`,
    inFit: '적합에 쓴 run',
    outsideWindow: '창 밖의 run',
    noWeight: 'robust 적합에서 가중치 없음',
    beyond: '그림 밖(loss 표시)',
    setAside: '제외',
    minimum: '최소점',
    hollow: '법칙에 쓰지 않는 최소점',
    tableLabel: 'IsoFLOP 곡선의 데이터',
    description: (scale, budgets) =>
      `IsoFLOP 곡선: 연산 예산 ${budgets}개에서 ${scale}에 대한 loss와 적합한 곡선, 최소점. 수치는 IsoFLOP 최적점 표에 있습니다.`,
    runsLabel:
      'run: 화살표 키로 run 사이를, Page Up과 Page Down으로 백 개씩 이동하고, Enter로 제외하거나 되돌립니다',
    more: (budgets) => `; 외 ${budgets}개`,
    weightless: (runs, names, left) =>
      ` run ${count(runs)}개가 곡선에서 멀어 가중치가 없습니다: ${names.join(', ')}${left > 0 ? ` 외 ${left}개` : ''}.`,
  },
  optima: {
    region: '최적점의 표',
    caption: 'IsoFLOP 최적점',
    budget: '예산 C (FLOPs)',
    runs: 'run',
    weighty: (weighty, runs) => `${runs}개 중 ${weighty}개`,
    outside: '범위 밖',
    minimum: '최소점',
    state: profileText,
  },
  loss: {
    title: '최적점의 loss',
    withIrreducible: (law, irreducible, unit) =>
      parts`${law}, E = ${irreducible} ${unit}는 irreducible 항입니다.`,
    tooFew: (law, least) =>
      parts`${law}: 최소점이 ${String(least)}개 미만이면 irreducible 항을 추정할 수 없습니다. 언어에는 그 항이 있으므로 외삽은 너무 낮습니다.`,
    without: (law) =>
      parts`${law}: 이 최적점들에 가장 잘 맞는 irreducible 항은 0과 다름없습니다. 실제로 있다면 외삽은 너무 낮습니다.`,
    band: (level, method) =>
      `띠: ${level} 구간(${method})으로, 앞으로 학습할 run에 대한 것입니다. 적합의 불확실성과 run의 잡음이 모두 들어 있습니다.`,
    fitted: '적합, 예산 밖은 파선',
    irreducible: 'irreducible 항 E',
    minimum: '예산의 최소점',
    tableLabel: '최적점의 loss 데이터',
    description:
      '연산량에 대한 각 예산의 최적점 loss와 적합한 법칙, 구간 띠. 수치는 적합한 법칙 표에 있습니다.',
  },
  allocation: {
    title: (symbol) => parts`연산량에 대한 ${symbol}`,
    timesFitted: '적합한 법칙의 배수',
    asM: ' M에 대한 DeepSeek의 법칙은 M/6으로 그립니다.',
    as6N: ' 파라미터로 발표된 법칙은 6N으로 그립니다.',
    relative: '적합한 법칙에 대한 비',
    caption: (minima, isGeneralised, level, method, replicates, seed) =>
      `최소점 ${minima}개에 대한 ${isGeneralised ? '일반화 최소제곱(최소점의 공분산이 가중치)' : '로그의 최소제곱'}. 띠: ${level} 구간(${method}), 추출 ${count(replicates)}회, 시드 ${seed}.`,
    beyond: (conversion, isRelative) =>
      ` 빗금과 파선: 적합한 예산 밖.${conversion}${isRelative ? ' 모두 적합한 법칙으로 나눈 값입니다.' : ''} 발표된 법칙은 한 번에 하나씩 비교합니다. 범례에서 선택하십시오.`,
    fitted: '이 sweep에 적합',
    tableLabel: (symbol) => `연산량에 대한 ${symbol}의 데이터`,
    overFitted: (symbol) => `적합한 법칙에 대한 ${symbol}의 비`,
    description: (quantity, minima, laws) =>
      `연산량에 대한 최적점의 ${quantity}: 최소점 ${minima}개, 적합한 멱법칙과 구간 띠, 발표된 법칙 ${laws}개. 수치는 적합한 법칙 표에 있습니다.`,
    byBudget: (symbol) => `예산별 ${symbol}`,
    inLaw: '법칙에 사용',
    notInLaw: '법칙에 쓰지 않음',
    notInLawWhy: '법칙에 쓰지 않음: 표본 범위 밖이거나 믿을 수 없음.',
  },
  withheld: {
    title: (sweep) => `${sweep}에서는 추천할 수 없습니다.`,
    rest: (reason, cure, standIn) =>
      `${reason} 추천을 얻으려면: ${cure}. 아래 값의 근거는 ${standIn}입니다.`,
    hyperparameters: 'run이 예산의 배분이 아니라 학습률과 배치 크기에서 다릅니다.',
    scattered: 'run이 연산 예산을 공유하지 않아 IsoFLOP 곡선이 없습니다.',
    twoBudgets: '두 예산 각각에서 다섯 가지 이상의 모델 규모를 학습하십시오',
    secondBudget: '두 번째 예산을 학습하십시오',
    reason: (counting, budgets, inTokens) =>
      `법칙에는 두 예산에서 믿을 수 있는 최소점이 필요한데, ${inTokens ? '토큰에 대해서는 ' : ''}예산 ${count(budgets)}개 중 ${counting}개에만 있습니다.`,
    faults: (faults) =>
      `${faults.map(([fault, budgets]) => `${budgets}개는 ${FAULTS[fault].is}`).join('; ')}.`,
    cure: (fault) => FAULTS[fault].cure,
  },
}

function profileText(state: ProfileState): string {
  switch (state.kind) {
    case 'unfittable':
      return '곡선 없음: 서로 다른 규모가 세 가지 미만'
    case 'no-minimum':
      return '믿을 수 없음: 곡선이 아래로 열림'
    case 'distrusted':
      return `믿을 수 없음: ${distrustText(state.distrust)}`
    case 'inside':
      return '범위 안'
    case 'outside':
      return '범위 밖: 법칙에 쓰지 않음'
  }
}

function distrustText(distrust: ProfileDistrust): string {
  switch (distrust.kind) {
    case 'three-points':
      return '규모가 세 가지뿐이어서 이런 곡선은 무엇이든 맞음'
    case 'explains-nothing':
      return distrust.share <= 0.005
        ? 'loss의 변동을 전혀 설명하지 못함'
        : `loss 변동의 ${formatPercent(distrust.share, 2)}만 설명함`
    case 'below-every-run':
      return `최소점이 모든 run보다 ${formatPercent(distrust.gap, 2)} 아래`
    case 'many-without-weight':
      return `run ${distrust.of}개 중 ${distrust.count}개가 곡선에서 멂`
  }
}
