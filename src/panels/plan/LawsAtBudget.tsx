import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import type { Words } from '../../words/en/en.ts'
import { useMemo, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { compactCount, nominalText, significant } from '../../format/formatNumber.ts'
import { ALL_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import type { AllocationLaw } from '../../laws/allocationLaw.ts'
import { scaleLawIn } from '../../planning/scaleLawIn.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { selectFittedAllocation } from '../../store/analysisSelectors.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { allocationAt, outsideRange, type Outside } from '../../tables/lawsAtBudget.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { LawSources } from './AllocationsTable.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useFittedLaws, useRecommendation } from '../state/usePlan.ts'

interface LawRow {
  readonly id: string
  readonly name: string
  readonly counting: string
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
  readonly range: { readonly low: number; readonly high: number } | null
}

/** Every law at the budget, with what to know of it. */
export function LawsAtBudget() {
  const { plan } = useWords()
  const computeFlops = useDashboard((state) => state.computeFlops)
  return (
    <section className="card flex min-w-0 flex-col gap-2 p-3 sm:p-4">
      <ScrollRegion label={plan.atBudgetTable.title}>
        <LawsAtBudgetTable />
      </ScrollRegion>
      <p className="text-xs leading-relaxed text-muted">
        <PartsText
          of={plan.atBudgetTable.note<ReactNode>(
            <>
              <i>C</i> = <Scientific value={computeFlops} />
            </>,
          )}
        />
      </p>
      <LawSources of={ALL_ALLOCATIONS} />
    </section>
  )
}

/** Every law at the budget: those fitted to the loaded sweeps, then the published ones. */
export function LawsAtBudgetTable() {
  const { plan, laws } = useWords()
  const said = plan.atBudgetTable
  const computeFlops = useDashboard((state) => state.computeFlops)
  const fitted = useDashboard(
    useShallow((state) => state.sweeps.map(({ id }) => selectFittedAllocation(state, id))),
  )
  const all = useMemo(
    (): readonly LawRow[] => [
      ...fitted.flatMap((law): LawRow[] =>
        law === null
          ? []
          : [{ ...inParameters(law), id: law.id, name: law.sweepName, range: law.range }],
      ),
      ...ALL_ALLOCATIONS.map((law) => ({
        ...{ ...inParameters(law), id: law.id, name: laws.names[law.id], range: law.fitRange },
      })),
    ],
    [fitted, laws],
  )
  const own = useFittedLaws()
  const atBudget = useRecommendation(own)
  const intervals = (id: string): Intervals | null => {
    if (atBudget === null || own?.fitted?.id !== id) return null
    const factor = atBudget.scaleMetric === 'N' ? 1 : 1 / 6
    const { scale, tokens } = atBudget
    return {
      parameters:
        scale.interval === null
          ? null
          : { low: scale.interval.low * factor, high: scale.interval.high * factor },
      tokens: tokens.interval,
    }
  }
  const rows = all.map((law) => ({
    ...law,
    ...{ at: allocationAt(law, computeFlops), outside: outsideRange(law.range, computeFlops) },
  }))
  return (
    <DataTable
      caption={said.title}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'law',
          heading: plan.law,
          numeric: false,
          cell: (row) => <span className="inline-block min-w-44">{row.name}</span>,
        },
        {
          key: 'n',
          heading: 'N',
          numeric: true,
          cell: (row) => (
            <Ranged value={row.at.parameters} interval={intervals(row.id)?.parameters ?? null} />
          ),
        },
        {
          key: 'as',
          heading: plan.as,
          numeric: false,
          cell: (row) => <span className="text-muted">{row.counting}</span>,
        },
        {
          key: 'd',
          heading: said.tokens,
          numeric: true,
          cell: (row) => (
            <Ranged value={row.at.tokens} interval={intervals(row.id)?.tokens ?? null} />
          ),
        },
        {
          key: 'ratio',
          heading: 'D/N',
          numeric: true,
          cell: (row) => significant(row.at.tokensPerParameter, 3),
        },
        {
          key: 'a',
          heading: 'a',
          numeric: true,
          cell: (row) => row.scale.exponent.toFixed(4),
        },
        {
          key: 'range',
          heading: said.range,
          numeric: true,
          cell: ({ range }) =>
            range === null
              ? said.notSaid
              : `${nominalText(range.low)} – ${nominalText(range.high)}`,
        },
        {
          key: 'outside',
          heading: said.extrapolation,
          numeric: true,
          cell: ({ outside }) => outsideText(outside, said),
        },
      ]}
    />
  )
}

interface Ends {
  readonly low: number
  readonly high: number
}

interface Intervals {
  readonly parameters: Ends | null
  readonly tokens: Ends | null
}

/** A count, and its interval below where it has one. */
function Ranged({ value, interval }: { readonly value: number; readonly interval: Ends | null }) {
  return (
    <>
      {compactCount(value)}
      {interval !== null && (
        <span className="block whitespace-nowrap text-[11px] text-muted">
          {compactCount(interval.low)} – {compactCount(interval.high)}
        </span>
      )}
    </>
  )
}

function inParameters(law: Pick<AllocationLaw, 'scale' | 'scaleMetric' | 'tokens'>) {
  return {
    scale: scaleLawIn(law, 'N'),
    tokens: law.tokens,
    counting: METRIC_LABELS[law.scaleMetric].counting,
  }
}

function outsideText(outside: Outside, said: Words['plan']['atBudgetTable']): string {
  if (outside === 'unknown') return '–'
  if (outside === 'inside') return said.inside
  return said.outside(significant(outside.factor, 3), outside.isAbove)
}
