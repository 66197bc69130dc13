import { useWords } from '../../components/WordsContext.tsx'
import { fittedLawRows, type FittedLawRow } from '../../tables/fittedLaws.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { significant } from '../../format/formatNumber.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { selectMetric, selectScaleLaws } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { IntervalProgress } from './IntervalProgress.tsx'
import { IntervalText } from '../text/IntervalText.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { Symbol } from '../text/Symbol.tsx'

interface FittedLawsTableProps {
  readonly sweep: LoadedSweep
  readonly analysis: SweepAnalysis
}

/** The fitted laws with their intervals, the scale law under every convention the sweep allows. */
export function FittedLawsTable({ sweep, analysis }: FittedLawsTableProps) {
  const { fit, quantities } = useWords()
  const said = fit.laws
  const levelText = useLevelText()
  const metric = useOfSweep(selectMetric)
  const scaleLaws = useOfSweep(selectScaleLaws)
  const level = useDashboard((state) => state.intervals.level)
  const { replicates, stale } = useLawReplicates()
  const rows = fittedLawRows(scaleLaws, metric, analysis.laws, replicates, level)
  return (
    <section className="card flex min-w-0 flex-col gap-2 p-3 sm:p-4">
      <ScrollRegion label={said.region}>
        <DataTable
          caption={said.caption}
          rows={rows}
          rowKey={(row) => row.of}
          columns={[
            {
              key: 'law',
              heading: said.law,
              numeric: false,
              cell: (row) => <RowName row={row} unit={sweep.imported.lossUnit} stale={stale} />,
            },
            {
              key: 'exponent',
              heading: said.exponent,
              numeric: true,
              cell: ({ law }) =>
                'fault' in law ? (
                  '—'
                ) : (
                  <data value={law.exponent.value}>{significant(law.exponent.value, 4)}</data>
                ),
            },
            {
              key: 'exponentInterval',
              heading: quantities.interval(levelText),
              numeric: true,
              cell: ({ law }) => (
                <IntervalText
                  interval={'fault' in law ? null : law.exponent.interval}
                  stale={stale}
                />
              ),
            },
            {
              key: 'coefficient',
              heading: said.coefficient,
              numeric: true,
              cell: ({ law }) =>
                'fault' in law ? (
                  '—'
                ) : (
                  <data value={law.coefficient.value}>
                    <Scientific value={law.coefficient.value} digits={4} plain />
                  </data>
                ),
            },
            {
              key: 'coefficientInterval',
              heading: quantities.interval(levelText),
              numeric: true,
              cell: ({ law }) => (
                <IntervalText
                  interval={'fault' in law ? null : law.coefficient.interval}
                  stale={stale}
                />
              ),
            },
            {
              key: 'r2',
              heading: 'R²',
              numeric: true,
              cell: ({ law }) => ('fault' in law ? '—' : significant(law.rSquared, 4)),
            },
            {
              key: 'count',
              heading: said.optima,
              numeric: true,
              cell: ({ law }) => ('fault' in law ? '—' : law.count),
            },
          ]}
        />
      </ScrollRegion>
      {rows.flatMap(({ of, law }) =>
        'fault' in law
          ? [
              <p key={of} className="text-xs text-muted">
                {said.faults[law.fault]}
              </p>,
            ]
          : [],
      )}
      <IntervalProgress />
      {scaleLaws.length > 1 && <p className="text-xs text-muted">{said.conventions}</p>}
    </section>
  )
}

/** The law of a row, as a formula. */
function RowName({
  row: { of, law },
  unit,
  stale,
}: {
  readonly row: FittedLawRow
  readonly unit: string
  readonly stale: boolean
}) {
  const said = useWords().fit.laws
  if (of === 'tokens') return <LawName symbol="D_opt" exponent="b" />
  if (of !== 'loss') return <LawName symbol={METRIC_LABELS[of].optimum} exponent="a" />
  const irreducible = 'fault' in law ? null : law.irreducible
  if (irreducible === null) {
    return (
      <>
        L = <LawName symbol="k" exponent="−γ" bare />, {said.noIrreducible}
      </>
    )
  }
  return (
    <>
      L = E + <LawName symbol="k" exponent="−γ" bare />, E = {significant(irreducible.value, 4)}{' '}
      <IntervalText interval={irreducible.interval} stale={stale} /> {unit}
    </>
  )
}

function LawName({
  symbol,
  exponent,
  bare = false,
}: {
  readonly symbol: string
  readonly exponent: string
  readonly bare?: boolean
}) {
  return (
    <span className="whitespace-nowrap">
      <Symbol of={symbol} />
      {bare ? '·' : ' = k·'}
      <i>C</i>
      <sup>
        <i>{exponent}</i>
      </sup>
    </span>
  )
}
