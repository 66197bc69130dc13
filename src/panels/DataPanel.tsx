import { Disclosure } from '../components/Disclosure.tsx'
import { counted, wholeNumber } from '../format/formatNumber.ts'
import { Notice } from '../components/Notice.tsx'
import { Scientific } from './Scientific.tsx'
import {
  selectActiveSweep,
  selectGrouping,
  selectKind,
  selectSetAside,
} from '../store/analysisSelectors.ts'
import { useDashboard } from '../store/dashboardContext.tsx'
import type { LoadedSweep } from '../store/loadedSweep.ts'
import { AddSweep } from './AddSweep.tsx'
import { BudgetTolerance } from './BudgetTolerance.tsx'
import { IssuesList } from './IssuesList.tsx'
import { MappingTable } from './MappingTable.tsx'
import { RunsTable } from './RunsTable.tsx'
import { SetAsideNotice } from './SetAsideNotice.tsx'
import { SweepList } from './SweepList.tsx'

/** The data side of the page: sweeps, how their columns were read, budgets, runs, issues. */
export function DataPanel() {
  const sweep = useDashboard(selectActiveSweep)
  return (
    <div className="flex flex-col gap-4">
      <AddSweep />
      <SweepList />
      {sweep !== null && <ActiveSweep key={sweep.id} sweep={sweep} />}
    </div>
  )
}

function ActiveSweep({ sweep }: { readonly sweep: LoadedSweep }) {
  const setAside = useDashboard(selectSetAside)
  const grouping = useDashboard(selectGrouping)
  const kind = useDashboard(selectKind)
  const { imported, origin, tableIssues } = sweep
  const issues = [...tableIssues, ...imported.issues]
  const leftOut = issues.filter((issue) => issue.severity !== 'remark').length
  return (
    <>
      {origin.kind === 'sample' && <Notice tone="note">{origin.sentence}</Notice>}
      <SetAsideNotice sweep={sweep} />
      {imported.runs.length === 0 && <IssuesList issues={issues} />}
      <Disclosure
        title="Columns"
        summary={`${Object.keys(sweep.mapping).length} read`}
        openAtFirst={imported.runs.length === 0}
      >
        <MappingTable sweep={sweep} />
      </Disclosure>
      {kind === 'isoflop' && (
        <Disclosure title="Budgets" summary={`${grouping.groups.length}`}>
          <BudgetTolerance />
          <ul className="flex flex-col gap-0.5 text-sm">
            {grouping.groups.map((group) => (
              <li
                key={group.nominalFlops}
                className="flex justify-between gap-3"
                data-budget={group.nominalFlops}
              >
                <span>
                  <Scientific value={group.nominalFlops} /> FLOPs
                </span>
                <span className="text-muted tabular-nums">{counted(group.runs.length, 'run')}</span>
              </li>
            ))}
            <li className="flex justify-between gap-3 text-muted">
              <span>in no budget</span>
              <span className="tabular-nums">{counted(grouping.ungrouped.length, 'run')}</span>
            </li>
          </ul>
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
        <Disclosure
          title="Issues"
          summary={
            leftOut > 0 ? `${counted(leftOut, 'row')} left out` : counted(issues.length, 'remark')
          }
        >
          <IssuesList issues={issues} />
        </Disclosure>
      )}
    </>
  )
}
