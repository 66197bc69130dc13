import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import type { ReactNode } from 'react'
import { Notice } from '../../components/Notice.tsx'
import { scientificText, significant } from '../../format/formatNumber.ts'
import type { Recommendation } from '../../planning/recommend.ts'
import { useLawName, type PlanLaws } from '../state/usePlan.ts'

interface ExtrapolationNoteProps {
  readonly laws: PlanLaws
  readonly recommendation: Recommendation
}

/** How far the budget lies from those that the law was fitted over. */
export function ExtrapolationNote({ laws, recommendation }: ExtrapolationNoteProps) {
  const said = useWords().plan.extrapolation
  const lawName = useLawName(laws)
  const { extrapolation, extrapolationDirection } = recommendation
  if (laws.fittedRange === null) {
    return <p className="text-xs text-muted">{said.noRange(lawName)}</p>
  }
  const { low, high } = laws.fittedRange
  const range = `${scientificText(low, 2)} – ${scientificText(high, 2)} FLOPs`
  const published = laws.fitted === null ? lawName : null
  if (extrapolationDirection === 'inside') {
    return <p className="text-xs text-muted">{said.inside(published, range)}</p>
  }
  return (
    <Notice tone="warning">
      <PartsText
        of={said.outside<ReactNode>(
          <strong className="font-semibold tabular-nums">{formatFactor(extrapolation)}×</strong>,
          extrapolationDirection === 'above',
          published,
          range,
        )}
      />
    </Notice>
  )
}

function formatFactor(factor: number): string {
  return factor < 1000 ? significant(factor, 3) : scientificText(factor, 2)
}
