import type { SetAsideReason } from '../../scaling/sweeps/setAsideProposals.ts'
import { formatPercent, scientificText, significant } from '../../format/formatNumber.ts'
import type { runs as english } from '../en/runs.ts'
import { count } from './count.ts'

export const runs: typeof english = {
  line: (line) => `${line}행`,
  lineFirst: (line) => `${line}행`,
  counted: (runs) => `run ${count(runs)}개`,
  corpora: (names, left) =>
    names.length + left === 1
      ? `코퍼스 ${names[0] ?? ''}`
      : `코퍼스 ${names.length + left}개: ${namesText(names, left)}`,
  trainedOn: (names, left) =>
    names.length + left === 1
      ? ` 학습 코퍼스는 ${names[0] ?? ''}입니다.`
      : ` 학습 코퍼스는 ${names.length + left}개입니다: ${namesText(names, left)}.`,
  budgetsFound: '찾은 예산',
  budgets: (scatter, showsTolerance) =>
    `예산은 FLOPs 단위. 눈금 하나가 run 하나이며 예산 주위 ±${formatPercent(scatter, 2)}를 보입니다${showsTolerance ? '. 음영은 허용 오차' : ''}.`,
  inNoBudget: '예산에 속하지 않음',
  noPart: '프로파일에도, 그에 적합한 어떤 것에도 쓰이지 않습니다.',
  runsInNoBudget: '예산에 속하지 않는 run',
  more: (runs) => `… 외 ${count(runs)}개`,
  groupings: {
    stated: 'sweep에 적힌 예산입니다.',
    clustered: '보고된 연산량의 군집에서 찾은 예산입니다.',
    round: '보고된 연산량이 흩어져 있어, 그 중심의 어림수를 예산으로 삼습니다.',
  },
  tolerance: (tolerance) => `허용 오차 ${formatPercent(tolerance, 2)}`,
  otherKinds: {
    hyperparameters: {
      title: '학습률과 배치 크기의 sweep',
      what: (runs, cells) =>
        `run ${count(runs)}개가 규모와 토큰이 같은 조합 ${count(cells)}개에 있으며 학습률과 배치 크기가 다릅니다. 예산마다 잘 조정된 규모가 여럿 있지 않아 IsoFLOP 곡선이 없고, 그리지 않습니다.`,
    },
    scattered: {
      title: '공통 예산이 없는 sweep',
      what: (runs, cells) =>
        `run ${count(runs)}개가 규모와 토큰의 조합 ${count(cells)}개에 있으며 연산량이 공통 예산에 모이지 않습니다. IsoFLOP 곡선에는 같은 연산량에서 세 가지 이상의 규모가 필요하므로 그리지 않습니다. 이런 sweep에는 곡면 L(N, D)만 적합할 수 있습니다.`,
    },
  },
  span: {
    caption: 'run의 범위',
    quantity: '양',
    least: '최소',
    most: '최대',
    unit: '단위',
    peak: '최대값',
  },
  populations: {
    what: (heading, populations) =>
      `“${heading}” 열이 서로 다른 곡선 위에 있는 run의 집단 ${count(populations)}개를 구분합니다`,
    share: (share) => `. 예산별 곡선 하나로 남는 변동의 ${formatPercent(share, 2)}를 설명합니다`,
    separate: '. 각각이 sweep 하나입니다.',
    pooled: '. 지정한 대로 합쳤습니다.',
    inOne: '. 지금은 sweep 하나에 있습니다.',
    empty: '빈 값',
    description: (scale, budget, populations) =>
      `${scientificText(budget, 2)} FLOPs에서 ${scale}에 대한 loss: 집단 ${count(populations)}개가 서로 다른 곡선 위에 있습니다.`,
    caption: (symbol, budget) =>
      `${scientificText(budget, 2)} FLOPs에서 ${symbol}에 대한 loss(로그 축), 각각의 robust 포물선.`,
    pool: 'sweep 하나로 합치기',
    part: '각각 sweep으로 만들기',
  },
  repetitions: {
    what: (runs, configurations, isAveraged) =>
      `run ${count(runs)}개가 설정 ${count(configurations)}개를 반복합니다. ${isAveraged ? '적합에는 각각의 평균을 씁니다.' : '각각을 따로 씁니다.'}`,
    keep: '각각 유지',
    average: '평균하기',
  },
  tooltip: {
    tokens: (tokens) => `${tokens} tokens`,
    loss: 'Loss',
    residual: '잔차',
    corpus: '코퍼스',
    withoutWeight: '곡선에서 멀어 robust 적합에서 가중치가 없습니다.',
    setAside: '제외됨. 클릭하면 되돌립니다.',
    click: '클릭하면 제외합니다.',
  },
  table: {
    caption: 'run',
    region: 'sweep의 run',
    ofCurves: 'IsoFLOP 곡선의 run',
    use: '사용',
    useOf: (run) => `${run} 사용`,
    run: 'run',
    budget: '예산 (FLOPs)',
    tokens: 'D (tokens)',
    loss: (unit) => `Loss (${unit})`,
    residual: '잔차',
    state: '상태',
    states: {
      fitted: '적합에 사용',
      'without-weight': 'robust 적합에서 가중치 없음',
      'outside-window': '창 밖',
      'set-aside': '제외',
    },
  },
  twice: {
    open: (runs) => `다시 볼 run ${count(runs)}개`,
    aside: (aside, proposals) => `의심스러운 run ${count(proposals)}개 중 ${aside}개 제외`,
    bringBack: '되돌리기',
    setAside: '제외',
    keep: '유지',
    until: '결정할 때까지 적합에 쓰입니다.',
    setAsideAll: (runs) => (runs === 1 ? '제외' : '모두 제외'),
    keepAll: (runs) => (runs === 1 ? '유지' : '모두 유지'),
    again: '다시 결정',
    reason: setAsideText,
  },
}

function namesText(names: readonly string[], left: number): string {
  return `${names.join(', ')}${left === 0 ? '' : ` 외 ${count(left)}개`}`
}

function setAsideText(reason: SetAsideReason): string {
  switch (reason.kind) {
    case 'failed':
      return `추적기 상태가 “${reason.status}”입니다`
    case 'unfinished':
      return reason.fractionDone === null
        ? `끝나지 않음: 추적기 상태가 “${reason.status}”입니다`
        : `끝나지 않음: 계획한 step의 ${formatPercent(reason.fractionDone, 2)}`
    case 'curve':
      return reason.end === 'not-finite'
        ? '로그 끝에서 loss가 수가 아닙니다'
        : 'loss가 최저값보다 훨씬 높게 끝납니다'
    case 'copy':
      return '같은 run이 앞에 있습니다'
    case 'diverged':
      return `발산: 예산의 중앙값 loss의 ${significant(reason.timesMedian, 2)}배`
    case 'spiked':
      return `튐: 예산의 곡선보다 ${formatPercent(reason.excess, 2)} 높고(robust 편차의 ${significant(reason.deviations, 2)}배) 양쪽 이웃보다 높음`
  }
}
