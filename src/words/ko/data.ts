import { byteSize } from '../../format/formatNumber.ts'
import type { data as english } from '../en/data.ts'
import { parts } from '../parts.ts'
import { count } from './count.ts'

export const data: typeof english = {
  add: {
    label: 'sweep 추가',
    files: 'sweep 파일 추가',
    orDrop: '또는 CSV, JSON, Parquet, XLSX를 아무 곳에나 놓으십시오',
    waiting: '파일의 다음 부분을 기다리거나 압축을 푸는 중입니다.',
    finding: '파일을 읽었습니다. 열과 run을 찾는 중입니다.',
    notAdded: (file, why) => parts`${file} 파일을 추가하지 않았습니다. ${why}`,
    earlierVisit: '이전 방문의 sweep',
    reading: (file) => `${file} 읽는 중`,
    opening: (url) => `${url} 여는 중`,
  },
  paste: {
    open: '행 붙여넣기',
    title: '헤더와 함께 행 붙여넣기',
    label: '스프레드시트에서 복사한 쉼표·세미콜론·탭 구분 텍스트, 또는 JSON',
    add: '행 추가',
    name: '붙여넣은 행',
  },
  web: {
    open: 'URL 열기',
    title: '웹에서 열기',
    label: '파일의 주소. 이 브라우저가 직접 가져오며, 요청 자체 외에는 아무것도 보내지 않습니다.',
    submit: '열기',
    publicTitle: '공개 sweep',
    publicNote: '저자가 올린 곳에 그대로 있으며, 라이선스는 그곳의 표기를 따릅니다.',
    load: '불러오기',
    loadOf: (name) => `${name} 불러오기`,
    licence: (citation, licence, mapping) =>
      `${citation}. 라이선스: ${licence ?? '저장소에 표기 없음'}. 읽는 방법: ${mapping}.`,
    origin: (what, citation, licence) =>
      `${what} ${citation}. 라이선스: ${licence ?? '저장소에 표기 없음'}.`,
    notOpened: (url, why) => parts`${url} 주소를 열지 않았습니다. ${why}`,
    failures: {
      'not-an-address':
        '웹에 있는 파일의 주소가 아닙니다. https:// 또는 http://로 시작해야 합니다.',
      offline: '네트워크가 없습니다. 이 컴퓨터의 파일은 계속 추가할 수 있습니다.',
      blocked:
        '브라우저가 이 페이지에 보여 줄 수 있는 응답을 받지 못했습니다. 서버가 다른 사이트에서 파일을 읽는 것을 허용하지 않거나(Access-Control-Allow-Origin 없음) 서버에 연결할 수 없습니다. 파일을 내려받아 여기에 놓으십시오. GitHub와 Hugging Face의 raw 파일은 바로 열 수 있습니다.',
      'too-large': '파일이 200 MB보다 큽니다. 내려받아 먼저 줄이십시오.',
    },
    status: (code) =>
      code === 404
        ? '이 주소에 파일이 없거나 비공개입니다(HTTP 404).'
        : `서버가 HTTP ${code}(으)로 응답했습니다.`,
  },
  sample:
    '합성 데이터: DeepSeek이 발표한 배분 법칙(arXiv:2401.02954, 식 4)에서 0.3% 잡음으로 만든 run 80개입니다. 최소점의 위치는 발표된 것이고, 깊이와 곡률은 가정한 것입니다(E = 0.55 bits/byte, α + β = 0.66). scripts/make-sample.mjs로 만들었으며 시드는 20240105입니다.',
  replaced: (file, { added, removed, changed, unchanged }) => {
    const told = [
      added.length > 0 ? `run ${count(added.length)}개 추가` : null,
      removed.length > 0 ? `run ${count(removed.length)}개 삭제` : null,
      changed.length > 0 ? `run ${count(changed.length)}개 변경` : null,
    ].filter((part) => part !== null)
    const same = `run ${count(unchanged)}개는 그대로`
    const difference = told.length === 0 ? `바뀐 것 없음, ${same}` : `${told.join(', ')}, ${same}`
    return parts`${file} 파일이 이전 파일을 대신합니다: ${difference}.`
  },
  keepBoth: '둘 다 유지',
  several: {
    asOne: (files) => `파일 ${count(files)}개에 run이 하나씩 있어 sweep 하나로 추가했습니다.`,
    oneEach: (sweeps) => `파일 ${count(sweeps)}개를 각각 sweep 하나로 추가했습니다.`,
    split: '각각 sweep 하나로',
    join: 'sweep 하나로 합치기',
  },
  list: {
    title: 'sweep',
    kept: 'sweep은 지울 때까지 이 브라우저에 보관됩니다. 어디로도 보내지 않습니다.',
    full: '브라우저의 데이터베이스가 가득 찼습니다. 최근 변경은 이 페이지에만 있습니다. 필요 없는 sweep을 지우거나 내보내십시오.',
    forbidden:
      '브라우저가 이 페이지의 sweep 보관을 허용하지 않습니다. 페이지를 닫으면 사라지므로 필요한 것은 내보내십시오.',
    runs: (runs) => `run ${count(runs)}개`,
    added: (day, bytes, files) =>
      `${day}, ${byteSize(bytes)}${files > 1 ? `, 파일 ${files}개` : ''}`,
    renameOf: (name) => `${name} 이름 바꾸기`,
    duplicateOf: (name) => `${name} 복제`,
    exportOf: (name) => `${name}의 run을 CSV로 내보내기`,
    removeOf: (name) => `${name} 제거`,
    newNameOf: (name) => `${name}의 새 이름`,
    rename: '이름 바꾸기',
    noRun: (first, others) =>
      `run을 하나도 읽지 못했습니다. ${first}${others > 0 ? ` 그 밖에 ${others}개: sweep을 선택하면 문제를 볼 수 있습니다.` : ''}`,
  },
  sections: {
    columns: '열',
    columnsRead: (columns) => `${columns}개 읽음`,
    budgets: '예산',
    runs: 'run',
    runsSetAside: (runs, aside) => `${count(runs)}개, 제외 ${aside}개`,
    issues: '문제',
    leftOut: (rows) => `${count(rows)}행 제외`,
    remarks: (remarks) => `알림 ${count(remarks)}개`,
    quote: (line, rest) => `${line}행의 따옴표가 닫히지 않음; ${rest}`,
  },
  empty: {
    title: '아직 sweep이 없습니다',
    titleOf: (name) => `${name}에서 run을 읽지 못했습니다`,
    drop: '한 행이 run 하나인 학습 기록 파일을 페이지 아무 곳에나 놓으십시오.',
    choose: '데이터 쪽에서 열을 선택하거나 다른 파일을 추가하십시오.',
    needs:
      'sweep에는 loss와, 연산량·모델 규모·토큰 중 둘이 필요합니다. 다음과 같은 헤더를 알아봅니다:',
  },
  sql: {
    title: 'run당 한 행으로 줄이는 SQL',
    database: '데이터베이스',
    loss: 'run의 loss',
    for: (database) => `${database}용 SQL`,
    copy: '복사',
    result: '결과(CSV 또는 Parquet)를 여기에서 읽습니다.',
  },
}
