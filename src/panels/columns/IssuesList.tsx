import { useWords } from '../../components/WordsContext.tsx'
import { rollups } from 'd3-array'
import { Download } from 'lucide-react'
import { saveText } from '../../export/saveText.ts'
import type { ImportIssue } from '../../import/issues/importIssue.ts'

const SHOWN = 200

interface IssuesListProps {
  readonly issues: readonly ImportIssue[]
  /** Name of the sweep, for the file of issues. */
  readonly name: string
}

/** What could not be used: summed up by kind, then one by one with line, column and reason. */
export function IssuesList({ issues, name }: IssuesListProps) {
  const words = useWords()
  const { columns } = words
  const sorted = issues.toSorted((a, b) => rankOf(a) - rankOf(b))
  const kinds = rollups(
    sorted,
    (same) => same.reduce((sum, issue) => sum + (issue.rows ?? 1), 0),
    words.issues.kind,
  )
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-0.5 text-xs" aria-label={columns.issuesByKind}>
        {kinds.map(([kind, count]) => (
          <li key={kind} className="flex justify-between gap-3">
            <span>{kind}</span>
            <span className="text-muted tabular-nums">{count}</span>
          </li>
        ))}
      </ul>
      <ul
        className="flex max-h-72 flex-col gap-1.5 overflow-y-auto text-xs"
        aria-label={columns.importIssues}
        tabIndex={0}
      >
        {sorted.slice(0, SHOWN).map((issue, i) => (
          <li key={i} className={`break-words ${issue.severity === 'remark' ? 'text-muted' : ''}`}>
            {words.issues.sentence(issue)}
          </li>
        ))}
        {issues.length > SHOWN && (
          <li className="text-muted">{columns.moreIssues(issues.length - SHOWN)}</li>
        )}
      </ul>
      <button
        type="button"
        className="button self-start"
        onClick={() => {
          void import('../../export/issuesCsv.ts').then(({ issuesCsv }) => {
            saveText(columns.issuesFile(name), issuesCsv(issues, words), 'text/csv')
          })
        }}
      >
        <Download size={14} aria-hidden /> {columns.issuesAsCsv(issues.length)}
      </button>
    </div>
  )
}

/** What can explain the others comes first: a quotation mark that does not close, then what cost rows. */
function rankOf({ code, severity }: ImportIssue): number {
  if (code === 'unclosed-quote') return 0
  return severity === 'remark' ? 2 : 1
}
