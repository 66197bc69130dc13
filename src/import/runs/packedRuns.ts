import type { Steps } from '../../numerics/steps.ts'
import type { Run } from '../../scaling/runs/run.ts'
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

export function packRuns(runs: readonly Run[]): PackedRuns {
  const count = runs.length
  const numbers = new Map<string, Float64Array>()
  const scale = new Map<string, Float64Array>()
  const texts = new Map<string, string[]>()
  const has = new Map<string, Uint8Array>()
  const setNumber = (into: Map<string, Float64Array>, key: string, i: number, value: number) => {
    const column = into.get(key) ?? new Float64Array(count).fill(Number.NaN)
    into.set(key, column)
    column[i] = value
  }
  const setText = (key: string, i: number, value: string): void => {
    const column = texts.get(key) ?? new Array<string>(count).fill('')
    const there = has.get(key) ?? new Uint8Array(count)
    texts.set(key, column)
    has.set(key, there)
    column[i] = value
    there[i] = 1
  }
  runs.forEach((run, i) => {
    for (const [key, value] of Object.entries(run)) {
      if (typeof value === 'number') setNumber(numbers, key, i, value)
      else if (typeof value === 'string') setText(key, i, value)
    }
    for (const [metric, value] of Object.entries(run.scale)) setNumber(scale, metric, i, value)
  })
  const packed = [...texts].map(([key, column]) => {
    const there = has.get(key) ?? new Uint8Array(count)
    return [key, { texts: packTexts(column), has: there }] as const
  })
  return { count, numbers, scale, texts: new Map(packed) }
}

/** The runs again, with pauses. */
export function* unpackRuns({ count, numbers, scale, texts }: PackedRuns): Steps<readonly Run[]> {
  const runs: Run[] = []
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % RUNS_A_STEP === 0) yield i / count
    const run: Record<string, unknown> = { scale: numbersAt(scale, i), ...numbersAt(numbers, i) }
    for (const [key, column] of texts) {
      if (column.has[i] === 1) run[key] = textAt(column.texts, i)
    }
    // What a run was packed from, column by column.
    runs.push(run as unknown as Run)
  }
  return runs
}

function numbersAt(columns: Columns<Float64Array>, i: number): Record<string, number> {
  const values: Record<string, number> = {}
  for (const [key, column] of columns) {
    const value = column[i] ?? Number.NaN
    if (!Number.isNaN(value)) values[key] = value
  }
  return values
}
