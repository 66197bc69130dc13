import { memo } from 'react'
import { NumberField } from '../../components/NumberField.tsx'
import { PLANNER_LIMITS, WHOLE_LIMITS } from '../../settings/plannerSettings.ts'
import { useDashboard, useDashboardStore } from '../../store/dashboardContext.tsx'

interface PlannerNumberProps {
  readonly of: keyof typeof PLANNER_LIMITS
  readonly label: string
  readonly unit?: string
}

/** A field for one number of the plan's settings. */
export const PlannerNumber = memo(function PlannerNumber({ of, label, unit }: PlannerNumberProps) {
  const value = useDashboard((state) => state[of])
  const { choosePlan } = useDashboardStore().getState()
  return (
    <NumberField
      label={label}
      value={value}
      {...(unit === undefined ? {} : { unit })}
      limits={PLANNER_LIMITS[of]}
      isWhole={(WHOLE_LIMITS as readonly string[]).includes(of)}
      onChange={(next) => {
        choosePlan({ [of]: next })
      }}
    />
  )
})
