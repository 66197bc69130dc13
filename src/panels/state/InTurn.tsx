import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { DashboardProvider, useDashboardStore } from '../../store/dashboardContext.tsx'
import { heldBackStore, type Turns } from '../../store/heldBackStore.ts'
import { LawReplicatesView, useLawReplicates } from './LawReplicates.tsx'

/** Turns after what waits already, and before it. */
export interface PageTurns {
  readonly afterOthers: Turns
  readonly beforeOthers: Turns
}

const TurnsContext = createContext<PageTurns | null>(null)

/** Lets the regions below be drawn in turn; without it each is drawn at once. */
export function TurnsProvider({
  turns,
  children,
}: {
  readonly turns: PageTurns
  readonly children: ReactNode
}) {
  return <TurnsContext value={turns}>{children}</TurnsContext>
}

interface InTurnProps {
  /** Classes of a least height, what the region will need, so that nothing jumps when it comes. */
  readonly room: string
  /** For what a person looks at first. */
  readonly isFirst?: boolean
  /** Must keep its identity, or it is drawn with whatever holds this. */
  readonly children: ReactNode
}

/**
 * A region that is drawn, at first and after every change of sweep or fit, in a task of its own: all
 * charts in one would hold up the page for a fifth of a second.
 */
export function InTurn({ room, isFirst = false, children }: InTurnProps) {
  const ofPage = use(TurnsContext)
  const turns = (isFirst ? ofPage?.beforeOthers : ofPage?.afterOthers) ?? null
  const store = useDashboardStore()
  const replicates = useLawReplicates()
  const [view] = useState(() => (turns === null ? store : heldBackStore(store, turns)))
  const [isThere, setThere] = useState(turns === null)
  const [shown, setShown] = useState(replicates)
  useEffect(
    () =>
      turns?.(() => {
        flushSync(() => {
          setThere(true)
        })
      }),
    [turns],
  )
  useEffect(
    () =>
      turns?.(() => {
        flushSync(() => {
          setShown(replicates)
        })
      }),
    [turns, replicates],
  )
  if (!isThere) return <div className={room} />
  return (
    <DashboardProvider store={view}>
      <LawReplicatesView value={turns === null ? replicates : shown}>{children}</LawReplicatesView>
    </DashboardProvider>
  )
}
