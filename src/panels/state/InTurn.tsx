import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react'
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
  /** Out of sight, follows a slider after what is looked at: for one of many regions below one another. */
  readonly followsSight?: boolean
  /** Must keep its identity, or it is drawn with whatever holds this. */
  readonly children: ReactNode
}

/**
 * A region that is drawn, at first and after every change of sweep or fit, in a task of its own: all
 * charts in one would hold up the page for a fifth of a second.
 */
export function InTurn({ room, isFirst = false, followsSight = false, children }: InTurnProps) {
  const ofPage = use(TurnsContext)
  const turns = (isFirst ? ofPage?.beforeOthers : ofPage?.afterOthers) ?? null
  const store = useDashboardStore()
  const replicates = useLawReplicates()
  const [sight] = useState(sightOf)
  const [view] = useState(() =>
    turns === null ? store : heldBackStore(store, turns, sight.isInSight),
  )
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
  const region = (
    <DashboardProvider store={view}>
      <LawReplicatesView value={turns === null ? replicates : shown}>{children}</LawReplicatesView>
    </DashboardProvider>
  )
  return followsSight ? <Watched tell={sight.tell}>{region}</Watched> : region
}

/** Whether a region is on the screen or nearly; yes until something else is told. */
function sightOf(): { readonly isInSight: () => boolean; readonly tell: (is: boolean) => void } {
  let isThere = true
  return {
    isInSight: () => isThere,
    tell: (is) => {
      isThere = is
    },
  }
}

interface WatchedProps {
  readonly tell: (isInSight: boolean) => void
  readonly children: ReactNode
}

/** Tells whenever what it holds comes into sight or leaves it. */
function Watched({ tell, children }: WatchedProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null || !('IntersectionObserver' in window)) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        const isInSight = entries.at(-1)?.isIntersecting ?? true
        place.current?.toggleAttribute('data-out-of-sight', !isInSight)
        tell(isInSight)
      },
      { rootMargin: '100px' },
    )
    observer.observe(place.current)
    return () => {
      observer.disconnect()
    }
  }, [tell])
  return (
    <div ref={place} className="watched">
      {children}
    </div>
  )
}
