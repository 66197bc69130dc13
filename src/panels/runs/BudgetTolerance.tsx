import { Slider } from '../../components/Slider.tsx'
import { formatPercent } from '../../format/formatNumber.ts'
import type { GroupingMethod } from '../../scaling/budgets/nominalBudget.ts'
import { selectGrouping, selectChoices } from '../../store/analysisSelectors.ts'
import { useChooseFit } from '../state/useChooseFit.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'

const METHODS: Readonly<Record<GroupingMethod, string>> = {
  stated: 'Budgets as the sweep states them.',
  clustered: 'Budgets found as clusters of the reported compute.',
  round: 'Reported compute scatters; budgets are the round numbers that it gathers around.',
}

/** How near a budget a run's compute must be, and how the budgets were found. */
export function BudgetTolerance() {
  const grouping = useOfSweep(selectGrouping)
  const { budgetTolerance: tolerance } = useOfSweep(selectChoices)
  const chooseFit = useChooseFit()
  return (
    <>
      <p className="text-xs text-muted">{METHODS[grouping.method]}</p>
      {grouping.method !== 'stated' && (
        <Slider
          label={`Tolerance ${formatPercent(tolerance, 2)}`}
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
