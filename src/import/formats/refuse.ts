import type { ImportIssueCode } from '../issues/importIssue.ts'
import type { TableResult } from '../tables/table.ts'

/** The refusal of a whole file, with the offending text where there is one. */
export function refuse(code: ImportIssueCode, found?: string): TableResult {
  const issue = { severity: 'refused', code } as const
  return {
    status: 'refused',
    issue: found === undefined ? issue : { ...issue, found: found.slice(0, 80) },
  }
}
