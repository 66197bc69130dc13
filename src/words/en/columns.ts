import { wholeNumber } from '../../format/formatNumber.ts'
import type { PresetId } from '../../import/columns/presets.ts'
import { count } from './count.ts'
import { reading } from './reading.ts'

/** How columns are read, and what a person can say about them. */
export const columns = {
  recognised: (preset: PresetId) => `Recognised as ${reading.presets[preset]}.`,
  mapping: 'Column mapping',
  unread: 'Fields in no column',
  moreFields: (fields: number): string =>
    fields === 1
      ? '1 more field, in no column so far'
      : `${fields} more fields, in no column so far`,
  field: 'Field',
  columnAndUnit: 'Column and unit',
  derived: 'Derived quantities',
  columnNumber: (index: number) => `column ${index}`,
  columnOf: (field: string) => `Column of ${field}`,
  unitOf: (field: string) => `Unit of ${field}`,
  better: (usable: number, rows: number) =>
    `${wholeNumber(usable)} of ${wholeNumber(rows)} rows can be used.`,
  betterChange: (change: string, runs: number, rows: number) =>
    `${change}: ${wholeNumber(runs)} of ${wholeNumber(rows)}`,
  bytesPerToken: 'Bytes per token of the validation text, to show the loss in bits/byte',
  notKnown: 'not known',
  notBytesPerToken: (text: string) =>
    `“${text}” is not a number of bytes per token between 0 and 100.`,
  corpus: 'Corpus of all runs, where no column says it',
  notSaid: 'not said',
  asTheFile: 'As the file',
  issuesByKind: 'Issues by kind',
  importIssues: 'Import issues',
  moreIssues: (issues: number) => `… and ${issues} more, all of them in the file`,
  issuesAsCsv: (issues: number) => `${count(issues, 'issue')} as CSV`,
  issuesFile: (sweep: string) => `${sweep} issues.csv`,
  whichN: 'The file counts parameters in two ways. Which is N?',
  partEffect: (heading: string, isUsed: boolean, effect: string) =>
    `(${heading})${isUsed ? ', in use' : ''}: ${effect}.`,
  log: (rows: number, runs: number) =>
    `A training log: ${count(rows, 'row')} are steps of ${count(runs, 'run')}. The curves are kept.`,
  oneRowIs: 'One row is',
  aRun: 'a run',
  aStep: 'a step of a run',
  loss: 'Loss',
  typed: {
    label: 'Numbers typed run by run',
    explain:
      'Drop the table of these runs on the page: it is joined to them by name. Or type what is missing, such as 124M or 3.2e9:',
    run: 'Run',
    parameters: 'Parameters N',
    tokens: 'Training tokens D',
    parametersOf: (run: string) => `Parameters of ${run}`,
    tokensOf: (run: string) => `Tokens of ${run}`,
    use: 'Use these numbers',
    name: 'typed numbers',
  },
}
