import type { ImportIssue } from '../import/issues/importIssue.ts'
import { FIELD_LABELS } from '../import/fields/fieldLabels.ts'
import { issueExpected, issueSentence } from '../import/issues/issueSentence.ts'
import { csvText } from './csvText.ts'

/** Import issues as CSV: where, what was found, what was expected, and the sentence on the screen. */
export function issuesCsv(issues: readonly ImportIssue[]): string {
  return csvText(
    ['file', 'line', 'column', 'field', 'kind', 'found', 'expected', 'rows', 'what happens'],
    issues.map((issue) => [
      issue.source ?? '',
      issue.line ?? '',
      issue.column ?? '',
      issue.field === undefined ? '' : FIELD_LABELS[issue.field],
      issue.code,
      issue.found ?? '',
      issueExpected(issue),
      issue.rows ?? 1,
      issueSentence(issue),
    ]),
  )
}
