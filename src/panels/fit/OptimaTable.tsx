import { useWords } from '../../components/WordsContext.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { significant } from '../../format/formatNumber.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { selectFitSettings } from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { IntervalText } from '../text/IntervalText.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { optimumRows } from '../../tables/optima.ts'
import { Symbol } from '../text/Symbol.tsx'

interface OptimaTableProps {
  readonly sweep: LoadedSweep
  readonly analysis: SweepAnalysis
}

/** The minimum of every budget: where, how low, how well the parabola holds, and whether it counts. */
export function OptimaTable({ sweep, analysis }: OptimaTableProps) {
  const { fit, quantities } = useWords()
  const said = fit.optima
  const levelText = useLevelText()
  const { lightBudget } = useDashboardStore().getState()
  const settings = useOfSweep(selectFitSettings)
  const level = useDashboard((state) => state.intervals.level)
  const { replicates, stale } = useLawReplicates()
  const { optimum, unit } = METRIC_LABELS[settings.metric]
  const rows = optimumRows(analysis, settings, replicates, level)
  return (
    <section className="card min-w-0 p-3 sm:p-4">
      <ScrollRegion label={said.region}>
        <DataTable
          caption={said.caption}
          rows={rows}
          rowKey={(row) => String(row.nominalFlops)}
          rowAttributes={({ nominalFlops }) => ({
            'data-budget': nominalFlops,
            onPointerEnter: () => {
              lightBudget(nominalFlops)
            },
            onPointerLeave: () => {
              lightBudget(null)
            },
          })}
          columns={[
            {
              key: 'budget',
              heading: said.budget,
              numeric: true,
              cell: ({ computeFlops }) => (
                <data value={computeFlops}>
                  <Scientific value={computeFlops} />
                </data>
              ),
            },
            {
              key: 'runs',
              heading: said.runs,
              numeric: true,
              cell: ({ weighty, runs }) => (
                <span className="whitespace-nowrap">
                  {weighty === runs ? runs : said.weighty(weighty, runs)}
                </span>
              ),
            },
            {
              key: 'scale',
              heading: (
                <>
                  <Symbol of={optimum} /> ({quantities.units[unit]})
                </>
              ),
              numeric: true,
              cell: ({ scale }) =>
                scale === null ? (
                  '—'
                ) : (
                  <data value={scale}>
                    <Scientific value={scale} digits={4} />
                  </data>
                ),
            },
            {
              key: 'interval',
              heading: quantities.interval(levelText),
              numeric: true,
              cell: ({ scaleInterval }) => <IntervalText interval={scaleInterval} stale={stale} />,
            },
            {
              key: 'tokens',
              heading: (
                <>
                  <Symbol of="D_opt" /> (tokens)
                </>
              ),
              numeric: true,
              cell: ({ tokens }) =>
                tokens === null ? (
                  '—'
                ) : (
                  <data value={tokens.value}>
                    <Scientific value={tokens.value} digits={4} />
                    {!tokens.isInterior && (
                      <span className="block text-xs text-muted">{said.outside}</span>
                    )}
                  </data>
                ),
            },
            {
              key: 'loss',
              heading: quantities.lossAxis(sweep.imported.lossUnit),
              numeric: true,
              cell: ({ loss }) =>
                loss === null ? '—' : <data value={loss}>{significant(loss, 5)}</data>,
            },
            {
              key: 'r2',
              heading: 'R²',
              numeric: true,
              cell: ({ rSquared }) => (rSquared === null ? '—' : significant(rSquared, 4)),
            },
            {
              key: 'interior',
              heading: said.minimum,
              numeric: false,
              cell: ({ state }) => <span className="block min-w-32">{said.state(state)}</span>,
            },
          ]}
        />
      </ScrollRegion>
    </section>
  )
}
