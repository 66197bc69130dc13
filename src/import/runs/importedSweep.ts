import type { Derivation } from '../issues/derivation.ts'
import type { Run, LossUnit } from '../../scaling/runs/run.ts'
import type { ImportIssue } from '../issues/importIssue.ts'

/** The outcome of reading a table under a mapping. Runs may be empty; then an issue says why. */
export interface ImportedSweep {
  readonly runs: readonly Run[]
  readonly lossUnit: LossUnit
  readonly issues: readonly ImportIssue[]
  /** What was derived and how, what was assumed, and what is not offered. */
  readonly derivations: readonly Derivation[]
}
