/** Which columns of a training log mean what; indices into the header. */
export interface LogLayout {
  /** Columns that together name a run; none where the file is of one run. */
  readonly runs: readonly number[]
  readonly step: number
  /** Columns of losses, all of which are reduced. */
  readonly losses: readonly number[]
  /** Columns that grow with the steps and whose last value counts: tokens, compute. */
  readonly ends: readonly number[]
  /** What a row is, as far as can be told; a person may say otherwise. */
  readonly oneRowIs: 'run' | 'step'
}

/** One run of a training log. */
export interface LoggedRun {
  readonly name: string
  /** 1-based line of its first row in the file. */
  readonly firstLine: number
  /** Its rows are those from `start` up to `end` in the arrays of the log, in order of the steps. */
  readonly start: number
  readonly end: number
  /** The last value that is not empty of every column, by order of the steps. */
  readonly cells: readonly string[]
}

/** A training log: one row a step, kept whole where curves are drawn and runs are reduced from. */
export interface StepLog {
  readonly header: readonly string[]
  readonly layout: LogLayout
  readonly runs: readonly LoggedRun[]
  /** The step of every row, those of a run together and ascending. */
  readonly steps: Float64Array
  /**
   * Values row by row of the losses and of what grows with the steps, by column. NaN where the row
   * has none, infinity where it has one that is not finite.
   */
  readonly series: ReadonlyMap<number, Float64Array>
}
