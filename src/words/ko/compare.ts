import type { compare as english } from '../en/compare.ts'
import { parts } from '../parts.ts'
import { count } from './count.ts'

export const compare: typeof english = {
  title: '지수 비교',
  caption: (a, b, level) =>
    parts`최적점이 늘어나는 방식: ${a}, ${b}. 법칙이 있는 모든 sweep의 값(채운 점, ${level} 구간)과 발표된 값(빈 점, 논문에 있는 구간 또는 구간 없음). 묶음마다 규모를 세는 방법이 달라 서로 비교할 수 없습니다. 첫 묶음을 가로지르는 선은 데이터 품질 슬라이더 위치에서의 DeepSeek 지수입니다.`,
  scale: '규모',
  tokens: '토큰',
  lawless: (sweeps) => ` 규모의 법칙이 없어 여기에 없는 sweep: ${sweeps.join(', ')}.`,
  computing: (sweeps) => ` sweep ${count(sweeps)}개의 구간을 계산하는 중입니다.`,
  tableLabel: '지수 비교의 데이터',
  description: (sweeps, laws) =>
    `불러온 sweep ${count(sweeps)}개와 발표된 법칙 ${laws}개의 지수와 구간. 수치는 표에 있습니다.`,
  budgets: (symbol, budgets) => `${symbol}, 예산 ${count(budgets)}개`,
  scaleExponent: '규모의 지수',
  tokenExponent: '토큰의 지수',
  law: '법칙',
  corpus: '코퍼스 또는 sweep',
  convention: '기준',
  intervalOf: (symbol) => `${symbol}의 구간`,
  source: '출처',
  fittedHere: '여기서 적합, 구간과 함께',
}
