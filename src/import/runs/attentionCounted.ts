import type { Derivation, NoAttentionReason } from '../issues/derivation.ts'
import { median } from 'd3-array'
import type { Run } from '../../scaling/runs/run.ts'
import type { CellReader } from '../columns/cellReader.ts'
import { words } from '../fields/heading.ts'
import type { Table } from '../tables/table.ts'

/** Headings of columns that say what kind of model a run trained. */
const TYPE_HEADINGS = new Set([
  ...['model type', 'architecture', 'arch', 'model class', 'model family', 'backbone', 'mixer'],
  ...['block type', 'sequence mixer', 'attention type'],
])
/** Kinds of models without attention over the whole context. */
const WITHOUT_ATTENTION =
  /mamba|rwkv|lstm|\brnn\b|recurrent|\bgru\b|\bssm\b|\bs[456]\b|hyena|retnet|delta ?net|griffin|linear.?attention/i
/** C over M·D below this is too little for the attention that M counts, ... */
const MOST_RATIO = 0.6
/** ... where C over 6·N·D is within these. */
const AROUND_ONE = [0.75, 1.35] as const

/**
 * Runs without M where the models have not the attention that it counts: a column says so
 * (`model_type: mamba`), or the compute does, being far below M·D and about 6·N·D. `derivation` says why;
 * null where M stays. M that the file itself gives is not touched.
 */
export function attentionCounted(
  table: Table,
  cells: CellReader,
  runs: readonly Run[],
): { readonly runs: readonly Run[]; readonly derivation: Derivation | null } {
  const reason =
    cells.has('modelScale') || runs.every((run) => run.scale.M === undefined)
      ? null
      : (typeReason(table) ?? ratioReason(cells, runs))
  if (reason === null) return { runs, derivation: null }
  return {
    runs: runs.map(({ scale: { M: _, ...scale }, ...run }) => ({ ...run, scale })),
    derivation: { code: 'no-attention', because: reason },
  }
}

function typeReason({ header, rows }: Table): NoAttentionReason | null {
  const columns = header.flatMap((heading, i) => (TYPE_HEADINGS.has(words(heading)) ? [i] : []))
  for (const column of columns) {
    const cell = rows.find((row) => WITHOUT_ATTENTION.test(row.cells[column] ?? ''))?.cells[column]
    if (cell === undefined) continue
    return { kind: 'type', heading: header[column] ?? '', cell: cell.trim().slice(0, 40) }
  }
  return null
}

function ratioReason(cells: CellReader, runs: readonly Run[]): NoAttentionReason | null {
  if (!cells.has('computeFlops') || !cells.has('tokens')) return null
  const ofM = median(runs, (run) => run.computeFlops / run.tokens / (run.scale.M ?? Number.NaN))
  const ofN = median(
    runs,
    (run) => run.computeFlops / run.tokens / (6 * (run.scale.N ?? Number.NaN)),
  )
  if (ofM === undefined || ofN === undefined || !(ofM < MOST_RATIO)) return null
  if (!(ofN >= AROUND_ONE[0] && ofN <= AROUND_ONE[1])) return null
  return { kind: 'ratio', ofM: 1 / ofM, ofN: 1 / ofN }
}
