import type { DashboardStore } from './createDashboardStore.ts'
import type { DashboardState } from './dashboardState.ts'

/** Gives work a turn of its own, after what waits already; the function it returns withdraws it. */
export type Turns = (work: () => void) => () => void

type Listener = (now: DashboardState, before: DashboardState) => void

/**
 * A view of the store for one region of the screen that is slow to draw: a change of sweeps, decisions
 * or fit settings reaches it when its turn comes, so that the regions are drawn one after the other and
 * the page answers in between. Everything else (a slider, what is pointed at) reaches it at once, unless the region
 * is out of sight: then that follows in its turn too, after what is looked at.
 */
export function heldBackStore(
  store: DashboardStore,
  turns: Turns,
  isInSight: () => boolean = () => true,
): DashboardStore {
  let shown = store.getState()
  let withdraw: (() => void) | null = null
  let stop: (() => void) | null = null
  const listeners = new Set<Listener>()

  const show = (): void => {
    withdraw = null
    const before = shown
    shown = store.getState()
    for (const listener of listeners) listener(shown, before)
  }
  const hear = (now: DashboardState): void => {
    if (withdraw !== null) return
    if (isSlow(now, shown) || !isInSight()) withdraw = turns(show)
    else show()
  }
  return {
    ...store,
    getState: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      if (stop === null) {
        stop = store.subscribe(hear)
        if (store.getState() !== shown) hear(store.getState())
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        withdraw?.()
        stop = null
        withdraw = null
      }
    },
  }
}

/** Whether charts and tables are drawn anew for the difference of two states. */
function isSlow(a: DashboardState, b: DashboardState): boolean {
  return (
    a.sweeps !== b.sweeps ||
    a.activeSweepId !== b.activeSweepId ||
    a.decisions !== b.decisions ||
    a.fits !== b.fits ||
    a.intervals !== b.intervals
  )
}
