import type { DisagreementReason } from '../../import/issues/disagreementReason.ts'
import { FIELD_LABELS } from './fields.ts'
import { fieldRange, FIELD_UNITS } from '../../import/fields/field.ts'
import type { ImportIssue } from '../../import/issues/importIssue.ts'

/** What is wrong with data: sentences, places, and kinds. */
export const issues = {
  sentence: issueSentence,
  /** Sentences of several issues, in a row. */
  sentences: (all: readonly ImportIssue[]) => all.map(issueSentence).join(' '),
  place: issuePlace,
  expected: issueExpected,
  kind: issueKindName,
}

/** What is wrong, where, and what can be done: one or two sentences of plain text. */
function issueSentence(issue: ImportIssue): string {
  const { line, found, rows } = issue
  const where = issuePlace(issue)
  const quoted = `“${found ?? ''}”`
  const more =
    rows === undefined || rows === 1
      ? ''
      : rows === 2
        ? ' So does 1 more row.'
        : ` So do ${rows - 1} more rows.`
  switch (issue.code) {
    case 'empty-file':
      return 'The file is empty.'
    case 'not-text':
      return 'This is not a kind of file that is read. Export the runs as CSV, TSV, JSON, Parquet or XLSX.'
    case 'no-header':
      return `The first row holds no column names${found === undefined ? '' : ` (${quoted})`}. Add a header such as flops,params,tokens,loss.`
    case 'no-rows':
      return 'There is a header but no row of runs below it.'
    case 'bad-json':
      if (line !== undefined) return `${where}${quoted} is not a JSON object; the line is left out.`
      return `This is not valid JSON of runs${found === undefined ? '' : `: ${quoted}`}. An array of objects, {"runs": […]}, arrays by column or one object a line is read.`
    case 'bad-gzip':
      return 'The gzip file is damaged or cut short. Compress it again, or unpack it first.'
    case 'bad-parquet':
      return 'The Parquet file is damaged, cut short or written in a way that is not read. Write it again, or export CSV.'
    case 'bad-workbook':
      return 'No sheet with a header and rows could be read in this file. Save the sheet as XLSX or CSV.'
    case 'old-workbook':
      return 'This is a workbook of the old XLS kind, or one with a password. Save it as XLSX or CSV.'
    case 'file-too-large':
      return 'The file is larger than 200 MB. Leave out columns or steps that are not needed, or reduce the log with SQL to one row a run.'
    case 'too-many-rows':
      return 'The file has more than 1,000,000 rows. Reduce the log with SQL to one row a run and drop the result here.'
    case 'too-many-runs':
      return `A sweep holds at most 50,000 runs on this page, and this file has ${issue.found ?? ''} rows of runs. Keep the budgets that matter or average repetitions, and drop the result here.`
    case 'unreadable-file':
      return 'The browser could not read the file. If it is a folder, choose the files inside it.'
    case 'damaged-record':
      return 'What this browser kept of it from an earlier visit cannot be read. It is left where it is; add the file again.'
    case 'no-loss-column':
      return 'No column was recognised as a loss. Choose one under Columns.'
    case 'no-scale-column':
      return 'No column was recognised as model scale (parameters, FLOPs/token, or layers and width). Choose one under Columns.'
    case 'no-compute-or-tokens':
      return 'Neither compute nor tokens (nor steps and batch size) were recognised; a model scale needs one of them. Choose a column under Columns.'
    case 'missing-value':
      return `${where}no value${issue.runStatus === undefined ? '' : ` (the run’s status is “${issue.runStatus}”)`}; the row is left out.${more}`
    case 'not-a-number':
      return `${where}${quoted} is not a number; the row is left out.${more}`
    case 'not-finite':
      return `${where}${quoted} is not a finite number; the row is left out.${more}`
    case 'not-positive':
      return `${where}${quoted} must be greater than 0; the row is left out.`
    case 'too-large':
    case 'too-small':
      return `${where}${quoted} is too ${issue.code === 'too-large' ? 'large' : 'small'} for ${issue.field === undefined ? 'a quantity' : FIELD_LABELS[issue.field]}${rangeText(issue)}; the row is left out.`
    case 'other-unit':
      return `${where}${quoted} is in another unit than the column (${issue.unit ?? ''}); the row is left out.`
    case 'perplexity-too-low':
      return `${where}${quoted} is no perplexity, which is greater than 1; the row is left out. If the column is a loss, choose its unit under Columns.`
    case 'out-of-range':
      return `${where}${issue.field === undefined ? 'a quantity' : FIELD_LABELS[issue.field]} comes out too large or too small for a number; the row is left out. Check the units under Columns.`
    case 'no-run-name':
      return `${where}nothing says which run the step belongs to; the row is left out.${more}`
    case 'no-step':
      return `${where}${found === undefined ? 'no step' : `${quoted} is no step`}; the row is left out.${more}`
    case 'value-derived':
      return `${where}no value; it is derived from the others of its row.`
    case 'ragged-row':
      return `${where}the row has ${(found ?? '').replace('/', ' of ')} cells. It is kept: missing cells count as empty, extra ones are not read.${more}`
    case 'repeated-header':
      return `${where}the header stands here again; the line is no run.`
    case 'decimal-comma':
      return `Numbers are written with a decimal comma: ${quoted} is read as ${(found ?? '').replaceAll('.', '').replace(',', '.')}.`
    case 'rows-merged':
      return `Rows of several files are of the same runs by name and fill each other’s empty cells: ${found ?? ''} of them were joined to the first.`
    case 'unclosed-quote':
      return `${where}a quotation mark is opened and not closed (${quoted}); the row is left out, and reading goes on with the next line.`
    case 'long-cell':
      return `${where}the cell has more than 100,000 characters (${quoted}…); the row is left out.`
    case 'compute-disagrees':
      return `C is ${found ?? ''} times ${impliedCompute(issue)} in the middle run. ${REASONS[issue.reason ?? 'unknown']} Nothing was changed.`
    case 'run-disagrees':
      return `${where}C is ${found ?? ''} times ${impliedCompute(issue)}, unlike that of the other runs. Nothing was changed.`
  }
}

/** Where the issue is: "Line 25, column “loss”: ", or nothing where it is about the whole file. */
function issuePlace({ line, source, column }: ImportIssue): string {
  if (line === undefined) return ''
  const file = source === undefined ? '' : `${source}, `
  const place = column === undefined ? `line ${line}` : `line ${line}, column “${column}”`
  const text = `${file}${place}: `
  return file === '' ? text.replace('line', 'Line') : text
}

/** What should have stood in the cell; empty where the issue is not about one. */
function issueExpected({ code, field }: ImportIssue): string {
  switch (code) {
    case 'missing-value':
    case 'value-derived':
    case 'not-a-number':
    case 'not-finite':
    case 'not-positive':
    case 'too-large':
    case 'too-small':
    case 'other-unit':
      return field === undefined
        ? 'a number'
        : `${FIELD_LABELS[field]}: a number greater than 0 (${FIELD_UNITS[field].join(', ')})`
    case 'perplexity-too-low':
      return 'a perplexity greater than 1'
    case 'no-step':
      return 'a step: a number of at least 0'
    case 'no-run-name':
      return 'the name of the run'
    default:
      return ''
  }
}

/** The range that a number can be meant in: " (1e-6 to 1e4)". */
function rangeText({ field, unit }: ImportIssue): string {
  const range = field === undefined ? null : fieldRange(field, unit ?? FIELD_UNITS[field][0])
  return range === null ? '' : ` (it may be ${range.map(powerText).join(' to ')})`
}

function powerText(value: number): string {
  if (value >= 1e-3 && value <= 1e4) return value.toLocaleString('en')
  const exponent = String(Math.round(Math.log10(value)))
  return `10${exponent.replace(/./g, (sign) => SUPERSCRIPTS.charAt('-0123456789'.indexOf(sign)))}`
}

const SUPERSCRIPTS = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'

function impliedCompute({ field }: ImportIssue): string {
  return field === 'modelScale' ? 'M·D' : field === 'nonEmbeddingParameters' ? '6·N₁·D' : '6·N·D'
}

const REASONS: Readonly<Record<DisagreementReason, string>> = {
  'forward-only':
    'A third is what counting forward passes only (2·N·D) gives; forward and backward are 6·N·D.',
  tripled:
    'A factor of 3 is what multiplying by the backward pass twice gives: 6·N·D holds forward and backward already.',
  'multiply-adds': 'A half is what counting a multiply-add as one operation gives.',
  doubled: 'A factor of 2 is what counting each multiply-add twice gives.',
  'embedding-share':
    'The ratio goes with the embeddings: N counts them and C does not, which matters most for small models.',
  'attention-share':
    'The ratio goes with the attention over the context (12·n·d·l a token), which C counts and 6·N does not.',
  sequences: 'The ratio is that of a sequence length: the tokens may be counted in sequences.',
  'power-of-thousand':
    'The ratio is a power of 1,000: a unit (thousands, millions, billions) is probably missing. Choose it under Columns.',
  unknown:
    'Attention, embeddings, forward passes only, or sequences counted as tokens are the usual reasons.',
}

/** What kind of thing is wrong, and in which column, for sums over many issues. */
function issueKindName({ code, column }: ImportIssue): string {
  const kind = KINDS[code] ?? code.replaceAll('-', ' ')
  return column === undefined ? kind : `${kind} in “${column}”`
}

const KINDS: Readonly<Partial<Record<ImportIssue['code'], string>>> = {
  'missing-value': 'no value',
  'not-positive': 'not above 0',
  'not-finite': 'not finite',
  'other-unit': 'in another unit',
  'value-derived': 'derived from its row',
  'unclosed-quote': 'a quotation mark that does not close',
  'long-cell': 'more than 100,000 characters',
  'no-run-name': 'step of no run',
  'repeated-header': 'header again',
  'compute-disagrees': 'C, N and D disagree',
  'run-disagrees': 'C, N and D disagree in a run',
}
