import type { DisagreementReason } from '../../import/issues/disagreementReason.ts'
import { fieldRange, FIELD_UNITS } from '../../import/fields/field.ts'
import type { ImportIssue, ImportIssueCode } from '../../import/issues/importIssue.ts'
import { scientificText } from '../../format/formatNumber.ts'
import type { issues as english } from '../en/issues.ts'
import { FIELD_LABELS } from './fields.ts'

export const issues: typeof english = {
  sentence,
  sentences: (all) => all.map(sentence).join(' '),
  place,
  expected,
  kind: ({ code, column }) =>
    column === undefined ? KINDS[code] : `${KINDS[code]} (“${column}” 열)`,
}

const LEFT_OUT = '이 행은 제외합니다.'

function sentence(issue: ImportIssue): string {
  const { line, found, rows } = issue
  const where = place(issue)
  const quoted = `“${found ?? ''}”`
  const more = rows === undefined || rows === 1 ? '' : ` 같은 행이 ${rows - 1}개 더 있습니다.`
  const field = issue.field === undefined ? '양' : FIELD_LABELS[issue.field]
  switch (issue.code) {
    case 'empty-file':
      return '빈 파일입니다.'
    case 'not-text':
      return '읽을 수 있는 종류의 파일이 아닙니다. run을 CSV, TSV, JSON, Parquet, XLSX 중 하나로 내보내십시오.'
    case 'no-header':
      return `첫 행에 열 이름이 없습니다${found === undefined ? '' : ` (${quoted})`}. flops,params,tokens,loss 같은 헤더를 추가하십시오.`
    case 'no-rows':
      return '헤더는 있지만 그 아래에 run이 한 행도 없습니다.'
    case 'bad-json':
      if (line !== undefined)
        return `${where}${quoted}은(는) JSON 객체가 아닙니다. 이 줄은 제외합니다.`
      return `run을 담은 올바른 JSON이 아닙니다${found === undefined ? '' : `: ${quoted}`}. 객체의 배열, {"runs": […]}, 열별 배열, 한 줄에 객체 하나인 형식을 읽습니다.`
    case 'bad-gzip':
      return 'gzip 파일이 손상되었거나 잘렸습니다. 다시 압축하거나 먼저 압축을 푸십시오.'
    case 'bad-parquet':
      return 'Parquet 파일이 손상되었거나 잘렸거나, 읽을 수 없는 방식으로 쓰였습니다. 다시 저장하거나 CSV로 내보내십시오.'
    case 'bad-workbook':
      return '이 파일에서 헤더와 행이 있는 시트를 읽지 못했습니다. 시트를 XLSX나 CSV로 저장하십시오.'
    case 'old-workbook':
      return '옛 XLS 형식이거나 암호가 걸린 통합 문서입니다. XLSX나 CSV로 저장하십시오.'
    case 'file-too-large':
      return '파일이 200 MB보다 큽니다. 필요 없는 열이나 step을 빼거나, SQL로 로그를 run당 한 행으로 줄이십시오.'
    case 'too-many-rows':
      return '파일이 1,000,000행을 넘습니다. SQL로 로그를 run당 한 행으로 줄인 결과를 여기에 놓으십시오.'
    case 'too-many-runs':
      return `이 페이지에서 sweep 하나는 run 50,000개까지 담을 수 있는데, 이 파일에는 run이 ${found ?? ''}행 있습니다. 필요한 예산만 남기거나 반복 실행을 평균한 결과를 여기에 놓으십시오.`
    case 'unreadable-file':
      return '브라우저가 파일을 읽지 못했습니다. 폴더라면 그 안의 파일을 선택하십시오.'
    case 'damaged-record':
      return '이 브라우저가 이전 방문에서 보관한 내용을 읽을 수 없습니다. 그대로 두었으니 파일을 다시 추가하십시오.'
    case 'no-loss-column':
      return 'loss 열을 찾지 못했습니다. ‘열’에서 선택하십시오.'
    case 'no-scale-column':
      return '모델 규모 열(파라미터, FLOPs/token, 또는 층 수와 너비)을 찾지 못했습니다. ‘열’에서 선택하십시오.'
    case 'no-compute-or-tokens':
      return '연산량도 토큰도(step과 배치 크기도) 찾지 못했습니다. 모델 규모와 함께 둘 중 하나가 필요합니다. ‘열’에서 선택하십시오.'
    case 'missing-value':
      return `${where}값이 없습니다${issue.runStatus === undefined ? '' : ` (run 상태: “${issue.runStatus}”)`}. ${LEFT_OUT}${more}`
    case 'not-a-number':
      return `${where}${quoted}은(는) 숫자가 아닙니다. ${LEFT_OUT}${more}`
    case 'not-finite':
      return `${where}${quoted}은(는) 유한한 수가 아닙니다. ${LEFT_OUT}${more}`
    case 'not-positive':
      return `${where}${quoted}은(는) 0보다 커야 합니다. ${LEFT_OUT}`
    case 'too-large':
    case 'too-small':
      return `${where}${quoted}은(는) ${field}(으)로는 너무 ${issue.code === 'too-large' ? '큽니다' : '작습니다'}${rangeText(issue)}. ${LEFT_OUT}`
    case 'other-unit':
      return `${where}${quoted}의 단위가 열의 단위(${issue.unit ?? ''})와 다릅니다. ${LEFT_OUT}`
    case 'perplexity-too-low':
      return `${where}${quoted}은(는) perplexity일 수 없습니다(1보다 커야 함). ${LEFT_OUT} loss 열이라면 ‘열’에서 단위를 선택하십시오.`
    case 'out-of-range':
      return `${where}${field}이(가) 다룰 수 없을 만큼 크거나 작게 계산됩니다. ${LEFT_OUT} ‘열’에서 단위를 확인하십시오.`
    case 'no-run-name':
      return `${where}이 step이 어느 run의 것인지 알 수 없습니다. ${LEFT_OUT}${more}`
    case 'no-step':
      return `${where}${found === undefined ? 'step이 없습니다' : `${quoted}은(는) step이 아닙니다`}. ${LEFT_OUT}${more}`
    case 'value-derived':
      return `${where}값이 없어 같은 행의 다른 값에서 유도했습니다.`
    case 'ragged-row':
      return `${where}셀 수가 맞지 않습니다(${found ?? ''}). 행은 유지하며, 없는 셀은 빈 것으로 보고 남는 셀은 읽지 않습니다.${more}`
    case 'repeated-header':
      return `${where}헤더가 다시 나옵니다. run이 아닌 줄입니다.`
    case 'decimal-comma':
      return `숫자에 소수점 쉼표를 씁니다. ${quoted}은(는) ${(found ?? '').replaceAll('.', '').replace(',', '.')}(으)로 읽습니다.`
    case 'rows-merged':
      return `여러 파일의 행이 이름으로 보아 같은 run이어서 서로의 빈 셀을 채웁니다. ${found ?? ''}행이 첫 번째 행에 합쳐졌습니다.`
    case 'unclosed-quote':
      return `${where}따옴표가 열리고 닫히지 않았습니다(${quoted}). ${LEFT_OUT} 다음 줄부터 이어서 읽습니다.`
    case 'long-cell':
      return `${where}셀이 100,000자를 넘습니다(${quoted}…). ${LEFT_OUT}`
    case 'compute-disagrees':
      return `중간 run에서 C가 ${impliedCompute(issue)}의 ${found ?? ''}배입니다. ${REASONS[issue.reason ?? 'unknown']} 아무것도 바꾸지 않았습니다.`
    case 'run-disagrees':
      return `${where}C가 ${impliedCompute(issue)}의 ${found ?? ''}배로, 다른 run과 다릅니다. 아무것도 바꾸지 않았습니다.`
  }
}

function place({ line, source, column }: ImportIssue): string {
  if (line === undefined) return ''
  const file = source === undefined ? '' : `${source}, `
  return column === undefined ? `${file}${line}행: ` : `${file}${line}행, “${column}” 열: `
}

function expected({ code, field }: ImportIssue): string {
  switch (code) {
    case 'missing-value':
    case 'value-derived':
    case 'not-a-number':
    case 'not-finite':
    case 'not-positive':
    case 'too-large':
    case 'too-small':
    case 'other-unit':
      return field === undefined
        ? '숫자'
        : `${FIELD_LABELS[field]}: 0보다 큰 수 (${FIELD_UNITS[field].join(', ')})`
    case 'perplexity-too-low':
      return '1보다 큰 perplexity'
    case 'no-step':
      return 'step: 0 이상의 수'
    case 'no-run-name':
      return 'run 이름'
    default:
      return ''
  }
}

function rangeText({ field, unit }: ImportIssue): string {
  const range = field === undefined ? null : fieldRange(field, unit ?? FIELD_UNITS[field][0])
  return range === null ? '' : ` (${range.map((end) => scientificText(end, 1)).join(' ~ ')} 사이)`
}

function impliedCompute({ field }: ImportIssue): string {
  return field === 'modelScale' ? 'M·D' : field === 'nonEmbeddingParameters' ? '6·N₁·D' : '6·N·D'
}

const REASONS: Readonly<Record<DisagreementReason, string>> = {
  'forward-only':
    '3분의 1은 forward pass만 셀 때(2·N·D)의 값입니다. forward와 backward를 합하면 6·N·D입니다.',
  tripled:
    '3배는 backward pass를 두 번 곱할 때의 값입니다. 6·N·D에는 forward와 backward가 이미 들어 있습니다.',
  'multiply-adds': '절반은 곱셈-덧셈을 연산 하나로 셀 때의 값입니다.',
  doubled: '2배는 곱셈-덧셈을 두 번 셀 때의 값입니다.',
  'embedding-share':
    '비율이 embedding을 따라갑니다. N은 embedding을 포함하고 C는 포함하지 않으며, 작은 모델에서 가장 큰 차이가 납니다.',
  'attention-share':
    '비율이 문맥에 대한 attention(토큰당 12·n·d·l)을 따라갑니다. C는 이를 포함하고 6·N은 포함하지 않습니다.',
  sequences: '비율이 시퀀스 길이와 같습니다. 토큰이 시퀀스 수로 세어졌을 수 있습니다.',
  'power-of-thousand':
    '비율이 1,000의 거듭제곱입니다. 단위(천, 백만, 십억)가 빠진 듯합니다. ‘열’에서 선택하십시오.',
  unknown: '흔한 이유는 attention, embedding, forward pass만 센 것, 시퀀스를 토큰으로 센 것입니다.',
}

const KINDS: Readonly<Record<ImportIssueCode, string>> = {
  'empty-file': '빈 파일',
  'not-text': '읽을 수 없는 파일 종류',
  'no-header': '헤더 없음',
  'no-rows': '행 없음',
  'bad-json': '잘못된 JSON',
  'bad-gzip': '손상된 gzip',
  'bad-parquet': '손상된 Parquet',
  'bad-workbook': '읽을 수 없는 통합 문서',
  'old-workbook': '옛 형식의 통합 문서',
  'file-too-large': '너무 큰 파일',
  'too-many-rows': '너무 많은 행',
  'too-many-runs': '너무 많은 run',
  'unreadable-file': '읽을 수 없는 파일',
  'damaged-record': '손상된 보관 기록',
  'no-loss-column': 'loss 열 없음',
  'no-scale-column': '모델 규모 열 없음',
  'no-compute-or-tokens': '연산량과 토큰 없음',
  'missing-value': '값 없음',
  'not-a-number': '숫자 아님',
  'not-finite': '유한하지 않음',
  'not-positive': '0보다 크지 않음',
  'too-large': '너무 큼',
  'too-small': '너무 작음',
  'other-unit': '다른 단위',
  'perplexity-too-low': '너무 낮은 perplexity',
  'out-of-range': '범위 밖',
  'no-run-name': 'run을 알 수 없는 step',
  'no-step': 'step 없음',
  'value-derived': '같은 행에서 유도',
  'ragged-row': '셀 수가 맞지 않는 행',
  'repeated-header': '반복된 헤더',
  'decimal-comma': '소수점 쉼표',
  'rows-merged': '합쳐진 행',
  'unclosed-quote': '닫히지 않은 따옴표',
  'long-cell': '100,000자를 넘는 셀',
  'compute-disagrees': 'C, N, D 불일치',
  'run-disagrees': '한 run에서 C, N, D 불일치',
}
