import { createContext, use, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { DashboardStore } from './createDashboardStore.ts'
import type { DashboardState } from './dashboardState.ts'

const DashboardContext = createContext<DashboardStore | null>(null)

/** Hands one store down to a page. */
export function DashboardProvider({
  store,
  children,
}: {
  store: DashboardStore
  children: ReactNode
}) {
  return <DashboardContext value={store}>{children}</DashboardContext>
}

/** The page's store itself, for actions that must not subscribe. Throws outside a provider. */
export function useDashboardStore(): DashboardStore {
  const store = use(DashboardContext)
  if (store === null) throw new Error('useDashboardStore needs a DashboardProvider above it')
  return store
}

const ShownSweepContext = createContext<string | null>(null)

/** Shows one sweep to what is below, whichever is looked at elsewhere. */
export function ShownSweep({
  id,
  children,
}: {
  readonly id: string
  readonly children: ReactNode
}) {
  return <ShownSweepContext value={id}>{children}</ShownSweepContext>
}

/** The sweep that is shown here: the one above, else the one that is looked at. */
export function useShownSweepId(): string | null {
  const shown = use(ShownSweepContext)
  return useDashboard((state) => shown ?? state.activeSweepId)
}

/** Something of the sweep that is shown here. */
export function useOfSweep<T>(selector: (state: DashboardState, sweepId: string | null) => T): T {
  const shown = use(ShownSweepContext)
  return useDashboard((state) => selector(state, shown ?? state.activeSweepId))
}

/** A selected part of the page's state; the selector must return stable references. */
export function useDashboard<T>(selector: (state: DashboardState) => T): T {
  return useStore(useDashboardStore(), selector)
}
