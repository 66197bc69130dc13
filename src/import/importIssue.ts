import type { Field } from './field.ts'

/** Every way in which data can disappoint. The sentences for them are in `issueSentence.ts`. */
export type ImportIssueCode =
  // a whole file is refused
  | 'empty-file'
  | 'not-text'
  | 'no-header'
  | 'no-rows'
  | 'bad-json'
  | 'file-too-large'
  | 'unreadable-file'
  // a mapping cannot give runs
  | 'no-loss-column'
  | 'no-scale-column'
  | 'no-compute-or-tokens'
  // a row is left out
  | 'missing-value'
  | 'not-a-number'
  | 'not-finite'
  | 'not-positive'
  | 'perplexity-too-low'
  | 'out-of-range'
  // a row, or the whole file, is kept with a remark
  | 'ragged-row'
  | 'unclosed-quote'
  | 'compute-disagrees'

/** One thing wrong with one place of a file. `found` is shown as text, never as markup. */
export interface ImportIssue {
  readonly severity: 'refused' | 'row-left-out' | 'remark'
  readonly code: ImportIssueCode
  /** 1-based line (or record); absent when the issue is about the whole file. */
  readonly line?: number
  /** Column heading as the file spells it. */
  readonly column?: string
  readonly field?: Field
  /** The offending text, cut to 80 characters. */
  readonly found?: string
}
