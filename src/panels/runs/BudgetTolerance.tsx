import { useWords } from '../../components/WordsContext.tsx'
import { Slider } from '../../components/Slider.tsx'
import { formatPercent } from '../../format/formatNumber.ts'
import { selectGrouping, selectChoices } from '../../store/analysisSelectors.ts'
import { useChooseFit } from '../state/useChooseFit.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'

/** How near a budget a run's compute must be, and how the budgets were found. */
export function BudgetTolerance() {
  const { runs } = useWords()
  const grouping = useOfSweep(selectGrouping)
  const { budgetTolerance: tolerance } = useOfSweep(selectChoices)
  const chooseFit = useChooseFit()
  return (
    <>
      <p className="text-xs text-muted">{runs.groupings[grouping.method]}</p>
      {grouping.method !== 'stated' && (
        <Slider
          label={runs.tolerance(tolerance)}
          value={tolerance}
          min={0.01}
          max={0.3}
          step={0.01}
          valueText={formatPercent(tolerance, 2)}
          onChange={(value) => {
            chooseFit({ budgetTolerance: value })
          }}
        />
      )}
    </>
  )
}
