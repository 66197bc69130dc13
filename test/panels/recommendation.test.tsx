import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { RecommendationPanel } from '../../src/panels/plan/RecommendationPanel.tsx'
import type { DashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { renderPanel } from '../fixtures/renderPanel.tsx'

const SWEEP = [
  'flops,params,tokens,loss',
  ...makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] }).map(
    ({ computeFlops, scale, tokens, loss }) => `${computeFlops},${scale.N},${tokens},${loss}`,
  ),
].join('\n')

const draw = (): DashboardStore => renderPanel(<RecommendationPanel />, { text: SWEEP })

/** The machine-readable value of the row of a table whose head begins with the text. */
function value(table: string, head: string | RegExp): number {
  const rows = within(screen.getByRole('table', { name: table }))
  const row = rows.getByRole('rowheader', { name: head }).closest('tr')
  return Number(row?.querySelector('data')?.getAttribute('value'))
}

describe('the recommendation of a published law', () => {
  it('plans with the published law: M, D, B and η at 1e17 FLOPs', () => {
    draw()
    fireEvent.change(screen.getByRole('combobox', { name: 'Plan with' }), {
      target: { value: 'deepseek' },
    })
    fireEvent.change(screen.getByRole('slider', { name: /Compute budget/ }), {
      target: { value: '17' },
    })
    expect(value('Recommendation', /^M/) / 1.404e8).toBeCloseTo(1, 3)
    expect(value('Recommendation', /^D, /) / 7.123e8).toBeCloseTo(1, 3)
    expect(value('Recommendation', /^B/) / 1.062e5).toBeCloseTo(1, 3)
    expect(value('Recommendation', /^η/) / 2.338e-3).toBeCloseTo(1, 3)
  })

  it('moves the published allocation with data quality, and says what is assumed', () => {
    draw()
    fireEvent.change(screen.getByRole('slider', { name: /Compute budget/ }), {
      target: { value: '24' },
    })
    const before = value('Allocations compared', 'DeepSeek')
    fireEvent.change(screen.getByRole('slider', { name: /Data quality/ }), {
      target: { value: '2' },
    })
    expect(value('Allocations compared', 'DeepSeek')).toBeGreaterThan(before)
    expect(screen.getByText(/its coefficient is not published: assumed to meet/)).toBeVisible()
  })
})

describe('the typed budget', () => {
  async function type(text: string): Promise<void> {
    const entry = screen.getByRole('textbox', { name: 'Type a budget' })
    await userEvent.clear(entry)
    await userEvent.type(entry, `${text}{Enter}`)
  }

  it.each([
    ['1e20', 1e20],
    ['1.2 ZFLOP', 1.2e21],
    ['500 A100-days', 500 * 312e12 * 0.4 * 86_400],
  ])('takes %s', async (text, flops) => {
    const store = draw()
    await type(text)
    expect(store.getState().computeFlops / flops).toBeCloseTo(1, 9)
  })

  it('keeps the last good budget when it cannot read the text, and says so there', async () => {
    const store = draw()
    await type('1e20')
    await type('plenty')
    expect(store.getState().computeFlops).toBe(1e20)
    expect(screen.getByRole('textbox', { name: 'Type a budget' })).toHaveAccessibleDescription(
      /“plenty” is not a budget/,
    )
  })
})
