import { memo } from 'react'
import { useWords } from '../../components/WordsContext.tsx'
import { styleOf } from '../../charts/palette.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { compactCount, significant } from '../../format/formatNumber.ts'
import type { AllocationLaw } from '../../laws/allocationLaw.ts'
import { allocationAt } from '../../tables/lawsAtBudget.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useComparedLaws } from '../state/useComparedLaws.ts'

/** How each law would split the budget, side by side. */
export function AllocationsTable() {
  const { plan } = useWords()
  const laws = useComparedLaws()
  const computeFlops = useDashboard((state) => state.computeFlops)
  const rows = laws.map((law) => ({ ...law, at: allocationAt(law, computeFlops) }))
  return (
    <div className="compact-table">
      <DataTable
        caption={plan.allocations}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'law',
            heading: plan.law,
            numeric: false,
            cell: (row) => (
              <span className="inline-flex items-center gap-1.5">
                <span
                  className="inline-block h-0.5 w-3.5 shrink-0"
                  style={{
                    background: styleOf(row).colour,
                  }}
                  aria-hidden
                />
                {row.label}
              </span>
            ),
          },
          {
            key: 'n',
            heading: 'N',
            numeric: true,
            cell: (row) => <data value={row.at.parameters}>{compactCount(row.at.parameters)}</data>,
          },
          {
            key: 'counting',
            heading: plan.as,
            numeric: false,
            cell: (row) => <span className="text-muted">{row.counting}</span>,
          },
          {
            key: 'd',
            heading: 'D',
            numeric: true,
            cell: (row) => <data value={row.at.tokens}>{compactCount(row.at.tokens)}</data>,
          },
          {
            key: 'ratio',
            heading: 'D/N',
            numeric: true,
            cell: (row) => significant(row.at.tokensPerParameter, 3),
          },
        ]}
      />
    </div>
  )
}

/** Where each published law comes from and what to know before using it. */
export const LawSources = memo(function LawSources({
  of,
}: {
  readonly of: readonly AllocationLaw[]
}) {
  const { plan, laws } = useWords()
  const said = plan.sources
  return (
    <Disclosure title={said.title} summary="">
      <p className="text-xs leading-relaxed text-muted">{said.intro}</p>
      <dl className="flex flex-col gap-2 text-xs">
        {of.map(({ id, citation, fitRange, confidence }) => (
          <div key={id}>
            <dt className="font-medium">{laws.names[id]}</dt>
            <dd className="text-muted">
              {citation}.{fitRange !== null && said.fitted(fitRange.low, fitRange.high)}{' '}
              {laws.remarks[id].join(' ')}
              {confidence === 'single-source' && said.single}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
})
