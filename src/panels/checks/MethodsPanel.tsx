import { useMemo } from 'react'
import { MethodsChart } from '../../charts/methodsCompared/MethodsChart.tsx'
import { methodsSeries, type ComparedMethod } from '../../charts/methodsCompared/series.ts'
import { methodStyle } from '../../charts/palette.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { levelText, significant } from '../../format/formatNumber.ts'
import { methodAt, methodRows, type MethodRow } from '../../tables/methods.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { selectChoices, selectMetric } from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { StudyChecks } from '../../study/checks/studyChecks.ts'
import { StoreBudgetCursor } from '../fit/StoreBudgetCursor.tsx'
import { Legend, LineKey } from '../text/LegendKey.tsx'
import { IntervalText } from '../text/IntervalText.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { Symbol } from '../text/Symbol.tsx'
import { useFittedLaws } from '../state/usePlan.ts'
import { useLevelText } from '../state/useLevelText.ts'
import { useStudyChecks } from '../state/StudyChecks.tsx'
import { ChecksState } from './ChecksState.tsx'

/** Every estimator on the same runs: a table of their laws, and where they part. */
export function MethodsPanel() {
  const { checks } = useStudyChecks()
  const { checks: said } = useWords()
  return checks === null ? (
    <section className="card p-3 sm:p-4">
      <h2 className="text-[15px] font-semibold">{said.methods.title}</h2>
      <ChecksState />
    </section>
  ) : (
    <Methods checks={checks} />
  )
}

function Methods({ checks }: { readonly checks: StudyChecks }) {
  const words = useWords()
  const said = words.checks.methods
  const { estimator, surfaceMethod } = useOfSweep(selectChoices)
  const metric = useOfSweep(selectMetric)
  const level = useDashboard((state) => state.intervals.level)
  const range = useFittedLaws()?.fittedRange ?? null
  const hasCurves = checks.methods.some(({ family }) => family === 'isoflop')
  const inUse = hasCurves ? estimator : surfaceMethod
  const series = useMemo(() => {
    const compared = checks.methods.flatMap(({ id, laws }): ComparedMethod[] =>
      laws === null
        ? []
        : [{ id, label: words.checks.names[id], scale: laws.scale, isInUse: id === inUse }],
    )
    return range === null || compared.length === 0 ? null : methodsSeries(compared, range)
  }, [checks, range, inUse, words])
  const { symbol } = METRIC_LABELS[metric]
  if (series === null) return null
  return (
    <Figure
      title={said.title}
      caption={said.caption(levelText(level))}
      legend={
        <Legend>
          {series.lines.map(({ id, label, isInUse }) => (
            <LineKey key={id} style={methodStyle(id, isInUse)}>
              {label}
            </LineKey>
          ))}
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={<MethodsTable checks={checks} inUse={inUse} />}
    >
      <MethodsChart
        series={series}
        xTitle={words.quantities.computeAxis}
        yTitle={said.ratioAxis(symbol)}
        description={said.description(series.lines.length)}
      >
        <StoreBudgetCursor />
      </MethodsChart>
    </Figure>
  )
}

/** The laws of every estimator and what each says of the budget; follows the budget by itself. */
function MethodsTable({ checks, inUse }: { readonly checks: StudyChecks; readonly inUse: string }) {
  const { checks: words, quantities } = useWords()
  const said = words.methods
  const level = useDashboard((state) => state.intervals.level)
  const computeFlops = useDashboard((state) => state.computeFlops)
  const metric = useOfSweep(selectMetric)
  const intervalHeading = quantities.interval(useLevelText())
  const { stale } = useStudyChecks()
  const rows = useMemo(() => methodRows(checks.methods, level), [checks, level])
  const at = (row: MethodRow) => methodAt(row, computeFlops)
  const number = (of: (row: MethodRow) => number | null, digits: number, isPlain: boolean) =>
    function Cell(row: MethodRow) {
      const value = of(row)
      return value === null ? (
        '—'
      ) : isPlain ? (
        <data value={value}>{significant(value, digits)}</data>
      ) : (
        <data value={value}>
          <Scientific value={value} digits={digits} plain />
        </data>
      )
    }
  return (
    <ScrollRegion label={said.region}>
      <DataTable
        caption={said.table}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            heading: said.estimator,
            numeric: false,
            cell: ({ id }) => (
              <span className={id === inUse ? 'font-semibold' : ''}>
                {words.names[id]}
                {id === inUse && <span className="sr-only"> ({said.inUse})</span>}
              </span>
            ),
          },
          {
            key: 'a',
            heading: <i>a</i>,
            numeric: true,
            cell: number(({ a }) => a?.value ?? null, 4, true),
          },
          {
            key: 'ai',
            heading: intervalHeading,
            numeric: true,
            cell: ({ a }) => <IntervalText interval={a?.interval ?? null} stale={stale} />,
          },
          {
            key: 'k',
            heading: <i>k</i>,
            numeric: true,
            cell: number(({ laws }) => laws?.scale.coefficient ?? null, 3, false),
          },
          {
            key: 'b',
            heading: <i>b</i>,
            numeric: true,
            cell: number(({ b }) => b?.value ?? null, 4, true),
          },
          {
            key: 'bi',
            heading: intervalHeading,
            numeric: true,
            cell: ({ b }) => <IntervalText interval={b?.interval ?? null} stale={stale} />,
          },
          {
            key: 'n',
            heading: <Symbol of={METRIC_LABELS[metric].optimum} />,
            numeric: true,
            cell: number((row) => at(row)?.scale ?? null, 3, false),
          },
          {
            key: 'd',
            heading: <Symbol of="D_opt" />,
            numeric: true,
            cell: number((row) => at(row)?.tokens ?? null, 3, false),
          },
          {
            key: 'l',
            heading: <i>L</i>,
            numeric: true,
            cell: number((row) => at(row)?.loss ?? null, 4, true),
          },
        ]}
      />
    </ScrollRegion>
  )
}
