import { useMemo } from 'react'
import { AllocationChart } from '../../charts/allocationAgainstCompute/AllocationChart.tsx'
import { allocationPath, allocationSeries } from '../../charts/allocationAgainstCompute/series.ts'
import { styleOf } from '../../charts/palette.ts'
import { Figure } from '../../components/Figure.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { SOUND_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { computeOfModel, KNOWN_MODELS } from '../../laws/knownModels.ts'
import { StoreBudgetCursor } from '../fit/StoreBudgetCursor.tsx'
import { QUALITY_LAW_ID, useFixedLaws } from '../state/useComparedLaws.ts'
import { Legend, LineKey, MarkKey } from '../text/LegendKey.tsx'
import { LawsAtBudgetTable } from '../plan/LawsAtBudget.tsx'
import { MovingLaws } from '../plan/MovingLaws.tsx'
import { usePlannerWords } from './usePlannerWords.ts'

/** Models at the compute of their training; those whose tokens or size are not known have no place. */
const PLACED = KNOWN_MODELS.flatMap((model) => {
  const flops = computeOfModel(model)
  return flops === null || model.confidence === 'unverified'
    ? []
    : [
        {
          id: model.id,
          name: model.name,
          x: flops,
          y: (model.exactM ?? 6 * model.activeParameters) / 6,
        },
      ]
})

/** Model size against compute under every law on one chart, and the models that exist. */
export function AllocationPanel() {
  const words = useWords()
  const planner = usePlannerWords()
  const said = planner.allocation
  const laws = useFixedLaws(SOUND_ALLOCATIONS)
  const series = useMemo(() => allocationSeries(laws, PLACED), [laws])
  return (
    <Figure
      title={said.title}
      caption={said.caption(series.models.length)}
      legend={
        <Legend>
          {series.lines.map(({ id, isFitted, label }) => (
            <LineKey key={id} style={styleOf({ id, isFitted })}>
              {label}
            </LineKey>
          ))}
          <MarkKey mark="disc">{said.models}</MarkKey>
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={<LawsAtBudgetTable />}
    >
      <AllocationChart
        series={series}
        movingId={QUALITY_LAW_ID}
        xTitle={words.quantities.computeAxis}
        yTitle={words.quantities.parametersAxis}
        description={said.description(series.lines.length, series.models.length)}
      >
        <MovingLaws pathOf={allocationPath} />
        <StoreBudgetCursor />
      </AllocationChart>
    </Figure>
  )
}
