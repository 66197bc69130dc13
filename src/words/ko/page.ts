import type { Theme } from '../../settings/appearance.ts'
import type { page as english } from '../en/page.ts'
import { limitText } from '../../format/formatNumber.ts'
import { parts } from '../parts.ts'
import { count } from './count.ts'

const THEMES: Readonly<Record<Theme, string>> = {
  system: '시스템 설정',
  light: '밝게',
  dark: '어둡게',
}

export const page: typeof english = {
  views: {
    label: '보기',
    explore: { name: '탐색', shows: 'sweep의 IsoFLOP 곡선, 적합한 법칙과 최적점' },
    plan: { name: '계획', shows: '예산에서 무엇을 학습할지: 적합한 법칙과 발표된 모든 법칙' },
    compare: { name: '비교', shows: '불러온 모든 sweep의 지수와 발표된 지수' },
  },
  heading: (view) => `${view}: sweep의 scaling law`,
  skip: '차트로 건너뛰기',
  synthetic: '합성 데이터',
  runsAndBudgets: (runs, budgets) =>
    budgets === null ? `run ${count(runs)}개` : `run ${count(runs)}개 · 예산 ${count(budgets)}개`,
  theme: (now, next) => `테마: ${THEMES[now]}. ${THEMES[next]}(으)로 바꾸기`,
  language: '언어',
  undo: (change) => (change === null ? '실행 취소' : `실행 취소: ${change}`),
  redo: (change) => (change === null ? '다시 실행' : `다시 실행: ${change}`),
  lastChange: '마지막 변경',
  nextChange: '다음 변경',
  wrongLink: (settings) =>
    parts`이 링크의 ${settings} 값은 쓸 수 없어 이전 값을 그대로 둡니다. 링크의 나머지는 그대로 적용됩니다.`,
  sampleFailed: (why) =>
    `예제 sweep을 불러오지 못했습니다: ${why}. 가지고 있는 파일은 그대로 쓸 수 있습니다.`,
  loadSample: '예제 sweep 불러오기',
  tryAgain: '다시 시도',
  forbiddenAddress: (host) =>
    parts`이 링크는 사용자의 컴퓨터나 내부 네트워크(${host})에 있는 파일을 가리킵니다. 외부에서 온 페이지는 그런 파일을 요청하지 않습니다. 필요하면 파일을 내려받아 여기에 놓으십시오.`,
  askedAddress: (host, url) =>
    parts`이 링크는 ${host}의 파일을 열려고 합니다: ${url}. 아직 아무것도 가져오지 않았습니다.`,
  openIt: '열기',
  doNot: '열지 않기',
  dataSheet: (notAdded) =>
    notAdded === 0 ? '데이터와 열' : `데이터와 열 · 추가되지 않은 파일 ${count(notAdded)}개`,
  data: '데이터',
  recommendation: '추천',
  close: '닫기',
  toggleRecommendation: (isOpen) => (isOpen ? '추천 닫기' : '추천 열기'),
  dismiss: '닫기',
  showTable: (isOpen) => (isOpen ? '데이터 숨기기' : '데이터'),
  fault: (panel, message) =>
    `Isoflop의 오류로 ‘${panel}’이(가) 멈췄습니다: ${message}. 페이지의 나머지는 계속 작동합니다.`,
  fields: {
    notANumber: (text) => (text === '' ? '숫자가 필요합니다.' : `“${text}”은(는) 숫자가 아닙니다.`),
    outside: (low, high) => `${limitText(low)}에서 ${limitText(high)} 사이여야 합니다.`,
    whole: '정수여야 합니다.',
  },
  working: {
    stop: (what) => `중지: ${what}`,
    stuck: (stage, seconds) => `${stage} ${seconds}초 동안 진행이 없습니다.`,
    stopIt: '중지',
  },
  regions: {
    data: '데이터 패널',
    recommendation: '추천',
    curves: 'IsoFLOP 곡선',
    scaleLaw: '모델 규모의 법칙',
    tokensLaw: '토큰의 법칙',
    loss: '최적점의 loss',
    plane: '예산에서의 추천',
    fittedLaws: '적합한 법칙',
    optima: 'IsoFLOP 최적점',
    forest: '지수 비교',
    methods: '추정기',
    surface: 'loss 곡면',
    implied: '곡면이 뜻하는 곡선',
    backtest: '후방 검증',
    diagnostics: '진단',
    differences: '지수의 차이',
    worth: '코퍼스의 값어치',
    together: '나란히 놓은 곡선',
    conventions: '세는 방법',
    disagreement: 'Kaplan과 Chinchilla가 다른 이유',
    cluster: '예산',
    allocation: '배분',
    choiceCost: '선택의 대가',
    shapes: '아키텍처',
    rates: '배치와 learning rate',
    schedule: '일정',
    prediction: '예측',
    serving: '과학습',
    dataLimit: '데이터의 한계',
    ladder: '다음 sweep',
    knownModels: '알려진 모델',
    counting: '6N과 M의 비교',
    copy: '가져갈 계획',
    lawsAtBudget: '예산에서의 법칙들',
  },
}
