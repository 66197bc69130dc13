import type { ImportIssue } from '../import/importIssue.ts'
import { issueSentence } from '../import/issueSentence.ts'

const SHOWN = 200

/** What could not be used, row by row, with line, column and reason. */
export function IssuesList({ issues }: { readonly issues: readonly ImportIssue[] }) {
  return (
    <ul
      className="flex max-h-72 flex-col gap-1.5 overflow-y-auto text-xs"
      aria-label="Import issues"
      tabIndex={0}
    >
      {issues.slice(0, SHOWN).map((issue, i) => (
        <li key={i} className={`break-words ${issue.severity === 'remark' ? 'text-muted' : ''}`}>
          {issueSentence(issue)}
        </li>
      ))}
      {issues.length > SHOWN && <li className="text-muted">… and {issues.length - SHOWN} more</li>}
    </ul>
  )
}
