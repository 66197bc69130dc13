import { ISOFLOP_ESTIMATORS } from '../../scaling/estimators/estimators.ts'
import { Choice } from '../../components/Choice.tsx'
import { selectMetric, selectMetrics, selectChoices } from '../../store/analysisSelectors.ts'
import { useChooseFit } from '../state/useChooseFit.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import { METRIC_LABELS } from '../text/metricLabels.ts'

/** Factor of the narrow window: Porian et al. 2024 lose the parabola's bias at about this. */
const NARROW = 6

/** The choices that change the fit: scale metric, window, and what stands for a budget. */
export function FitControls() {
  const metrics = useOfSweep(selectMetrics)
  const metric = useOfSweep(selectMetric)
  const { window, estimator, budgetCompute } = useOfSweep(selectChoices)
  const chooseFit = useChooseFit()
  return (
    <>
      <Choice
        label="Scale"
        value={metric}
        options={metrics.map((value) => ({ value, text: METRIC_LABELS[value].name }))}
        onChange={(value) => {
          chooseFit({ metric: value })
        }}
      />
      <Choice
        label="Fit over"
        value={window === 'all' ? 'all' : 'narrow'}
        options={[
          { value: 'all', text: 'all runs' },
          { value: 'narrow', text: `a factor ${NARROW} around the best run` },
        ]}
        onChange={(value) => {
          chooseFit({ window: value === 'all' ? 'all' : { factor: NARROW } })
        }}
      />
      <Choice
        label="Curve"
        value={estimator}
        options={ISOFLOP_ESTIMATORS.map(({ id, curve }) => ({ value: id, text: curve }))}
        onChange={(value) => {
          chooseFit({ estimator: value })
        }}
      />
      <Choice
        label="Budget C"
        value={budgetCompute}
        options={[
          { value: 'nominal', text: 'nominal' },
          { value: 'realised', text: 'mean of its runs' },
        ]}
        onChange={(value) => {
          chooseFit({ budgetCompute: value })
        }}
      />
    </>
  )
}
