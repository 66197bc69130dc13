import { memo } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { amountText } from '../../format/formatNumber.ts'
import { ACCELERATORS } from '../../laws/accelerators.ts'
import {
  affordableDays,
  clusterDays,
  clusterFlops,
  densePeak,
  NUMBER_FORMATS,
  runCost,
} from '../../planning/cost/clusterBudget.ts'
import { MAX_BUDGET, MIN_BUDGET } from '../../planning/computeBudget.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'
import { PlannerCard, PlannerFields, PlannerNote } from './PlannerCard.tsx'
import { PlannerNumber } from './PlannerNumber.tsx'
import { acceleratorOf, useCluster } from './useTrainingPlan.ts'
import { usePlannerWords } from './usePlannerWords.ts'

/** The budget as a cluster, a time, money, energy: each can be given, and the others follow. */
export function ClusterPanel() {
  const said = usePlannerWords().cluster
  const computeFlops = useDashboard((state) => state.computeFlops)
  const { cluster, prices } = useCluster()
  const { accelerator, devices, format } = cluster
  const { setComputeFlops, setUtilisation } = useDashboardStore().getState()
  const peak = densePeak(accelerator, format)
  const days = clusterDays(cluster, computeFlops)
  const cost = days === null ? null : runCost(cluster, days, prices)
  const aDay = clusterFlops(cluster, 1) ?? Number.NaN
  const aDayCosts = devices * 24 * prices.deviceHour
  return (
    <PlannerCard title={said.title}>
      <ChipAndFormat />
      {peak === null || days === null || cost === null ? (
        <Notice tone="warning">{said.noFormat(accelerator.name, format)}</Notice>
      ) : (
        <>
          <PlannerFields>
            <PlannerNumber of="devices" label={said.devices} />
            <NumberField
              label={said.days}
              value={days}
              limits={[MIN_BUDGET / aDay, MAX_BUDGET / aDay]}
              onChange={(next) => {
                setComputeFlops(next * aDay)
              }}
            />
            <NumberField
              label={said.utilisation}
              unit="%"
              value={100 * cluster.utilisation}
              limits={[1, 100]}
              onChange={(percent) => {
                setUtilisation(percent / 100)
              }}
            />
            <PlannerNumber of="devicePrice" label={said.price} unit={said.currency} />
            <NumberField
              label={said.money}
              value={cost.money}
              limits={[(MIN_BUDGET / aDay) * aDayCosts, (MAX_BUDGET / aDay) * aDayCosts]}
              onChange={(money) => {
                if (prices.deviceHour > 0) {
                  setComputeFlops(affordableDays(cluster, money, prices) * aDay)
                }
              }}
            />
            <PlannerNumber of="powerUsage" label={said.powerUsage} />
            <PlannerNumber of="carbonIntensity" label={said.carbon} unit="g CO₂e/kWh" />
          </PlannerFields>
          <PlannerNote>
            {said.formula(peak, format)} {said.hours(cost.deviceHours)} ({amountText(cost.money)}).{' '}
            {accelerator.watts === undefined || cost.energy === null || cost.carbon === null
              ? said.noPower(accelerator.name)
              : said.energy(
                  accelerator.watts,
                  accelerator.wattsEstimated === true,
                  cost.energy,
                  cost.carbon,
                )}
            {accelerator.confidence === 'single-source' && said.single}
          </PlannerNote>
        </>
      )}
    </PlannerCard>
  )
}

/** The accelerator and the number format. */
const ChipAndFormat = memo(function ChipAndFormat() {
  const said = usePlannerWords().cluster
  const { accelerator, format } = useCluster().cluster
  const { choosePlan } = useDashboardStore().getState()
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1.5">
      <Choice
        label={said.accelerator}
        value={accelerator.id}
        options={ACCELERATORS.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(acceleratorId) => {
          const lacks = densePeak(acceleratorOf(acceleratorId), format) === null
          const offered = NUMBER_FORMATS.find(
            (one) => densePeak(acceleratorOf(acceleratorId), one) !== null,
          )
          choosePlan({
            acceleratorId,
            ...(lacks && offered !== undefined && { numberFormat: offered }),
          })
        }}
      />
      <Choice
        label={said.format}
        value={format}
        options={NUMBER_FORMATS.map((value) => ({ value, text: value }))}
        onChange={(numberFormat) => {
          choosePlan({ numberFormat })
        }}
      />
    </div>
  )
})
