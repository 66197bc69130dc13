import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Working } from '../../src/components/Working.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const stop = vi.fn()
const working = (fraction: number | null) => (
  <Working what="Reading runs.csv" fraction={fraction} stage="Unpacking." onStop={stop} />
)
const wait = (seconds: number) => {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000)
  })
}

describe('work that is under way', () => {
  it('says what it is doing and offers to stop once nothing has moved for ten seconds', () => {
    render(working(0.2))
    wait(9)
    expect(screen.queryByRole('status')).toBeNull()
    wait(2)
    expect(screen.getByRole('status')).toHaveTextContent(
      'Unpacking. Nothing has moved for 10 s. Stop it',
    )
    act(() => {
      screen.getByRole('button', { name: 'Stop it' }).click()
    })
    expect(stop).toHaveBeenCalledOnce()
  })

  it('is silent while its progress moves, and again when it moves on', () => {
    const { rerender } = render(working(0.2))
    for (let fraction = 0.2; fraction < 0.8; fraction += 0.1) {
      rerender(working(fraction))
      wait(9)
      expect(screen.queryByRole('status')).toBeNull()
    }
    wait(9)
    expect(screen.getByRole('status')).toBeVisible()
    rerender(working(0.9))
    expect(screen.queryByRole('status')).toBeNull()
  })
})
