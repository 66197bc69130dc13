import type { ImportIssue } from '../import/issues/importIssue.ts'
import type { Words } from '../words/en/en.ts'
import { csvText } from './csvText.ts'

/**
 * Import issues as CSV: where, what was found, what was expected, and the sentence on the screen, in
 * its language. The headings are for programs and stay.
 */
export function issuesCsv(
  all: readonly ImportIssue[],
  { issues, reading }: Pick<Words, 'issues' | 'reading'>,
): string {
  return csvText(
    ['file', 'line', 'column', 'field', 'kind', 'found', 'expected', 'rows', 'what happens'],
    all.map((issue) => [
      issue.source ?? '',
      issue.line ?? '',
      issue.column ?? '',
      issue.field === undefined ? '' : reading.fields[issue.field],
      issue.code,
      issue.found ?? '',
      issues.expected(issue),
      issue.rows ?? 1,
      issues.sentence(issue),
    ]),
  )
}
