import { useWords } from '../../components/WordsContext.tsx'
import { ISOFLOP_ESTIMATORS } from '../../scaling/estimators/estimators.ts'
import { Choice } from '../../components/Choice.tsx'
import { selectMetric, selectMetrics, selectChoices } from '../../store/analysisSelectors.ts'
import { useChooseFit } from '../state/useChooseFit.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'

/** Factor of the narrow window: Porian et al. 2024 lose the parabola's bias at about this. */
const NARROW = 6

/** The choices that change the fit: scale metric, window, and what stands for a budget. */
export function FitControls() {
  const { fit, quantities } = useWords()
  const said = fit.controls
  const metrics = useOfSweep(selectMetrics)
  const metric = useOfSweep(selectMetric)
  const { window, estimator, budgetCompute } = useOfSweep(selectChoices)
  const chooseFit = useChooseFit()
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
        options={ISOFLOP_ESTIMATORS.map(({ id }) => ({ value: id, text: fit.curves[id].name }))}
        onChange={(value) => {
          chooseFit({ estimator: value })
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
