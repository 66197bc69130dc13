import { useWords } from '../../components/WordsContext.tsx'
import type { ReactNode } from 'react'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { significant } from '../../format/formatNumber.ts'
import { percentileInterval, type Interval } from '../../numerics/percentileInterval.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { BOOTSTRAP_METHOD } from '../../scaling/estimators/isoFlop/bootstrapLaws.ts'
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

interface LawRow {
  readonly key: string
  readonly name: ReactNode
  readonly law:
    | {
        readonly exponent: number
        readonly coefficient: number
        readonly rSquared: number
        readonly count: number
      }
    | { readonly problem: string }
  readonly exponentInterval: Interval | null
  readonly coefficientInterval: Interval | null
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
  const interval = (column: ArrayLike<number> | undefined): Interval | null =>
    column === undefined ? null : percentileInterval(column, level, BOOTSTRAP_METHOD)
  const exponential = (column: Float64Array | undefined): Interval | null =>
    interval(column?.map(Math.exp))
  const { tokens, loss } = analysis.laws

  const rows: LawRow[] = scaleLaws.map(({ metric: other, law }) => {
    const current = other === metric
    return {
      key: other,
      name: <LawName symbol={METRIC_LABELS[other].optimum} exponent="a" />,
      law: law.status === 'fitted' ? law : { problem: said.faults['too-few-optima'] },
      exponentInterval: current ? interval(replicates?.scale.exponent) : null,
      coefficientInterval: current ? exponential(replicates?.scale.logCoefficient) : null,
    }
  })
  rows.push({
    key: 'tokens',
    name: <LawName symbol="D_opt" exponent="b" />,
    law: tokens.status === 'fitted' ? tokens : { problem: said.faults['too-few-optima'] },
    exponentInterval: interval(replicates?.tokens.exponent),
    coefficientInterval: exponential(replicates?.tokens.logCoefficient),
  })
  const irreducible = interval(replicates?.loss.irreducible)
  rows.push({
    key: 'loss',
    name:
      loss.status === 'fitted' && loss.form === 'irreducible' ? (
        <>
          L = E + <LawName symbol="k" exponent="−γ" bare />, E = {significant(loss.irreducible, 4)}{' '}
          <IntervalText interval={irreducible} stale={stale} /> {sweep.imported.lossUnit}
        </>
      ) : (
        <>
          L = <LawName symbol="k" exponent="−γ" bare />, {said.noIrreducible}
        </>
      ),
    law:
      loss.status === 'fitted'
        ? { ...loss, exponent: -loss.exponent }
        : { problem: said.faults[loss.reason] },
    exponentInterval: interval(replicates?.loss.exponent.map((value) => -value)),
    coefficientInterval: exponential(replicates?.loss.logCoefficient),
  })

  return (
    <section className="card flex min-w-0 flex-col gap-2 p-3 sm:p-4">
      <ScrollRegion label={said.region}>
        <DataTable
          caption={said.caption}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'law', heading: said.law, numeric: false, cell: (row) => row.name },
            {
              key: 'exponent',
              heading: said.exponent,
              numeric: true,
              cell: ({ law }) =>
                'problem' in law ? (
                  '—'
                ) : (
                  <data value={law.exponent}>{significant(law.exponent, 4)}</data>
                ),
            },
            {
              key: 'exponentInterval',
              heading: quantities.interval(levelText),
              numeric: true,
              cell: (row) => <IntervalText interval={row.exponentInterval} stale={stale} />,
            },
            {
              key: 'coefficient',
              heading: said.coefficient,
              numeric: true,
              cell: ({ law }) =>
                'problem' in law ? (
                  '—'
                ) : (
                  <data value={law.coefficient}>
                    <Scientific value={law.coefficient} digits={4} plain />
                  </data>
                ),
            },
            {
              key: 'coefficientInterval',
              heading: quantities.interval(levelText),
              numeric: true,
              cell: (row) => <IntervalText interval={row.coefficientInterval} stale={stale} />,
            },
            {
              key: 'r2',
              heading: 'R²',
              numeric: true,
              cell: ({ law }) => ('problem' in law ? '—' : significant(law.rSquared, 4)),
            },
            {
              key: 'count',
              heading: said.optima,
              numeric: true,
              cell: ({ law }) => ('problem' in law ? '—' : law.count),
            },
          ]}
        />
      </ScrollRegion>
      {rows.flatMap(({ key, law }) =>
        'problem' in law
          ? [
              <p key={key} className="text-xs text-muted">
                {law.problem}
              </p>,
            ]
          : [],
      )}
      <IntervalProgress />
      {scaleLaws.length > 1 && <p className="text-xs text-muted">{said.conventions}</p>}
    </section>
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
