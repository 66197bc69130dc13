import type { Run, LossUnit } from '../../scaling/runs/run.ts'
import type { ImportIssue } from '../issues/importIssue.ts'

/** The outcome of reading a table under a mapping. Runs may be empty; then an issue says why. */
export interface ImportedSweep {
  readonly runs: readonly Run[]
  readonly lossUnit: LossUnit
  readonly issues: readonly ImportIssue[]
  /**
   * What was derived and how, one sentence each, for the screen: "D = C / 6N (no token column)",
   * "sequence length 4,096 = tokens / (batch × steps)".
   */
  readonly derivations: readonly string[]
}
