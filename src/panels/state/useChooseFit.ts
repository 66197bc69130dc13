import { useCallback } from 'react'
import { useDashboard, useShownSweepId } from '../../store/dashboardContext.tsx'
import type { SweepChoices } from '../../study/choices.ts'

/** Chooses about the fit of the sweep that is shown here; nothing without one. */
export function useChooseFit(): (choices: Partial<SweepChoices>) => void {
  const sweepId = useShownSweepId()
  const chooseFit = useDashboard((state) => state.chooseFit)
  return useCallback(
    (choices) => {
      if (sweepId !== null) chooseFit(sweepId, choices)
    },
    [sweepId, chooseFit],
  )
}
