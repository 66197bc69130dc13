import { styleOf } from '../../charts/palette.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { compactCount, nominalText, significant } from '../../format/formatNumber.ts'
import { PUBLISHED_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useComparedLaws } from '../state/useComparedLaws.ts'

/** How each law would split the budget, side by side. */
export function AllocationsTable() {
  const laws = useComparedLaws()
  const computeFlops = useDashboard((state) => state.computeFlops)
  const rows = laws.map((law) => ({
    ...law,
    parameters: evaluatePowerLaw(law.scale, computeFlops),
    tokenCount: evaluatePowerLaw(law.tokens, computeFlops),
  }))
  return (
    <div className="compact-table">
      <DataTable
        caption="Allocations compared"
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'law',
            heading: 'Law',
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
            cell: (row) => <data value={row.parameters}>{compactCount(row.parameters)}</data>,
          },
          {
            key: 'counting',
            heading: 'as',
            numeric: false,
            cell: (row) => <span className="text-muted">{row.counting}</span>,
          },
          {
            key: 'd',
            heading: 'D',
            numeric: true,
            cell: (row) => <data value={row.tokenCount}>{compactCount(row.tokenCount)}</data>,
          },
          {
            key: 'ratio',
            heading: 'D/N',
            numeric: true,
            cell: (row) => significant(row.tokenCount / row.parameters, 3),
          },
        ]}
      />
    </div>
  )
}

/** Where each published law comes from and what to know before using it. */
export function LawSources() {
  return (
    <Disclosure title="Sources of the laws" summary="">
      <p className="text-xs leading-relaxed text-muted">
        Laws count parameters differently, and M/6 includes attention: for small models the counts
        differ by up to 50%. Kaplan’s N and D multiply to 1.8 C by construction.
      </p>
      <dl className="flex flex-col gap-2 text-xs">
        {PUBLISHED_ALLOCATIONS.map(({ id, name, citation, fitRange, confidence, remarks }) => (
          <div key={id}>
            <dt className="font-medium">{name}</dt>
            <dd className="text-muted">
              {citation}.
              {fitRange !== null &&
                ` Fitted over ${nominalText(fitRange.low)} – ${nominalText(fitRange.high)} FLOPs.`}{' '}
              {remarks.join(' ')}
              {confidence === 'single-source' && ' The figures rest on a single transcription.'}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
