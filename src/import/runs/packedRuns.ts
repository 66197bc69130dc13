import type { Steps } from '../../numerics/steps.ts'
import type { Run } from '../../scaling/runs/run.ts'
import { SCALE_METRICS } from '../../scaling/runs/scaleMetric.ts'
import { packTexts, textAt, type PackedTexts } from '../tables/packedTexts.ts'

/**
 * Runs as they go from thread to thread: a column for each of their properties, since a thread copies
 * a few long arrays in no time and many small objects slowly.
 */
export interface PackedRuns {
  readonly count: number
  /** NaN where a run has no such number. */
  readonly numbers: Columns<Float64Array>
  readonly scale: Columns<Float64Array>
  readonly texts: Columns<{ readonly texts: PackedTexts; readonly has: Uint8Array }>
}

type Columns<Column> = ReadonlyMap<string, Column>

/** Runs that are unpacked between two pauses. */
const RUNS_A_STEP = 4000

/** What each property of a run is; a scale has columns of its own, and losses about a budget come later, on the page. */
const KINDS: Readonly<Record<keyof Run, 'number' | 'text' | 'either' | 'apart'>> = {
  ...{ id: 'text', name: 'text', line: 'number', source: 'text', computeFlops: 'number' },
  ...{ tokens: 'number', scale: 'apart', loss: 'number', statedBudget: 'either', status: 'text' },
  ...{ learningRate: 'number', batchTokens: 'number', corpus: 'text', seed: 'text' },
  ...{ steps: 'number', curveEnd: 'text', plannedSteps: 'number', lossesAround: 'apart' },
}
const KEYS = Object.keys(KINDS) as (keyof Run)[]
const NUMBERS = KEYS.filter((key) => KINDS[key] === 'number' || KINDS[key] === 'either')
const TEXTS = KEYS.filter((key) => KINDS[key] === 'text' || KINDS[key] === 'either')

export function packRuns(runs: readonly Run[]): PackedRuns {
  return {
    count: runs.length,
    numbers: columns(NUMBERS, (key) => numberColumn(runs, (run) => run[key])),
    scale: columns(SCALE_METRICS, (metric) => numberColumn(runs, ({ scale }) => scale[metric])),
    texts: columns(TEXTS, (key) => textColumn(runs, (run) => run[key])),
  }
}

/** The columns that any run has something in. */
function columns<Key extends string, Column>(
  keys: readonly Key[],
  columnOf: (key: Key) => Column | null,
): Columns<Column> {
  const found = new Map<string, Column>()
  for (const key of keys) {
    const column = columnOf(key)
    if (column !== null) found.set(key, column)
  }
  return found
}

function numberColumn(runs: readonly Run[], of: (run: Run) => unknown): Float64Array | null {
  let column: Float64Array | null = null
  for (const [i, run] of runs.entries()) {
    const value = of(run)
    if (typeof value !== 'number') continue
    column ??= new Float64Array(runs.length).fill(Number.NaN)
    column[i] = value
  }
  return column
}

function textColumn(
  runs: readonly Run[],
  of: (run: Run) => unknown,
): { readonly texts: PackedTexts; readonly has: Uint8Array } | null {
  const has = new Uint8Array(runs.length)
  const texts = runs.map((run, i) => {
    const value = of(run)
    if (typeof value !== 'string') return ''
    has[i] = 1
    return value
  })
  return has.includes(1) ? { texts: packTexts(texts), has } : null
}

/** The runs again, with pauses. */
export function* unpackRuns({ count, ...packed }: PackedRuns): Steps<readonly Run[]> {
  const [numbers, scale, texts] = [[...packed.numbers], [...packed.scale], [...packed.texts]]
  const runs: Run[] = []
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % RUNS_A_STEP === 0) yield i / count
    const ofScale: Record<string, number> = {}
    putNumbers(ofScale, scale, i)
    const run: Record<string, unknown> = { scale: ofScale }
    putNumbers(run, numbers, i)
    for (const [key, column] of texts) {
      if (column.has[i] === 1) run[key] = textAt(column.texts, i)
    }
    // What a run was packed from, column by column.
    runs.push(run as unknown as Run)
  }
  return runs
}

function putNumbers(
  into: Record<string, unknown>,
  columns: readonly (readonly [key: string, column: Float64Array])[],
  i: number,
): void {
  for (const [key, column] of columns) {
    const value = column[i] ?? Number.NaN
    if (!Number.isNaN(value)) into[key] = value
  }
}
