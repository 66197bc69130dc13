import { lazy } from 'react'
import type { ImportIssue } from '../../import/issues/importIssue.ts'
import { Disclosure } from '../../components/Disclosure.tsx'
import { counted, wholeNumber } from '../../format/formatNumber.ts'
import { Notice } from '../../components/Notice.tsx'
import {
  selectSweep,
  selectGrouping,
  selectKind,
  selectSetAside,
} from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
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
  const setAside = useOfSweep(selectSetAside)
  const grouping = useOfSweep(selectGrouping)
  const kind = useOfSweep(selectKind)
  const { imported, origin, tableIssues } = sweep
  const issues = [...tableIssues, ...imported.issues]
  return (
    <>
      {origin.kind === 'sample' && <Notice tone="note">{origin.sentence}</Notice>}
      {origin.kind === 'web' && origin.sentence !== '' && (
        <Notice tone="note">{origin.sentence}</Notice>
      )}
      {sweep.oneRowIs === 'step' && <RowChoices sweep={sweep} />}
      <BetterReading sweep={sweep} />
      <ParametersQuestion sweep={sweep} />
      <PopulationsNotice sweep={sweep} />
      <SetAsideNotice sweep={sweep} />
      <RepetitionsNotice sweep={sweep} />
      {imported.runs.length === 0 && <IssuesList issues={issues} name={sweep.name} />}
      <Disclosure
        title="Columns"
        summary={`${Object.keys(sweep.mapping).length} read`}
        openAtFirst={imported.runs.length === 0}
      >
        {sweep.oneRowIs === 'run' && <RowChoices sweep={sweep} />}
        <MappingTable sweep={sweep} />
      </Disclosure>
      {kind === 'isoflop' && (
        <Disclosure title="Budgets" summary={`${grouping.groups.length}`}>
          <BudgetTolerance />
          <BudgetGroups />
        </Disclosure>
      )}
      {imported.runs.length > 0 && (
        <Disclosure
          title="Runs"
          summary={`${wholeNumber(imported.runs.length)}, ${setAside.size} set aside`}
        >
          <RunsTable sweep={sweep} />
        </Disclosure>
      )}
      {imported.runs.length > 0 && issues.length > 0 && (
        <Disclosure title="Issues" summary={issuesSummary(issues)}>
          <IssuesList issues={issues} name={sweep.name} />
        </Disclosure>
      )}
    </>
  )
}

/** What stands beside the heading of the issues: a quotation mark that explains others goes first. */
function issuesSummary(issues: readonly ImportIssue[]): string {
  const leftOut = countRowsLeftOut(issues)
  const quote = issues.find(({ code }) => code === 'unclosed-quote')
  const rows =
    leftOut > 0 ? `${counted(leftOut, 'row')} left out` : counted(issues.length, 'remark')
  return quote === undefined ? rows : `a quote not closed in line ${quote.line ?? '?'}; ${rows}`
}

/** Rows, each counted once however many of its cells are wrong. */
function countRowsLeftOut(issues: readonly ImportIssue[]): number {
  const rows = new Map<string, number>()
  for (const { severity, source, line, rows: count = 1 } of issues) {
    if (severity === 'row-left-out') rows.set(`${source ?? ''}:${line ?? 0}`, count)
  }
  return [...rows.values()].reduce((sum, count) => sum + count, 0)
}
