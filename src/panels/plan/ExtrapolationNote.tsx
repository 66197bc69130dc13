import { Notice } from '../../components/Notice.tsx'
import { scientificText, significant } from '../../format/formatNumber.ts'
import type { Recommendation } from '../../planning/recommend.ts'
import type { PlanLaws } from '../state/usePlan.ts'

interface ExtrapolationNoteProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

/** How far the budget lies from those that the law was fitted over. */
export function ExtrapolationNote({ laws, recommendation }: ExtrapolationNoteProps) {
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
