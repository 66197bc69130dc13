import { describe, expect, it, vi } from 'vitest'
import { createDashboardStore } from '../../src/store/createDashboardStore.ts'
import { heldBackStore } from '../../src/store/heldBackStore.ts'

/** A store, its held-back view, and the turns that wait. */
function heldBack(isInSight = () => true) {
  const store = createDashboardStore()
  const waiting: (() => void)[] = []
  const view = heldBackStore(
    store,
    (work) => {
      waiting.push(work)
      return () => {
        waiting.splice(waiting.indexOf(work), 1)
      }
    },
    isInSight,
  )
  const takeTurn = () => {
    waiting.shift()?.()
  }
  return { store, view, waiting, takeTurn }
}

describe('a held-back view of the store', () => {
  it('shows a change of the fit when its turn comes, however many changes there were', () => {
    const { store, view, waiting, takeTurn } = heldBack()
    const listener = vi.fn()
    view.subscribe(listener)
    store.getState().chooseFit(store.getState().activeSweepId ?? '', { metric: 'N' })
    store.getState().chooseFit(store.getState().activeSweepId ?? '', { window: { factor: 6 } })
    expect(view.getState().fits).toEqual({})
    expect([waiting.length, listener.mock.calls.length]).toEqual([1, 0])
    takeTurn()
    expect(Object.values(view.getState().fits)).toEqual([{ metric: 'N', window: { factor: 6 } }])
    expect(listener).toHaveBeenCalledOnce()
  })

  it('shows a move of the slider at once', () => {
    const { store, view, waiting } = heldBack()
    view.subscribe(() => undefined)
    store.getState().setComputeFlops(1e22)
    expect(view.getState().computeFlops).toBe(1e22)
    expect(waiting).toEqual([])
  })

  it('shows a move of the slider in its turn where the region is out of sight, and the last of several', () => {
    const { store, view, waiting, takeTurn } = heldBack(() => false)
    view.subscribe(() => undefined)
    const before = view.getState().computeFlops
    store.getState().setComputeFlops(1e22)
    store.getState().setComputeFlops(1e23)
    expect([view.getState().computeFlops, waiting.length]).toEqual([before, 1])
    takeTurn()
    expect(view.getState().computeFlops).toBe(1e23)
  })

  it('catches up with what changed before anybody listened', () => {
    const { store, view, takeTurn } = heldBack()
    store.getState().chooseFit(store.getState().activeSweepId ?? '', { metric: 'N' })
    view.subscribe(() => undefined)
    takeTurn()
    expect(Object.values(view.getState().fits)).toEqual([{ metric: 'N' }])
  })

  it('gives its turn back when nobody listens any more', () => {
    const { store, view, waiting } = heldBack()
    const stop = view.subscribe(() => undefined)
    store.getState().chooseFit(store.getState().activeSweepId ?? '', { metric: 'N' })
    stop()
    expect(waiting).toEqual([])
  })

  it('has the actions of the store itself', () => {
    const { store, view } = heldBack()
    view.getState().setComputeFlops(1e20)
    expect(store.getState().computeFlops).toBe(1e20)
  })
})
