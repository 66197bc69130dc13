import {
  formatPercent,
  nominalText,
  scientificText,
  significant,
} from '../../format/formatNumber.ts'
import { MAX_BUDGET, MIN_BUDGET, type ParsedBudget } from '../../planning/computeBudget.ts'
import type { plan as english } from '../en/plan.ts'
import { parts } from '../parts.ts'

export const plan: typeof english = {
  atBudget: (budget) => parts`${budget} FLOPs에서`,
  atBudgetText: (budget) => `C = ${budget} FLOPs에서`,
  budgetSlider: '연산 예산 C (FLOPs, 로그)',
  deviceDays: (days, device) => `= ${device} ${days}일`,
  ofPeak: (utilisation) => `dense bf16 최대 성능의 ${formatPercent(utilisation, 2)}에서`,
  typeBudget: '예산 입력',
  set: '적용',
  utilisation: 'MFU',
  mfu: (utilisation) => `MFU ${formatPercent(utilisation, 2)}`,
  read: budgetText,
  planWith: '계획에 쓸 법칙',
  fittedLaw: '이 sweep에 적합한 법칙',
  quality: '데이터 품질(DeepSeek이 발표한 지수)',
  ownCorpora: {
    law: '불러온 sweep 사이',
    short: 'Sweep 사이',
    choice: '데이터 품질의 기준',
    choices: { published: 'DeepSeek의 코퍼스(발표값)', loaded: '불러온 sweep(적합값)' },
    quality: '데이터 품질(불러온 sweep 사이)',
    assumed: '지수와 계수의 로그가 그 사이에 고르게 놓인다는 것은 가정입니다.',
    order: 'a의 순서로: DeepSeek에 따르면 데이터가 좋을수록 a가 큽니다.',
    showAll: '불러온 모든 sweep의 법칙 그리기',
  },
  betweenName: (from, to, share) =>
    share === 0
      ? `${from}에 적합`
      : share === 1
        ? `${to}에 적합`
        : `${from}에서 ${to} 쪽으로 ${formatPercent(share, 2)}`,
  between: (position) => `코퍼스 사이, 위치 ${position}`,
  marks: { early: '초기', current: '현재', openwebtext2: 'OpenWebText2' },
  asPublished: ', 발표된 값.',
  pinned: (isNamed, budget) =>
    parts`${isNamed ? ', 발표된 값' : ', 보간'}. 계수는 발표되지 않아, ${budget} FLOPs에서 현재 데이터의 법칙과 만난다고 가정합니다.`,
  pin: {
    title: '법칙이 만나는 곳',
    budget: '만난다고 가정하는 예산',
    showAll: '세 코퍼스의 법칙을 모두 그리기',
  },
  summary: (symbol, scale, tokens) => `${symbol} = ${scale} · D = ${tokens} tokens`,
  title: '계획',
  table: {
    caption: '추천',
    quantity: '양',
    value: '값',
    as: (parameters, counting) => `${counting}(으)로 ${parameters}`,
  },
  fittedName: '이 sweep에 적합한 법칙',
  notes: (law, intervals, product, ratio) =>
    `규모와 토큰: ${law}${intervals === null ? '. 구간은 발표되지 않았습니다.' : `. 구간: ${intervals}.`} ${product} = ${ratio} C.`,
  hyperparameters: (citation, low, high, isOutside) =>
    `B와 η: ${citation}, 구간 없음, ${scientificText(low, 1)} – ${scientificText(high, 1)} FLOPs에서 적합${isOutside ? '. 여기서는 외삽입니다.' : '.'}`,
  extrapolation: {
    noRange: (law) => `${law}의 논문은 어느 연산량에서 적합했는지 밝히지 않습니다.`,
    inside: (law, range) => `${law === null ? '이 sweep의 예산' : `${law}의 범위`} 안: ${range}.`,
    outside: (factor, isAbove, law, range) => {
      const end =
        law === null
          ? `최소점이 법칙에 쓰인 이 sweep의 가장 ${isAbove ? '큰' : '작은'} 예산`
          : `${law}의 범위의 ${isAbove ? '위' : '아래'} 끝`
      return parts`${end}보다 ${factor} ${isAbove ? '위' : '아래'}로, 외삽입니다. 적합 범위: ${range}.`
    },
  },
  thisSweep: '이 sweep',
  allocations: '배분 비교',
  law: '법칙',
  as: '기준',
  sources: {
    title: '법칙의 출처',
    intro:
      '법칙마다 파라미터를 세는 방법이 다르고 M/6은 attention을 포함합니다. 작은 모델에서는 50%까지 차이가 납니다. Kaplan의 N과 D를 곱하면 구성상 1.8 C입니다.',
    fitted: (low, high) => ` ${nominalText(low)} – ${nominalText(high)} FLOPs에서 적합.`,
    single: ' 수치는 한 번 옮겨 적은 것에만 근거합니다.',
  },
  plane: {
    title: '예산에서의 추천',
    caption: (level) =>
      `연산량이 10¹⁶에서 10²⁶ FLOPs로 늘어날 때 각 법칙의 경로와 예산에서의 위치. 가로지르는 선은 6ND = C, 즉 N = M/6일 때 M·D = C입니다. DeepSeek의 경로는 데이터 품질 슬라이더를 따릅니다. ${level === null ? '' : `음영 상자는 이 sweep의 적합의 ${level} 구간입니다. `}규모는 모두 파라미터로, M에 대한 법칙은 M/6으로 나타냅니다.`,
    equalCompute: '같은 연산량',
    tableLabel: '예산에서의 추천 데이터',
    table: '배분 평면의 법칙',
    scaleCoefficient: 'k (파라미터)',
    tokensCoefficient: 'k′ (tokens)',
    description: (laws) =>
      `법칙 ${laws}개의 파라미터에 대한 파라미터당 토큰과, 선택한 예산에서 각 법칙의 점. 수치는 배분 비교 표에 있습니다.`,
    parameters: (parameters, counting) => `N = ${parameters} (${counting} 기준)`,
    tokens: (tokens) => `D = ${tokens} tokens`,
  },
  atBudgetTable: {
    title: '예산에서의 법칙들',
    tokens: 'D (tokens)',
    range: '적합 범위 (FLOPs)',
    notSaid: '밝히지 않음',
    extrapolation: '외삽',
    inside: '범위 안',
    outside: (factor, isAbove) => `${factor}× ${isAbove ? '위' : '아래'}`,
    note: (budget) =>
      parts`${budget} FLOPs에서. 규모는 파라미터로 나타내며, M에 대한 법칙은 attention을 포함한 M/6입니다.`,
  },
}

function budgetText(parsed: ParsedBudget): string {
  if (parsed.status === 'read') {
    const flops = `${scientificText(parsed.flops)} FLOPs`
    if (parsed.reading.kind === 'flops') return `${flops}(으)로 읽었습니다.`
    const { accelerator, deviceDays, peak, format, utilisation } = parsed.reading
    return `${accelerator.name} ${significant(deviceDays, 3)}일, dense ${format} ${significant(peak / 1e12, 4)} TFLOP/s, 활용률 ${formatPercent(utilisation)}: ${flops}.${accelerator.confidence === 'single-source' ? ' 최대 성능은 한 출처에만 근거합니다.' : ''}`
  }
  switch (parsed.reason) {
    case 'not-a-budget':
      return `“${parsed.found}”은(는) 예산이 아닙니다. 3e21, 1.2 ZFLOP, 2 PF-days, 500 A100-days처럼 쓰십시오.`
    case 'unknown-accelerator':
      return `“${parsed.found}”은(는) 여기에 없는 가속기입니다. A100, H100, H200, B200, MI300X, TPU v5p 등을 쓰십시오.`
    case 'out-of-range':
      return `“${parsed.found}”은(는) ${scientificText(MIN_BUDGET, 1)} – ${scientificText(MAX_BUDGET, 1)} FLOPs 범위 밖입니다.`
  }
}
