import { Notice } from '../../components/Notice.tsx'
import { counted } from '../../format/formatNumber.ts'
import {
  selectAveraged,
  selectDecided,
  selectRepetitions,
  selectSetAside,
} from '../../store/analysisSelectors.ts'
import { useDashboard, useOfSweep } from '../../store/dashboardContext.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** Runs of one configuration with several seeds: averaged into one, or each on its own. */
export function RepetitionsNotice({ sweep }: { readonly sweep: LoadedSweep }) {
  const repetitions = useOfSweep(selectRepetitions)
  const averaged = useOfSweep(selectAveraged)
  const setAside = useOfSweep(selectSetAside)
  const decided = useOfSweep(selectDecided)
  const decideRuns = useDashboard((state) => state.decideRuns)
  if (repetitions.length === 0) return null
  const runIds = repetitions.flatMap((repetition) =>
    repetition.runIds.filter((id) => !setAside.has(id)),
  )
  const isAveraged = runIds.some((id) => averaged.has(id))
  const isOpen = !runIds.some((id) => decided.has(id))
  const what = `${counted(runIds.length, 'run')} repeat ${counted(repetitions.length, 'configuration')}`
  return (
    <Notice tone={isOpen ? 'warning' : 'note'}>
      {what}
      {isAveraged ? '; the mean of each stands in the fit. ' : '; each stands on its own. '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          decideRuns(sweep.id, runIds, isAveraged ? 'kept' : 'averaged')
        }}
      >
        {isAveraged ? 'Keep each' : 'Average them'}
      </button>
      {isOpen && (
        <button
          type="button"
          className="button-quiet ml-1"
          onClick={() => {
            decideRuns(sweep.id, runIds, 'kept')
          }}
        >
          Keep each
        </button>
      )}
    </Notice>
  )
}
