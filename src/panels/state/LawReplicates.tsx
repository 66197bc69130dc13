import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { lawReplicatesQuery } from '../../queries/lawReplicatesQuery.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { selectResampleInput, selectReplicatesIdentity } from '../../store/analysisSelectors.ts'
import { useOfSweep } from '../../store/dashboardContext.tsx'

/** The bootstrap of the sweep at hand, as the panels see it. */
export interface LawReplicatesState {
  /** The last replicates for this sweep and metric; null before the first are there. */
  readonly replicates: LawReplicates | null
  /** The replicates belong to an earlier state of the runs or settings. */
  readonly stale: boolean
  readonly status: 'none' | 'computing' | 'done' | 'cancelled' | 'failed'
  readonly failure: string | null
  readonly cancel: () => void
  readonly start: () => void
}

const IDLE: LawReplicatesState = {
  replicates: null,
  stale: false,
  status: 'none',
  failure: null,
  cancel: () => undefined,
  start: () => undefined,
}

const StateContext = createContext<LawReplicatesState>(IDLE)
const ProgressContext = createContext(0)

/** Runs the bootstrap of the active sweep in a worker and hands its state to the panels. */
export function LawReplicatesProvider({ children }: { readonly children: ReactNode }) {
  const identity = useOfSweep(selectReplicatesIdentity)
  const input = useOfSweep(selectResampleInput)
  const client = useQueryClient()
  const [progress, setProgress] = useState(0)

  const options = useMemo(() => lawReplicatesQuery(identity, input, setProgress), [identity, input])
  const enabled = input !== null
  const query = useQuery({
    ...options,
    // What was there stays, dimmed, while the same reading of a sweep is fitted anew; that of another
    // sweep, metric or column never.
    placeholderData: (previous, previousQuery) => {
      const before = previousQuery?.queryKey[1]
      const now = options.queryKey[1]
      const isSame = [0, 1, 2].every((i) => before?.[i] === now[i])
      return isSame ? previous : undefined
    },
  })

  const { data, isPlaceholderData, isFetching, error, fetchStatus, refetch } = query
  const state = useMemo((): LawReplicatesState => {
    if (!enabled) return IDLE
    const fresh = data !== undefined && !isPlaceholderData
    return {
      replicates: data ?? null,
      stale: isPlaceholderData,
      status: isFetching
        ? 'computing'
        : error !== null
          ? 'failed'
          : fresh
            ? 'done'
            : fetchStatus === 'idle'
              ? 'cancelled'
              : 'none',
      failure: error?.message ?? null,
      cancel: () => {
        void client.cancelQueries({ queryKey: options.queryKey })
      },
      start: () => {
        void refetch()
      },
    }
  }, [enabled, data, isPlaceholderData, isFetching, error, fetchStatus, refetch, client, options])

  return (
    <StateContext value={state}>
      <ProgressContext value={progress}>{children}</ProgressContext>
    </StateContext>
  )
}

/** Hands a state of the bootstrap to the panels below in place of the newest. */
export function LawReplicatesView({
  value,
  children,
}: {
  readonly value: LawReplicatesState
  readonly children: ReactNode
}) {
  return <StateContext value={value}>{children}</StateContext>
}

/** The replicates of the active sweep's laws and what became of them. */
export function useLawReplicates(): LawReplicatesState {
  return use(StateContext)
}

/** Fraction done of the running bootstrap, 0..1; apart, so that charts do not follow it. */
export function useLawReplicatesProgress(): number {
  return use(ProgressContext)
}
