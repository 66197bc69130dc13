import { counted } from '../../format/formatNumber.ts'
import type { Run } from '../../scaling/runs/run.ts'

/** Corpora that are named one by one. */
const MOST_NAMED = 3

/** What runs were trained on, in a few words: `corpus dclm`, `2 corpora: comma, dclm`; empty where not known. */
export function corporaText(runs: readonly Run[]): string {
  const names = [...new Set(runs.flatMap((run) => run.corpus ?? []))]
  if (names.length === 0) return ''
  if (names.length === 1) return `corpus ${names[0] ?? ''}`
  const named = names.slice(0, MOST_NAMED).join(', ')
  const left = names.length - MOST_NAMED
  return `${names.length} corpora: ${named}${left > 0 ? ` and ${counted(left, 'other')}` : ''}`
}
