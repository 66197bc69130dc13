import { useEffect, useState, type ReactNode } from 'react'
import { useDashboardStore } from '../store/dashboardContext.tsx'
import { keepSweeps } from '../store/kept/keepSweeps.ts'
import { openSweepDatabase } from '../store/kept/sweepDatabase.ts'

/** Brings back the sweeps of earlier visits before anything else is loaded, and keeps them. */
export function KeptSweeps({ children }: { readonly children: ReactNode }) {
  const store = useDashboardStore()
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let stop: (() => void) | null = null
    let ended = false
    void keepSweeps(store, openSweepDatabase, new BroadcastChannel('isoflop')).then(
      (stopKeeping) => {
        if (ended) stopKeeping()
        stop = stopKeeping
        setReady(true)
      },
    )
    return () => {
      ended = true
      stop?.()
    }
  }, [store])
  return isReady ? children : null
}
