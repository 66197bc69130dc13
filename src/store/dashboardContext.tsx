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

/** A selected part of the page's state; the selector must return stable references. */
export function useDashboard<T>(selector: (state: DashboardState) => T): T {
  return useStore(useDashboardStore(), selector)
}
