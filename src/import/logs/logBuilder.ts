import { isEmptyCell } from '../tables/emptyCell.ts'
import type { ImportIssue } from '../issues/importIssue.ts'
import { parseNumber } from '../../notation/parseNumber.ts'
import type { LoggedRun, LogLayout, StepLog } from './stepLog.ts'

/** Rows held in one array while their number is not known. */
const BLOCK = 65_536

/** Collects the rows of a training log as they are read. */
export interface LogBuilder {
  readonly add: (line: number, cells: readonly string[]) => void
  /** Lets go of the text that the cells were cut from; call it after each piece of the file. */
  readonly settle: () => void
  readonly finish: () => { readonly log: StepLog; readonly issues: readonly ImportIssue[] }
}

interface OpenRun {
  readonly name: string
  readonly firstLine: number
  readonly cells: string[]
  rows: number
  lastStep: number
}

/**
 * A collector of the rows of a log. `fileName` names the run where no column does. Rows without a
 * step or a run are left out and counted in one issue each kind, which names the first. Only the
 * series and one row of text a run are kept, so that a log of 100 MB needs less memory than its file.
 */
export function logBuilder(
  header: readonly string[],
  layout: LogLayout,
  fileName: string,
): LogBuilder {
  const columns = [layout.step, ...layout.losses, ...layout.ends]
  const runs: OpenRun[] = []
  const byKey = new Map<string, number>()
  const unsettled = new Set<OpenRun>()
  const blocks: { readonly run: Int32Array; readonly values: Float64Array[] }[] = []
  let count = 0
  let lastKey: string | null = null
  let lastRun = -1
  const skipped = new Map<'no-step' | 'no-run-name', { first: ImportIssue; rows: number }>()

  const skip = (code: 'no-step' | 'no-run-name', line: number, cell: string): void => {
    const known = skipped.get(code)
    if (known !== undefined) {
      known.rows++
      return
    }
    const found = cell === '' ? {} : { found: cell.slice(0, 80) }
    const column = code === 'no-step' ? layout.step : (layout.runs[0] ?? 0)
    const first: ImportIssue = {
      ...{ severity: 'row-left-out', code, line, column: header[column] ?? '' },
      ...found,
    }
    skipped.set(code, { first, rows: 1 })
  }

  const runOf = (line: number, cells: readonly string[]): number => {
    if (layout.runs.length === 0) return runs.length === 0 ? open(fileName, line, '') : 0
    const key =
      layout.runs.length === 1
        ? (cells[layout.runs[0] ?? 0] ?? '')
        : layout.runs.map((column) => cells[column] ?? '').join('\u0000')
    if (key === lastKey) return lastRun
    const known = byKey.get(key)
    if (known === undefined && key.replaceAll('\u0000', '').trim() === '') return -1
    const name = layout.runs
      .map((column) => (cells[column] ?? '').trim())
      .filter((cell) => cell !== '')
      .join(' · ')
    lastRun = known ?? open(name, line, key)
    lastKey = key
    return lastRun
  }
  const open = (name: string, line: number, key: string): number => {
    runs.push({
      ...{ name, firstLine: line, rows: 0, lastStep: Number.NEGATIVE_INFINITY },
      cells: header.map(() => ''),
    })
    byKey.set(key, runs.length - 1)
    return runs.length - 1
  }

  return {
    add: (line, cells) => {
      const stepCell = cells[layout.step] ?? ''
      const step = seriesValue(stepCell)
      if (!Number.isFinite(step)) {
        skip('no-step', line, stepCell.trim())
        return
      }
      const index = runOf(line, cells)
      const run = runs[index]
      if (run === undefined) {
        skip('no-run-name', line, '')
        return
      }
      unsettled.add(run)
      run.rows++
      const later = step >= run.lastStep
      if (later) run.lastStep = step
      const kept = run.cells
      for (let column = 0; column < kept.length; column++) {
        const cell = cells[column] ?? ''
        if (cell !== '' && (later || kept[column] === '')) kept[column] = cell
      }
      const at = count % BLOCK
      if (at === 0) {
        blocks.push({
          run: new Int32Array(BLOCK),
          values: columns.map(() => new Float64Array(BLOCK)),
        })
      }
      const block = blocks[blocks.length - 1]
      if (block === undefined) return
      block.run[at] = index
      for (let i = 0; i < columns.length; i++) {
        const values = block.values[i]
        if (values !== undefined) {
          values[at] = i === 0 ? step : seriesValue(cells[columns[i] ?? 0] ?? '')
        }
      }
      count++
    },
    settle: () => {
      for (const { cells } of unsettled) {
        for (let i = 0; i < cells.length; i++) cells[i] = ownText(cells[i] ?? '')
      }
      unsettled.clear()
      lastKey = lastKey === null ? null : ownText(lastKey)
    },
    finish: () => ({
      log: { header, layout, ...gather(runs, columns, blocks, count) },
      issues: [...skipped.values()].map(({ first, rows }) => ({ ...first, rows })),
    }),
  }
}

/** Rows brought together by run, and within a run into the order of their steps. */
function gather(
  open: readonly OpenRun[],
  columns: readonly number[],
  blocks: readonly { readonly run: Int32Array; readonly values: readonly Float64Array[] }[],
  count: number,
): Pick<StepLog, 'runs' | 'steps' | 'series'> {
  let start = 0
  const runs = open.map(({ name, firstLine, cells, rows }): LoggedRun => {
    const from = start
    start += rows
    return { name, firstLine, cells, start: from, end: start }
  })
  const next = Int32Array.from(runs, (run) => run.start)
  const target = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const run = blocks[Math.floor(row / BLOCK)]?.run[row % BLOCK] ?? 0
    const at = next[run] ?? 0
    target[row] = at
    next[run] = at + 1
  }
  const arrays = columns.map((_, i) => {
    const values = new Float64Array(count)
    for (let row = 0; row < count; row++) {
      values[target[row] ?? 0] = blocks[Math.floor(row / BLOCK)]?.values[i]?.[row % BLOCK] ?? 0
    }
    return values
  })
  const [steps = new Float64Array(0), ...series] = arrays
  for (const { start: from, end } of runs) {
    if (isAscending(steps, from, end)) continue
    const order = Array.from({ length: end - from }, (_, i) => from + i).sort(
      (a, b) => (steps[a] ?? 0) - (steps[b] ?? 0),
    )
    for (const values of arrays) {
      values.set(
        order.map((row) => values[row] ?? 0),
        from,
      )
    }
  }
  return { runs, steps, series: new Map(series.map((values, i) => [columns[i + 1] ?? 0, values])) }
}

function isAscending(values: Float64Array, from: number, end: number): boolean {
  for (let i = from + 1; i < end; i++) if ((values[i] ?? 0) < (values[i - 1] ?? 0)) return false
  return true
}

/** NaN for no value, infinity for one that is not finite. */
function seriesValue(cell: string): number {
  if (cell === '') return Number.NaN
  const quick = Number(cell)
  // `Number` takes white space for 0.
  if (Number.isFinite(quick) && (quick !== 0 || cell.includes('0'))) return quick
  const text = cell.trim()
  if (isEmptyCell(text)) return Number.NaN
  return parseNumber(text) ?? (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(text) ? Infinity : Number.NaN)
}

/** The same text in memory of its own: a cell that was cut from a file keeps all of it alive. */
function ownText(text: string): string {
  // Short cuts are copies already.
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
