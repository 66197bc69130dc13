import { useWords } from '../../components/WordsContext.tsx'
import { RecommendationChecks } from '../checks/RecommendationChecks.tsx'
import { WithheldNotice } from '../fit/WithheldNotice.tsx'
import { usePlanLaws, useRecommendation } from '../state/usePlan.ts'
import { BudgetControls } from './BudgetControls.tsx'
import { DataQuality } from './DataQuality.tsx'
import { ExtrapolationNote } from './ExtrapolationNote.tsx'
import { RecommendationNotes } from './RecommendationNotes.tsx'
import { RecommendationTable } from './RecommendationTable.tsx'

/** The budget and what to train with it, where the laws compared have a place of their own. */
export function PlanPanel() {
  const { plan } = useWords()
  const laws = usePlanLaws()
  const recommendation = useRecommendation(laws)
  return (
    <section className="card flex min-w-0 flex-col gap-3 p-3 sm:p-4" aria-label={plan.title}>
      <BudgetControls />
      <WithheldNotice laws={laws} />
      <RecommendationTable laws={laws} recommendation={recommendation} />
      <ExtrapolationNote laws={laws} recommendation={recommendation} />
      <RecommendationChecks laws={laws} />
      <DataQuality />
      <RecommendationNotes laws={laws} recommendation={recommendation} />
    </section>
  )
}
