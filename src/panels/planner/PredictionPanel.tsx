import { formatPercent, formatRange, significant } from '../../format/formatNumber.ts'
import { lossAtOptimum } from '../../planning/cost/choiceCost.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useLevelText } from '../state/useLevelText.ts'
import { usePlanLaws, usePredictedLoss } from '../state/usePlan.ts'
import { PlannerCard, PlannerFields } from './PlannerCard.tsx'
import { PlannerNumber } from './PlannerNumber.tsx'
import { useJudge } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

/** The loss that the plan should come to, and, once it is trained, whether it did. */
export function PredictionPanel() {
  const planner = usePlannerWords()
  const said = planner.prediction
  const predicted = usePredictedLoss(usePlanLaws())
  const computeFlops = useDashboard((state) => state.computeFlops)
  const measured = useDashboard((state) => state.measuredLoss)
  const level = useLevelText()
  const judge = useJudge()
  const value = predicted?.estimate.value ?? lossAtOptimum(judge.surface, computeFlops)
  const unit = predicted?.unit ?? judge.unit
  const interval = predicted?.estimate.interval ?? null
  const off = measured / value - 1
  const offText = `${off < 0 ? '−' : '+'}${formatPercent(Math.abs(off), 2)}`
  return (
    <PlannerCard title={said.title}>
      <p className="text-sm tabular-nums">
        {predicted === null
          ? said.judged(significant(value, 4), unit, planner.cost.judges[judge.id])
          : said.predicted(
              significant(value, 4),
              unit,
              interval === null ? null : formatRange(interval.low, interval.high, 4),
              level,
            )}
      </p>
      <PlannerFields>
        <PlannerNumber of="measuredLoss" label={said.measured} unit={`${unit}; ${said.hint}`} />
      </PlannerFields>
      {measured > 0 && (
        <p role="status" className="text-sm tabular-nums">
          {interval === null
            ? said.off(offText)
            : measured >= interval.low && measured <= interval.high
              ? said.inside(offText)
              : said.outside(offText, measured > value)}
        </p>
      )}
    </PlannerCard>
  )
}
