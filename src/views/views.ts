import { lazy, type ComponentType } from 'react'
import type { ViewId } from '../settings/pageSettings.ts'
import { ExploreView } from './ExploreView.tsx'

/** One way to look at what is loaded. */
export interface View {
  /** Its address is `#/` and this. */
  readonly id: ViewId
  /** What stands beside it: the data that it is made of, and what is recommended. */
  readonly beside: readonly ('data' | 'recommendation')[]
  readonly Body: ComponentType
}

/** The views in the order of their links. Explore comes with the page, the others when asked for. */
export const VIEWS: readonly View[] = [
  {
    ...{ id: 'explore', beside: ['data', 'recommendation'] },
    Body: ExploreView,
  },
  {
    ...{ id: 'plan', beside: [] },
    Body: lazy(() => import('./PlanView.tsx')),
  },
  {
    ...{ id: 'compare', beside: ['data'] },
    Body: lazy(() => import('./CompareView.tsx')),
  },
]

/** The view with an id. */
export function viewOf(id: ViewId): View {
  const view = VIEWS.find((one) => one.id === id)
  if (view === undefined) throw new Error(`there is no view ${id}`)
  return view
}
