import { useWords } from '../../components/WordsContext.tsx'
import { useMemo } from 'react'
import { BudgetGroupsChart } from '../../charts/budgetGroups/BudgetGroupsChart.tsx'
import { budgetGroupSeries } from '../../charts/budgetGroups/series.ts'
import { formatPercent, scientificText } from '../../format/formatNumber.ts'
import type { BudgetGrouping } from '../../scaling/budgets/budgetGroups.ts'
import type { Run } from '../../scaling/runs/run.ts'
import { selectGrouping, selectChoices } from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import { Scientific } from '../text/Scientific.tsx'

const SHOWN = 100

/** The budgets with how the runs scatter around them, and the runs that belong to none. */
export function BudgetGroups() {
  const { runs: said } = useWords()
  const grouping = useOfSweep(selectGrouping)
  const { budgetTolerance: tolerance } = useOfSweep(selectChoices)
  const series = useMemo(() => budgetGroupSeries(grouping, tolerance), [grouping, tolerance])
  const { ungrouped } = grouping
  return (
    <>
      <BudgetGroupsChart
        series={series}
        showsTolerance={grouping.method !== 'stated'}
        label={(flops) => <Scientific value={flops} />}
        name={said.budgetsFound}
        count={said.counted}
      />
      <p className="text-[11px] text-muted">
        {said.budgets(Math.expm1(series.span), grouping.method !== 'stated')}
      </p>
      <details className="text-sm">
        <summary className="flex cursor-pointer justify-between gap-3 text-muted">
          <span>{said.inNoBudget}</span>
          <span className="tabular-nums">{said.counted(ungrouped.length)}</span>
        </summary>
        {ungrouped.length > 0 && (
          <>
            <p className="text-xs text-muted">{said.noPart}</p>
            <ul
              className="max-h-48 overflow-y-auto text-xs"
              aria-label={said.runsInNoBudget}
              tabIndex={0}
            >
              {ungrouped.slice(0, SHOWN).map((run) => (
                <li key={run.id} className="flex justify-between gap-3">
                  <span className="min-w-0 truncate">
                    {run.name === '' ? said.lineFirst(run.line) : run.name}
                  </span>
                  <span className="whitespace-nowrap text-muted tabular-nums">
                    {scientificText(run.computeFlops, 3)} FLOPs{nearest(run, grouping)}
                  </span>
                </li>
              ))}
              {ungrouped.length > SHOWN && (
                <li className="text-muted">{said.more(ungrouped.length - SHOWN)}</li>
              )}
            </ul>
          </>
        )}
      </details>
    </>
  )
}

/** How far a run is from the nearest budget, where one is within a factor of two. */
function nearest(run: Run, { groups }: BudgetGrouping): string {
  const offsets = groups.map(({ nominalFlops }) => run.computeFlops / nominalFlops - 1)
  const least = offsets.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0]
  if (least === undefined || Math.abs(least) > 1) return ''
  return `, ${least < 0 ? '−' : '+'}${formatPercent(Math.abs(least), 2)}`
}
