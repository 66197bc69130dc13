import { useWords } from '../../components/WordsContext.tsx'
import { Notice } from '../../components/Notice.tsx'
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
  const said = useWords().runs.repetitions
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
  return (
    <Notice tone={isOpen ? 'warning' : 'note'}>
      {said.what(runIds.length, repetitions.length, isAveraged)}{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          decideRuns(sweep.id, runIds, isAveraged ? 'kept' : 'averaged')
        }}
      >
        {isAveraged ? said.keep : said.average}
      </button>
      {isOpen && (
        <button
          type="button"
          className="button-quiet ml-1"
          onClick={() => {
            decideRuns(sweep.id, runIds, 'kept')
          }}
        >
          {said.keep}
        </button>
      )}
    </Notice>
  )
}
