import { useWords } from '../../components/WordsContext.tsx'
import { PUBLIC_SWEEPS } from '../../queries/publicSweeps.ts'
import type { Words } from '../../words/en/en.ts'
import { lazy } from 'react'
import type { ImportIssue } from '../../import/issues/importIssue.ts'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Notice } from '../../components/Notice.tsx'
import {
  selectSweep,
  selectGrouping,
  selectKind,
  selectSetAside,
} from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep, SweepOrigin } from '../../store/loadedSweep.ts'
import { AddSweep } from './AddSweep.tsx'
import { BetterReading } from '../columns/BetterReading.tsx'
import { BudgetGroups } from '../runs/BudgetGroups.tsx'
import { BudgetTolerance } from '../runs/BudgetTolerance.tsx'
import { IssuesList } from '../columns/IssuesList.tsx'
import { ParametersQuestion } from '../columns/ParametersQuestion.tsx'
import { PopulationsNotice } from '../runs/PopulationsNotice.tsx'
import { RepetitionsNotice } from '../runs/RepetitionsNotice.tsx'
import { RowChoices } from '../columns/RowChoices.tsx'
import { SetAsideNotice } from '../runs/SetAsideNotice.tsx'
import { SweepList } from './SweepList.tsx'

const MappingTable = lazy(() => import('../columns/MappingTable.tsx'))
const RunsTable = lazy(() => import('../runs/RunsTable.tsx'))

/** The data side of the page: sweeps, how their columns were read, budgets, runs, issues. */
export function DataPanel() {
  const sweep = useOfSweep(selectSweep)
  return (
    <div className="flex flex-col gap-4">
      <AddSweep />
      <SweepList />
      {sweep !== null && <ActiveSweep key={sweep.id} sweep={sweep} />}
    </div>
  )
}

function ActiveSweep({ sweep }: { readonly sweep: LoadedSweep }) {
  const { sections } = useWords().data
  const setAside = useOfSweep(selectSetAside)
  const grouping = useOfSweep(selectGrouping)
  const kind = useOfSweep(selectKind)
  const { imported, origin, tableIssues } = sweep
  const issues = [...tableIssues, ...imported.issues]
  return (
    <>
      <OriginNotice origin={origin} />
      {sweep.oneRowIs === 'step' && <RowChoices sweep={sweep} />}
      <BetterReading sweep={sweep} />
      <ParametersQuestion sweep={sweep} />
      <PopulationsNotice sweep={sweep} />
      <SetAsideNotice sweep={sweep} />
      <RepetitionsNotice sweep={sweep} />
      {imported.runs.length === 0 && <IssuesList issues={issues} name={sweep.name} />}
      <Disclosure
        title={sections.columns}
        summary={sections.columnsRead(Object.keys(sweep.mapping).length)}
        openAtFirst={imported.runs.length === 0}
      >
        {sweep.oneRowIs === 'run' && <RowChoices sweep={sweep} />}
        <MappingTable sweep={sweep} />
      </Disclosure>
      {kind === 'isoflop' && (
        <Disclosure title={sections.budgets} summary={String(grouping.groups.length)}>
          <BudgetTolerance />
          <BudgetGroups />
        </Disclosure>
      )}
      {imported.runs.length > 0 && (
        <Disclosure
          title={sections.runs}
          summary={sections.runsSetAside(imported.runs.length, setAside.size)}
        >
          <RunsTable sweep={sweep} />
        </Disclosure>
      )}
      {imported.runs.length > 0 && issues.length > 0 && (
        <Disclosure title={sections.issues} summary={issuesSummary(issues, sections)}>
          <IssuesList issues={issues} name={sweep.name} />
        </Disclosure>
      )}
    </>
  )
}

/** What the sample, or a public sweep, is and where it comes from. */
function OriginNotice({ origin }: { readonly origin: SweepOrigin }) {
  const { data, publicSweeps } = useWords()
  if (origin.kind === 'sample') return <Notice tone="note">{data.sample}</Notice>
  const known =
    origin.kind === 'web' ? PUBLIC_SWEEPS.find(({ id }) => id === origin.publicId) : undefined
  if (known === undefined) return null
  const { id, citation, licence } = known
  return <Notice tone="note">{data.web.origin(publicSweeps[id].what, citation, licence)}</Notice>
}

/** What stands beside the heading of the issues: a quotation mark that explains others goes first. */
function issuesSummary(
  issues: readonly ImportIssue[],
  sections: Words['data']['sections'],
): string {
  const leftOut = countRowsLeftOut(issues)
  const quote = issues.find(({ code }) => code === 'unclosed-quote')
  const rows = leftOut > 0 ? sections.leftOut(leftOut) : sections.remarks(issues.length)
  return quote === undefined ? rows : sections.quote(quote.line ?? '?', rows)
}

/** Rows, each counted once however many of its cells are wrong. */
function countRowsLeftOut(issues: readonly ImportIssue[]): number {
  const rows = new Map<string, number>()
  for (const { severity, source, line, rows: count = 1 } of issues) {
    if (severity === 'row-left-out') rows.set(`${source ?? ''}:${line ?? 0}`, count)
  }
  return [...rows.values()].reduce((sum, count) => sum + count, 0)
}
