import type { Change } from '../change.ts'
import { count } from './count.ts'

/** What was changed, after “Undo:”. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'add':
      return `add ${change.sweeps.join(', ')}`
    case 'complete':
      return `complete ${change.sweep} from ${change.file}`
    case 'replace':
      return `replace ${change.file}`
    case 'remove':
      return `remove ${change.sweep}`
    case 'rename':
      return `rename ${change.sweep}`
    case 'duplicate':
      return `duplicate ${change.sweep}`
    case 'split':
      return `split ${change.sweep}`
    case 'pool':
      return `pool the runs of ${change.sweep}`
    case 'separate':
      return `separate the runs of ${change.sweep}`
    case 'join':
      return `join ${count(change.sweeps, 'sweep')}`
    case 'set-aside':
      return `set aside ${runs(change.runs)}`
    case 'keep':
      return `keep ${runs(change.runs)}`
    case 'average':
      return `average ${runs(change.runs)}`
    case 'forget-decisions':
      return 'forget the decisions about runs'
    case 'columns':
      return 'change how the columns are read'
    case 'settings':
      return 'change the settings'
    case 'address':
      return 'follow the address'
  }
}

function runs(number: number): string {
  return number === 1 ? 'a run' : count(number, 'run')
}
