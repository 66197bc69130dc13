import { useMemo } from 'react'
import { compactCount, significant } from '../../format/formatNumber.ts'
import { lossAtOptimum } from '../../planning/cost/choiceCost.ts'
import { dataConstrainedPlan, MUENNIGHOFF } from '../../planning/cost/dataConstrained.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { PlannerCard, PlannerFields, PlannerNote } from './PlannerCard.tsx'
import { PlannerNumber } from './PlannerNumber.tsx'
import { usePlannerWords } from './usePlannerWords.ts'

/** What a budget comes to where the tokens are limited and must be repeated. */
export function DataLimitPanel() {
  const said = usePlannerWords().dataLimit
  const computeFlops = useDashboard((state) => state.computeFlops)
  const unique = useDashboard((state) => state.uniqueTokens)
  const plan = useMemo(
    () => (unique > 0 ? dataConstrainedPlan(computeFlops, unique) : null),
    [computeFlops, unique],
  )
  const [size, tokens] = [compactCount(plan?.parameters ?? 0), compactCount(plan?.tokens ?? 0)]
  const penalty = (plan?.loss ?? 0) - lossAtOptimum(MUENNIGHOFF.surface, computeFlops)
  return (
    <PlannerCard title={said.title}>
      <PlannerFields>
        <PlannerNumber of="uniqueTokens" label={said.unique} unit={said.hint} />
      </PlannerFields>
      <p role="status" className="text-sm tabular-nums">
        {plan === null
          ? said.endless
          : plan.epochs <= 1.0001
            ? said.enough(size, tokens)
            : said.repeated(
                size,
                tokens,
                significant(plan.epochs, 3),
                significant(plan.loss, 4),
                significant(Math.max(0, penalty), 2),
              )}
      </p>
      <PlannerNote>{said.note(MUENNIGHOFF.citation)}</PlannerNote>
    </PlannerCard>
  )
}
