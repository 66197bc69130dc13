import { useEffect, useState, type ReactNode } from 'react'
import { useDashboardStore } from '../store/dashboardContext.tsx'
import { keepSweeps, type SweepKeeper } from '../store/kept/keepSweeps.ts'
import { openSweepDatabase } from '../store/kept/sweepDatabase.ts'

/** Brings back the sweeps of earlier visits before anything else is loaded, and keeps them. */
export function KeptSweeps({ children }: { readonly children: ReactNode }) {
  const store = useDashboardStore()
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let keeper: SweepKeeper | null = null
    let ended = false
    void keepSweeps(store, openSweepDatabase, new BroadcastChannel('isoflop')).then((started) => {
      if (ended) started.stop()
      keeper = started
      setReady(true)
    })
    // Who leaves the page a moment after a change has made it all the same.
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void keeper?.written()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      ended = true
      document.removeEventListener('visibilitychange', onHidden)
      keeper?.stop()
    }
  }, [store])
  return isReady ? children : null
}
