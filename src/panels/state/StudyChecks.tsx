import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { studyChecksQuery } from '../../queries/studyChecksQuery.ts'
import { selectChecksInput, selectReplicatesIdentity } from '../../store/analysisSelectors.ts'
import { useLawReplicates } from './LawReplicates.tsx'
import { useOfSweep } from '../../store/dashboardContext.tsx'
import type { StudyChecks } from '../../study/checks/studyChecks.ts'

/** The checks of the sweep at hand, as the panels see them. */
export interface StudyChecksState {
  /** The last ones for this sweep, metric and reading; null before the first are there. */
  readonly checks: StudyChecks | null
  /** They belong to an earlier state of the runs or settings. */
  readonly stale: boolean
  readonly failure: string | null
}

const NONE: StudyChecksState = { checks: null, stale: false, failure: null }

const ChecksContext = createContext<StudyChecksState>(NONE)

/** Checks the active sweep in a worker, after its intervals, and hands the result to the panels. */
export function StudyChecksProvider({ children }: { readonly children: ReactNode }) {
  const identity = useOfSweep(selectReplicatesIdentity)
  const input = useOfSweep(selectChecksInput)
  // Intervals come first: they stand beside the recommendation.
  const isWaiting = useLawReplicates().status === 'computing'
  const options = useMemo(() => studyChecksQuery(identity, input), [identity, input])
  const { data, isPlaceholderData, error } = useQuery({
    ...options,
    enabled: input !== null && !isWaiting,
    placeholderData: (previous, previousQuery) => {
      const before = previousQuery?.queryKey[1]
      const isSame = [0, 1, 2].every((i) => before?.[i] === options.queryKey[1][i])
      return isSame ? previous : undefined
    },
  })
  const state = useMemo(
    (): StudyChecksState => ({
      checks: input === null || data === undefined ? null : data,
      stale: isPlaceholderData,
      failure: error?.message ?? null,
    }),
    [input, data, isPlaceholderData, error],
  )
  return <ChecksContext value={state}>{children}</ChecksContext>
}

/** The checks of the active sweep. */
export function useStudyChecks(): StudyChecksState {
  return use(ChecksContext)
}
