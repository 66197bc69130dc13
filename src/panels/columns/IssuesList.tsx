import { rollups } from 'd3-array'
import { Download } from 'lucide-react'
import { saveText } from '../../export/saveText.ts'
import { counted } from '../../format/formatNumber.ts'
import type { ImportIssue } from '../../import/issues/importIssue.ts'
import { issueSentence } from '../../import/issues/issueSentence.ts'
import { issueKindName } from './issueKindName.ts'

const SHOWN = 200

interface IssuesListProps {
  readonly issues: readonly ImportIssue[]
  /** Name of the sweep, for the file of issues. */
  readonly name: string
}

/** What could not be used: summed up by kind, then one by one with line, column and reason. */
export function IssuesList({ issues, name }: IssuesListProps) {
  const sorted = issues.toSorted((a, b) => rankOf(a) - rankOf(b))
  const kinds = rollups(
    sorted,
    (same) => same.reduce((sum, issue) => sum + (issue.rows ?? 1), 0),
    issueKindName,
  )
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-0.5 text-xs" aria-label="Issues by kind">
        {kinds.map(([kind, count]) => (
          <li key={kind} className="flex justify-between gap-3">
            <span>{kind}</span>
            <span className="text-muted tabular-nums">{count}</span>
          </li>
        ))}
      </ul>
      <ul
        className="flex max-h-72 flex-col gap-1.5 overflow-y-auto text-xs"
        aria-label="Import issues"
        tabIndex={0}
      >
        {sorted.slice(0, SHOWN).map((issue, i) => (
          <li key={i} className={`break-words ${issue.severity === 'remark' ? 'text-muted' : ''}`}>
            {issueSentence(issue)}
          </li>
        ))}
        {issues.length > SHOWN && (
          <li className="text-muted">
            … and {issues.length - SHOWN} more, all of them in the file
          </li>
        )}
      </ul>
      <button
        type="button"
        className="button self-start"
        onClick={() => {
          void import('../../export/issuesCsv.ts').then(({ issuesCsv }) => {
            saveText(`${name} issues.csv`, issuesCsv(issues), 'text/csv')
          })
        }}
      >
        <Download size={14} aria-hidden /> {counted(issues.length, 'issue')} as CSV
      </button>
    </div>
  )
}

/** What can explain the others comes first: a quotation mark that does not close, then what cost rows. */
function rankOf({ code, severity }: ImportIssue): number {
  if (code === 'unclosed-quote') return 0
  return severity === 'remark' ? 2 : 1
}
