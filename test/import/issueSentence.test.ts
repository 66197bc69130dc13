import { ko } from '../../src/words/ko/ko.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FIELD_ALIASES } from '../../src/import/fields/fieldAliases.ts'
import { FIELD_LABELS } from '../../src/words/en/fields.ts'
import { FIELD_RANGES, FIELD_UNITS, type Field } from '../../src/import/fields/field.ts'
import type { ImportIssue, ImportIssueCode } from '../../src/import/issues/importIssue.ts'
import { issueSentence } from '../fixtures/inEnglish.ts'
import { proposeSetAside } from '../../src/scaling/sweeps/setAsideProposals.ts'
import { dropped } from '../fixtures/readSweep.ts'

const refused = (found?: string) =>
  ({ severity: 'refused', ...(found === undefined ? {} : { found }) }) as const
const atLoss = (found: string) =>
  ({ severity: 'row-left-out', line: 12, column: 'val_loss', field: 'loss', found }) as const

/** An issue of every code, as files give it; a code that is missing here does not compile. */
const EXAMPLES: Readonly<Record<ImportIssueCode, Omit<ImportIssue, 'code'>>> = {
  'empty-file': refused(),
  'not-text': refused(),
  'no-header': refused('1e18, 1e8, 3.1'),
  'no-rows': refused(),
  'bad-json': refused('[{"loss": 3}, {"loss"'),
  'bad-gzip': refused(),
  'bad-parquet': refused(),
  'bad-workbook': refused(),
  'old-workbook': refused(),
  'file-too-large': refused(),
  'too-many-rows': refused(),
  'too-many-runs': refused('300,000'),
  'unreadable-file': refused(),
  'damaged-record': refused(),
  'no-loss-column': refused(),
  'no-scale-column': refused(),
  'no-compute-or-tokens': refused(),
  'missing-value': { ...atLoss(''), found: 'n/a', runStatus: 'failed' },
  'not-a-number': atLoss('about 3'),
  'not-finite': atLoss('NaN'),
  'not-positive': atLoss('-3'),
  'too-large': atLoss('1e300'),
  'too-small': atLoss('5e-324'),
  'other-unit': { ...atLoss('0.91 bpb'), unit: 'nats/token' },
  'perplexity-too-low': atLoss('0.5'),
  'out-of-range': { severity: 'row-left-out', line: 12, field: 'computeFlops' },
  'no-run-name': { severity: 'row-left-out', line: 12, rows: 3 },
  'no-step': { severity: 'row-left-out', line: 12, found: 'x', rows: 3 },
  'value-derived': { severity: 'remark', line: 12, column: 'tokens', field: 'tokens' },
  'ragged-row': { severity: 'remark', line: 12, found: '5/6' },
  'repeated-header': { severity: 'remark', line: 12 },
  'decimal-comma': { severity: 'remark', found: '1.234,5' },
  'rows-merged': { severity: 'remark', found: '12' },
  'unclosed-quote': { severity: 'row-left-out', line: 12, found: 'run-a,"3.1,1e8' },
  'long-cell': { severity: 'row-left-out', line: 12, column: 'notes', found: 'aaaa' },
  'compute-disagrees': { severity: 'remark', found: '3.02', reason: 'tripled' },
  'run-disagrees': { severity: 'remark', line: 12, found: '0.50', field: 'parameters' },
}
const ISSUES = Object.entries(EXAMPLES).map(([code, rest]): ImportIssue => ({
  ...rest,
  code: code as ImportIssueCode,
}))

describe('issueSentence', () => {
  it.each(ISSUES)('says $code in whole sentences, with the line, column and text', (issue) => {
    const sentence = issueSentence(issue)
    expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(sentence).not.toMatch(/undefined|null|“”|!/)
    if (issue.line !== undefined) expect(sentence).toContain(`Line ${issue.line}`)
    if (issue.column !== undefined) expect(sentence).toContain(`column “${issue.column}”`)
    const told = issue.runStatus ?? issue.found
    if (told !== undefined) expect(sentence).toContain(told.replace('5/6', '5 of 6'))
  })

  it.each(ISSUES)('says $code in Korean too, with the line, column and text', (issue) => {
    const sentence = ko.issues.sentence(issue)
    expect(sentence).toMatch(/[가-힣].*\.$/)
    expect(sentence).not.toMatch(/undefined|null|“”|!/)
    if (issue.line !== undefined) expect(sentence).toContain(`${issue.line}행`)
    if (issue.column !== undefined) expect(sentence).toContain(`“${issue.column}” 열`)
    const told = issue.runStatus ?? issue.found
    if (told !== undefined) expect(sentence).toContain(told)
  })

  it('says something else for every code', () => {
    expect(new Set(ISSUES.map(issueSentence)).size).toBe(ISSUES.length)
  })

  it('names the line of JSON Lines that is broken, and says that only it is left out', () => {
    const issue = { severity: 'row-left-out', code: 'bad-json', line: 3, found: '{oops' } as const
    expect(issueSentence(issue)).toBe('Line 3: “{oops” is not a JSON object; the line is left out.')
  })

  it('repeats markup from a file as it stands, to be shown as text', () => {
    const markup = '<img src=x onerror=alert(1)>'
    expect(issueSentence({ ...atLoss(markup), column: '<b>loss</b>', code: 'not-a-number' })).toBe(
      `Line 12, column “<b>loss</b>”: “${markup}” is not a number; the row is left out.`,
    )
  })

  it('names no status where an empty cell has none', () => {
    const { runStatus: _, ...rest } = EXAMPLES['missing-value']
    expect(issueSentence({ ...rest, code: 'missing-value' })).toBe(
      'Line 12, column “val_loss”: no value; the row is left out.',
    )
  })

  it('tells compute that disagrees with M·D from compute that disagrees with 6·N·D', () => {
    const sentence = (field: Field) =>
      issueSentence({ severity: 'remark', code: 'compute-disagrees', found: '3.00', field })
    expect(sentence('modelScale')).toContain('3.00 times M·D')
    expect(sentence('parameters')).toContain('3.00 times 6·N·D')
  })
})

describe('docs/data-format.md', () => {
  const page = readFileSync(new URL('../../docs/data-format.md', import.meta.url), 'utf8')

  it.each(ISSUES)('has $code with its sentence', (issue) => {
    expect(page).toContain(`| \`${issue.code}\` | ${issueSentence(issue)} |`)
  })

  it.each(Object.keys(FIELD_UNITS) as Field[])('has %s with its units and headings', (field) => {
    const [row = ''] = page
      .split('\n')
      .filter((line) => line.startsWith(`| ${FIELD_LABELS[field]} |`))
    for (const unit of FIELD_UNITS[field]) {
      if (unit !== 'text' && unit !== 'count') expect(row).toContain(unit)
    }
    for (const { heading } of FIELD_ALIASES[field]) {
      if (typeof heading === 'string') expect(row).toContain(`\`${heading}\``)
    }
  })

  it.each(Object.entries(FIELD_RANGES))('has the range of %s', (field, [least, most]) => {
    const [, range = ''] = page.split('## What a number can mean')
    const row = range
      .split('\n')
      .find((line) => line.startsWith(`| ${FIELD_LABELS[field as Field]} `))
    expect(row).toMatch(new RegExp(`\\| ${least} \\| ${most} \\|`.replaceAll('+', '\\+')))
  })

  it('names statuses for which a run is indeed proposed for setting aside', () => {
    const [row = ''] = page.split('\n').filter((line) => line.startsWith('| failed |'))
    const statuses = Array.from(row.matchAll(/`(\w+)`/g), ([, status = '']) => status)
    expect(statuses).toContain('failed')
    for (const status of statuses) {
      const { runs } = dropped(
        `status,flops,params,loss\n${status.toUpperCase()},6e18,1e8,3\nfinished,6e18,2e8,3\n`,
      ).sweep
      expect(proposeSetAside(runs, [])).toEqual([
        { runId: 'L2', reason: { kind: 'failed', status } },
      ])
    }
  })
})
