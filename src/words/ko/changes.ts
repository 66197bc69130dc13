import type { Change } from '../change.ts'

/** 실행 취소 단추에 쓰는, 바뀐 것의 이름. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'add':
      return `${change.sweeps.join(', ')} 추가`
    case 'complete':
      return `${change.file}로 ${change.sweep} 보완`
    case 'replace':
      return `${change.file} 교체`
    case 'remove':
      return `${change.sweep} 제거`
    case 'rename':
      return `${change.sweep} 이름 변경`
    case 'duplicate':
      return `${change.sweep} 복제`
    case 'split':
      return `${change.sweep} 나누기`
    case 'pool':
      return `${change.sweep}의 run 합치기`
    case 'separate':
      return `${change.sweep}의 run 분리`
    case 'join':
      return `sweep ${change.sweeps}개 합치기`
    case 'set-aside':
      return `run ${change.runs}개 제외`
    case 'keep':
      return `run ${change.runs}개 유지`
    case 'average':
      return `run ${change.runs}개 평균`
    case 'forget-decisions':
      return 'run에 대한 결정 지우기'
    case 'columns':
      return '열 읽는 방법 변경'
    case 'settings':
      return '설정 변경'
    case 'address':
      return '주소에 따른 변경'
  }
}
