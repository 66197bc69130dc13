/** A log whose runs stand side by side, and the way to one row a run and step. */
export interface WideLog {
  /** What stands in the first column: steps, or another measure of how far a run is (tokens). */
  readonly axis: 'step' | 'other'
  readonly header: readonly string[]
  readonly rowsOf: (cells: readonly string[]) => readonly (readonly string[])[]
}

const STEP = /^(?:step|global[_ ]?step|_step|trainer\/global_step|train\/(?:global_)?step)$/i
const SERIES = /^(.+) - (.+)$/
/** Chart exports add the band of each line, which is no loss of its own. */
const BAND = /__(?:MIN|MAX)$/

/**
 * Recognises a chart export of a tracker (`Step, run-a - val/loss, run-b - val/loss, …`): the first
 * column is the step, or another axis that the chart was drawn over (`train/tokens`), and every other
 * one names its run and its metric; of other axes the band of a line (`__MIN`) must be there, as such
 * exports have it. Null for any other header.
 */
export function wideLog(header: readonly string[]): WideLog | null {
  const [step = '', ...others] = header
  if (others.length === 0) return null
  const axis = STEP.test(step.trim()) ? 'step' : 'other'
  if (axis === 'other' && !others.some((heading) => BAND.test(heading.trim()))) return null
  const series = others.flatMap((heading, i) => {
    const [, run, metric] = SERIES.exec(heading.trim()) ?? []
    return run === undefined || metric === undefined ? [] : [{ column: i + 1, run, metric }]
  })
  if (series.length !== others.length) return null
  const lines = series.filter(({ metric }) => !BAND.test(metric) && !metric.startsWith('_'))
  const metrics = [...new Set(lines.map(({ metric }) => metric))]
  const runs = new Map<string, number[]>()
  for (const { column, run, metric } of lines) {
    const columns = runs.get(run) ?? metrics.map(() => -1)
    columns[metrics.indexOf(metric)] = column
    runs.set(run, columns)
  }
  if (runs.size === 0) return null
  return {
    axis,
    header: [step, 'Name', ...metrics],
    rowsOf: (cells) =>
      [...runs].flatMap(([run, columns]) => {
        const values = columns.map((column) => cells[column] ?? '')
        return values.every((cell) => cell.trim() === '') ? [] : [[cells[0] ?? '', run, ...values]]
      }),
  }
}
