import type { columns as english } from '../en/columns.ts'
import { count } from './count.ts'
import { reading } from './reading.ts'

export const columns: typeof english = {
  recognised: (preset) => `${reading.presets[preset]} 형식으로 인식했습니다.`,
  mapping: '열 대응',
  unread: '열이 없는 항목',
  moreFields: (fields) => `그 밖의 항목 ${fields}개, 아직 열이 없음`,
  field: '항목',
  columnAndUnit: '열과 단위',
  derived: '유도한 값',
  columnNumber: (index) => `${index}번째 열`,
  columnOf: (field) => `${field}의 열`,
  unitOf: (field) => `${field}의 단위`,
  better: (usable, rows) => `${count(rows)}행 중 ${count(usable)}행을 쓸 수 있습니다.`,
  betterChange: (change, runs, rows) => `${change}: ${count(rows)}행 중 ${count(runs)}행`,
  bytesPerToken: '검증 텍스트의 토큰당 바이트 수(loss를 bits/byte로 표시)',
  notKnown: '모름',
  notBytesPerToken: (text) => `“${text}”은(는) 0과 100 사이의 토큰당 바이트 수가 아닙니다.`,
  corpus: '모든 run의 코퍼스(열에 없을 때)',
  notSaid: '지정 안 함',
  asTheFile: '파일 이름으로',
  issuesByKind: '종류별 문제',
  importIssues: '가져오기 문제',
  moreIssues: (issues) => `… 외 ${count(issues)}개, 모두 파일에 있음`,
  issuesAsCsv: (issues) => `문제 ${count(issues)}개를 CSV로`,
  issuesFile: (sweep) => `${sweep} 문제.csv`,
  whichN: '이 파일은 파라미터를 두 가지로 셉니다. 어느 것이 N입니까?',
  partEffect: (heading, isUsed, effect) => `(${heading})${isUsed ? ', 사용 중' : ''}: ${effect}.`,
  log: (rows, runs) =>
    `학습 로그: ${count(rows)}행은 run ${count(runs)}개의 step입니다. 곡선은 보관합니다.`,
  oneRowIs: '한 행은',
  aRun: 'run 하나',
  aStep: 'run의 step 하나',
  loss: 'Loss',
  typed: {
    label: 'run별로 입력한 수',
    explain:
      '이 run들의 표를 페이지에 놓으면 이름으로 합칩니다. 또는 빠진 값을 124M이나 3.2e9처럼 입력하십시오:',
    run: 'run',
    parameters: '파라미터 N',
    tokens: '학습 토큰 D',
    parametersOf: (run) => `${run}의 파라미터`,
    tokensOf: (run) => `${run}의 토큰`,
    use: '이 수 사용',
    name: '입력한 수',
  },
}
