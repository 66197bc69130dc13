import { useWords } from '../../components/WordsContext.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { significant } from '../../format/formatNumber.ts'
import { budgetFlops, type SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import {
  trustedOptimum,
  type IsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { selectFitSettings } from '../../store/analysisSelectors.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'
import { IntervalText } from '../text/IntervalText.tsx'
import { useLawReplicates } from '../state/LawReplicates.tsx'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { optimaIntervals } from './optimaIntervals.ts'
import { profileState } from '../../words/fitStates.ts'
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
  const scaleIntervals = optimaIntervals(replicates, 'scale', level)
  const { optimum, unit } = METRIC_LABELS[settings.metric]
  const rows = analysis.scaleProfiles.map((profile, i) => ({
    profile,
    tokensProfile: analysis.tokensProfiles[i] ?? profile,
  }))
  return (
    <section className="card min-w-0 p-3 sm:p-4">
      <ScrollRegion label={said.region}>
        <DataTable
          caption={said.caption}
          rows={rows}
          rowKey={({ profile }) => String(profile.nominalFlops)}
          rowAttributes={({ profile }) => ({
            'data-budget': profile.nominalFlops,
            onPointerEnter: () => {
              lightBudget(profile.nominalFlops)
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
              cell: ({ profile }) => (
                <data value={budgetFlops(profile, settings)}>
                  <Scientific value={budgetFlops(profile, settings)} />
                </data>
              ),
            },
            {
              key: 'runs',
              heading: said.runs,
              numeric: true,
              cell: ({ profile }) => (
                <span className="whitespace-nowrap">
                  {weightyCount(profile) === profile.runs.length
                    ? profile.runs.length
                    : said.weighty(weightyCount(profile), profile.runs.length)}
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
              cell: ({ profile }) =>
                profile.fit.status === 'fitted' ? (
                  <data value={profile.fit.optimum.at}>
                    <Scientific value={profile.fit.optimum.at} digits={4} />
                  </data>
                ) : (
                  '—'
                ),
            },
            {
              key: 'interval',
              heading: quantities.interval(levelText),
              numeric: true,
              cell: ({ profile }) => (
                <IntervalText
                  interval={
                    trustedOptimum(profile) !== null
                      ? (scaleIntervals.get(profile.nominalFlops) ?? null)
                      : null
                  }
                  stale={stale}
                />
              ),
            },
            {
              key: 'tokens',
              heading: (
                <>
                  <Symbol of="D_opt" /> (tokens)
                </>
              ),
              numeric: true,
              cell: ({ tokensProfile }) =>
                tokensProfile.fit.status === 'fitted' ? (
                  <data value={tokensProfile.fit.optimum.at}>
                    <Scientific value={tokensProfile.fit.optimum.at} digits={4} />
                    {!tokensProfile.fit.optimum.interior && (
                      <span className="block text-xs text-muted">{said.outside}</span>
                    )}
                  </data>
                ) : (
                  '—'
                ),
            },
            {
              key: 'loss',
              heading: quantities.lossAxis(sweep.imported.lossUnit),
              numeric: true,
              cell: ({ profile }) =>
                profile.fit.status === 'fitted' ? (
                  <data value={profile.fit.optimum.loss}>
                    {significant(profile.fit.optimum.loss, 5)}
                  </data>
                ) : (
                  '—'
                ),
            },
            {
              key: 'r2',
              heading: 'R²',
              numeric: true,
              cell: ({ profile }) =>
                profile.fit.status === 'unfittable'
                  ? '—'
                  : significant(profile.fit.parabola.rSquared, 4),
            },
            {
              key: 'interior',
              heading: said.minimum,
              numeric: false,
              cell: ({ profile }) => (
                <span className="block min-w-32">{said.state(profileState(profile))}</span>
              ),
            },
          ]}
        />
      </ScrollRegion>
    </section>
  )
}

/** Runs that the curve goes by. */
function weightyCount({ fitted, withoutWeight }: IsoFlopProfile): number {
  return fitted.length - withoutWeight.length
}
