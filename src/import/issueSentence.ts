import { FIELD_LABELS } from './fieldLabels.ts'
import type { ImportIssue } from './importIssue.ts'

/** What is wrong, where, and what can be done: one or two sentences of plain text. */
export function issueSentence(issue: ImportIssue): string {
  const { line, column, found } = issue
  const where =
    line === undefined
      ? ''
      : column === undefined
        ? `Line ${line}: `
        : `Line ${line}, column “${column}”: `
  const quoted = `“${found ?? ''}”`
  switch (issue.code) {
    case 'empty-file':
      return 'The file is empty.'
    case 'not-text':
      return 'This is not a text file. Export the runs as CSV, TSV or JSON.'
    case 'no-header':
      return `The first row holds no column names${found === undefined ? '' : ` (${quoted})`}. Add a header such as flops,params,tokens,loss.`
    case 'no-rows':
      return 'There is a header but no row of runs below it.'
    case 'bad-json':
      if (line !== undefined) return `${where}${quoted} is not a JSON object; the line is left out.`
      return `This is not valid JSON of runs${found === undefined ? '' : `: ${quoted}`}. An array of objects, {"runs": […]} or one object a line is read.`
    case 'file-too-large':
      return 'The file is larger than 200 MB. Leave out columns or steps that are not needed.'
    case 'unreadable-file':
      return 'The browser could not read the file. If it is a folder, choose the files inside it.'
    case 'no-loss-column':
      return 'No column was recognised as a loss. Choose one under Columns.'
    case 'no-scale-column':
      return 'No column was recognised as model scale (parameters, FLOPs/token, or layers and width). Choose one under Columns.'
    case 'no-compute-or-tokens':
      return 'Neither compute nor tokens were recognised; a model scale needs one of them. Choose a column under Columns.'
    case 'missing-value':
      return `${where}no value${found === undefined ? '' : ` (the run’s status is ${quoted})`}; the row is left out.`
    case 'not-a-number':
      return `${where}${quoted} is not a number; the row is left out.`
    case 'not-finite':
      return `${where}${quoted} is not a finite number; the row is left out.`
    case 'not-positive':
      return `${where}${quoted} must be greater than 0; the row is left out.`
    case 'perplexity-too-low':
      return `${where}${quoted} is no perplexity, which is greater than 1; the row is left out. If the column is a loss, choose its unit under Columns.`
    case 'out-of-range':
      return `${where}${issue.field === undefined ? 'a quantity' : FIELD_LABELS[issue.field]} comes out too large or too small for a number; the row is left out. Check the units under Columns.`
    case 'ragged-row':
      return `${where}the row has ${found ?? ''} cells. It is kept: missing cells count as empty, extra ones are not read.`
    case 'unclosed-quote':
      return `${where}a quotation mark is opened and not closed, so later rows may have been joined to this one.`
    case 'compute-disagrees':
      return `Compute is ${found ?? ''} times ${issue.field === 'modelScale' ? 'M·D' : '6·N·D'} in the middle run. A factor near 3 or 1/3 means forward passes only, 2 or 1/2 multiply-adds; attention, embeddings or sequences counted as tokens are other reasons. Nothing was changed.`
  }
}
