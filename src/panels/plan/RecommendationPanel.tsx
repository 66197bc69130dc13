import { Notice } from '../../components/Notice.tsx'
import { scientificText, significant } from '../../format/formatNumber.ts'
import type { Recommendation } from '../../planning/recommend.ts'
import { AllocationsTable, LawSources } from './AllocationsTable.tsx'
import { BudgetControls, DataQuality } from './BudgetControls.tsx'
import { RecommendationNotes } from './RecommendationNotes.tsx'
import { RecommendationTable } from './RecommendationTable.tsx'
import { WithheldNotice } from '../fit/WithheldNotice.tsx'
import { usePlanLaws, useRecommendation, type PlanLaws } from '../state/usePlan.ts'

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
      <AllocationsTable />
      <DataQuality />
      <RecommendationNotes laws={laws} recommendation={recommendation} />
      <LawSources />
    </div>
  )
}

interface RecommendationProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

function ExtrapolationNote({ laws, recommendation }: RecommendationProps) {
  const { extrapolation, extrapolationDirection } = recommendation
  const { low, high } = laws.fittedRange
  const isFitted = laws.fitted !== null
  const range = `${scientificText(low, 2)} – ${scientificText(high, 2)} FLOPs`
  const whose = isFitted ? 'this sweep’s budgets' : `the range of ${laws.name}`
  if (extrapolationDirection === 'inside') {
    return (
      <p className="text-xs text-muted">
        Inside {whose}: {range}.
      </p>
    )
  }
  const isAbove = extrapolationDirection === 'above'
  const end = isFitted
    ? `the ${isAbove ? 'largest' : 'smallest'} budget of this sweep whose minimum counts`
    : `the ${isAbove ? 'upper' : 'lower'} end of the range of ${laws.name}`
  return (
    <Notice tone="warning">
      <strong className="font-semibold tabular-nums">{formatFactor(extrapolation)}×</strong>{' '}
      {isAbove ? 'above' : 'below'} {end}: an extrapolation. Fitted over {range}.
    </Notice>
  )
}

function formatFactor(factor: number): string {
  return factor < 1000 ? significant(factor, 3) : scientificText(factor, 2)
}
