import { AllocationsTable, LawSources } from './AllocationsTable.tsx'
import { BudgetControls } from './BudgetControls.tsx'
import { DataQuality } from './DataQuality.tsx'
import { ExtrapolationNote } from './ExtrapolationNote.tsx'
import { RecommendationNotes } from './RecommendationNotes.tsx'
import { RecommendationTable } from './RecommendationTable.tsx'
import { RecommendationChecks } from '../checks/RecommendationChecks.tsx'
import { WithheldNotice } from '../fit/WithheldNotice.tsx'
import { PUBLISHED_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { usePlanLaws, useRecommendation } from '../state/usePlan.ts'

/** What to train at the budget, always in sight: M, D, B and η with intervals, and how far out it is. */
export function RecommendationPanel() {
  const laws = usePlanLaws()
  const recommendation = useRecommendation(laws)
  return (
    <div className="flex flex-col gap-2.5">
      <BudgetControls />
      <WithheldNotice laws={laws} />
      <RecommendationTable laws={laws} recommendation={recommendation} />
      <ExtrapolationNote laws={laws} recommendation={recommendation} />
      <RecommendationChecks laws={laws} />
      <AllocationsTable />
      <DataQuality />
      <RecommendationNotes laws={laws} recommendation={recommendation} />
      <LawSources of={PUBLISHED_ALLOCATIONS} />
    </div>
  )
}
