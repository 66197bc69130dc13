import { useWords } from '../../components/WordsContext.tsx'
import { INTERVAL_METHODS } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { PROFILE_ESTIMATORS } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import { Choice } from '../../components/Choice.tsx'
import { selectMetric, selectMetrics, selectChoices } from '../../store/analysisSelectors.ts'
import { useChooseFit } from '../state/useChooseFit.ts'
import { useDashboard, useDashboardStore, useOfSweep } from '../../store/dashboardContext.tsx'

/** Shares of the compute that the flat range may be of. */
const FLAT_SHARES = [0.005, 0.01, 0.02, 0.05]
/** Factor of the narrow window: Porian et al. 2024 lose the parabola's bias at about this. */
const NARROW = 6

/** The choices that change the fit, its intervals, and what counts as flat. */
export function FitControls() {
  const { fit, quantities, checks } = useWords()
  const said = fit.controls
  const metrics = useOfSweep(selectMetrics)
  const metric = useOfSweep(selectMetric)
  const { window, estimator, budgetCompute } = useOfSweep(selectChoices)
  const chooseFit = useChooseFit()
  const intervalMethod = useDashboard((state) => state.intervals.intervalMethod)
  const flatness = useDashboard((state) => state.flatness)
  const { chooseIntervals, setFlatness } = useDashboardStore().getState()
  return (
    <>
      <Choice
        label={said.scale}
        value={metric}
        options={metrics.map((value) => ({ value, text: quantities.metrics[value] }))}
        onChange={(value) => {
          chooseFit({ metric: value })
        }}
      />
      <Choice
        label={said.over}
        value={window === 'all' ? 'all' : 'narrow'}
        options={[
          { value: 'all', text: said.allRuns },
          { value: 'narrow', text: said.narrow(NARROW) },
        ]}
        onChange={(value) => {
          chooseFit({ window: value === 'all' ? 'all' : { factor: NARROW } })
        }}
      />
      <Choice
        label={said.curve}
        value={estimator}
        options={PROFILE_ESTIMATORS.map((id) => ({ value: id, text: fit.curves[id].name }))}
        onChange={(value) => {
          chooseFit({ estimator: value })
        }}
      />
      <Choice
        label={fit.intervals.method}
        value={intervalMethod}
        options={INTERVAL_METHODS.map((id) => ({ value: id, text: fit.intervals.short[id] }))}
        onChange={(value) => {
          chooseIntervals({ intervalMethod: value })
        }}
      />
      <Choice
        label={checks.flatness.control}
        value={String(flatness)}
        options={[...new Set([...FLAT_SHARES, flatness])].map((share) => ({
          value: String(share),
          text: checks.flatness.option(share),
        }))}
        onChange={(value) => {
          setFlatness(Number(value))
        }}
      />
      <Choice
        label={said.budget}
        value={budgetCompute}
        options={[
          { value: 'nominal', text: said.nominal },
          { value: 'realised', text: said.realised },
        ]}
        onChange={(value) => {
          chooseFit({ budgetCompute: value })
        }}
      />
    </>
  )
}
