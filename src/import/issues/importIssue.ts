import type { DisagreementReason } from './disagreementReason.ts'
import type { Field, Unit } from '../fields/field.ts'

/** Every way in which data can disappoint. The sentences for them are in `issueSentence.ts`. */
export type ImportIssueCode =
  // a whole file is refused
  | 'empty-file'
  | 'not-text'
  | 'no-header'
  | 'no-rows'
  | 'bad-json'
  | 'bad-gzip'
  | 'bad-parquet'
  | 'bad-workbook'
  | 'old-workbook'
  | 'file-too-large'
  | 'too-many-rows'
  | 'too-many-runs'
  | 'unreadable-file'
  | 'damaged-record'
  // a mapping cannot give runs
  | 'no-loss-column'
  | 'no-scale-column'
  | 'no-compute-or-tokens'
  // a row is left out
  | 'missing-value'
  | 'not-a-number'
  | 'not-finite'
  | 'not-positive'
  | 'too-large'
  | 'too-small'
  | 'other-unit'
  | 'perplexity-too-low'
  | 'out-of-range'
  | 'unclosed-quote'
  | 'long-cell'
  | 'no-run-name'
  | 'no-step'
  // a row, or the whole file, is kept with a remark
  | 'value-derived'
  | 'ragged-row'
  | 'repeated-header'
  | 'decimal-comma'
  | 'rows-merged'
  | 'compute-disagrees'
  | 'run-disagrees'

/** One thing wrong with one place of a file. `found` is shown as text, never as markup. */
export interface ImportIssue {
  readonly severity: 'refused' | 'row-left-out' | 'remark'
  readonly code: ImportIssueCode
  /** 1-based line (or record); absent when the issue is about the whole file. */
  readonly line?: number
  /** The file that the line is of, where a sweep was joined from several. */
  readonly source?: string
  /** Column heading as the file spells it. */
  readonly column?: string
  readonly field?: Field
  /** The unit that the column is read in. */
  readonly unit?: Unit
  /** The offending text, cut to 80 characters. */
  readonly found?: string
  /** What the tracker says of the run, where that explains a missing value. */
  readonly runStatus?: string
  /** What a disagreement of C, D and the model scale looks like. */
  readonly reason?: DisagreementReason
  /** Rows that the issue stands for, where it stands for many of a log; absent: one. */
  readonly rows?: number
}
