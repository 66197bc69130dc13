import { screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFile } from '../fixtures/readSweep.ts'
import { renderDashboard } from '../fixtures/renderDashboard.tsx'

let store: DashboardStore

beforeEach(async () => {
  store = renderDashboard()
  await screen.findByRole('table', { name: 'Fitted laws' })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

type Change = (loss: number, i: number) => number

/** A good sweep of 27 runs with its losses changed. */
function csv(change: Change, budgets = [1e18, 1e19, 1e20]): string {
  const rows = makeIsoFlopRuns({ budgets }).map(({ name, computeFlops, scale, tokens, loss }, i) =>
    [name, computeFlops, scale.N, tokens, change(loss, i), loss * 0.37].join(','),
  )
  return ['name,flops,params,tokens,loss,other_loss', ...rows].join('\n')
}

function add(text: string): string {
  act(() => {
    store.getState().addFiles([sweepFile(text, 'mine.csv')], { kind: 'file' })
  })
  return store.getState().activeSweepId ?? ''
}

describe('a sweep whose curves should not be believed', () => {
  it('has no recommendation of its own: the reason and the cure are told, and whose law stands in', () => {
    add(csv((loss, i) => (i % 2 === 0 ? loss : loss * 0.37)))
    const aside = within(screen.getByRole('complementary', { name: 'Recommendation' }))
    expect(aside.getByText('No recommendation from mine.').closest('div')).toHaveTextContent(
      /two budgets; none of 3 budgets has one\. .*To get one: .*What stands below is DeepSeek’s published law/,
    )
    expect(
      aside.getByText(/above the upper end of the range of DeepSeek’s published law/),
    ).toBeVisible()
    expect(aside.queryByText(/fitted budget/)).toBeNull()
    const optima = screen.getByRole('table', { name: 'IsoFLOP optima' })
    expect(within(optima).getAllByText(/^distrusted: /)).toHaveLength(3)
    // And at the picture itself.
    expect(screen.getByText(/1 × 10¹⁸ distrusted: .*; 1 × 10¹⁹ distrusted: /)).toBeVisible()
    expect(screen.getAllByText(/No law: it needs trusted minima/).length).toBeGreaterThan(0)
  })

  it('says so too where there is one budget only', () => {
    add(csv((loss) => loss, [1e19]))
    expect(screen.getByText('No recommendation from mine.').closest('div')).toHaveTextContent(
      'A law needs minima that can be trusted at two budgets; 1 of 1 budget has one. To get one: train a second budget.',
    )
  })
})

describe('a sweep with diverged runs', () => {
  const diverged: Change = (loss, i) => (i === 0 || i === 9 ? 9 : loss)
  const exponent = (): number =>
    Number(
      within(screen.getByRole('table', { name: 'Fitted laws' }))
        .getByRole('rowheader', { name: /^N/ })
        .closest('tr')
        ?.querySelector('data')
        ?.getAttribute('value'),
    )

  it('keeps its exponent, names the runs, and marks them at the edge of the plot', async () => {
    add(csv((loss) => loss))
    const clean = exponent()
    add(csv(diverged))
    expect(exponent()).toBeCloseTo(clean, 2)
    expect(
      screen.getByText(/2 runs lie far from the curves and have no weight: run 2, run 11\./),
    ).toBeVisible()
    await waitFor(() => {
      expect(document.querySelectorAll('[data-state="without-weight"]')).toHaveLength(2)
    })
    const losses = [...document.querySelectorAll('[data-state="without-weight"] text')]
    expect(losses.map((text) => text.textContent)).toEqual(['9.00', '9.00'])
  })

  it('has curves below every run under least squares, which stay a choice and are not believed', async () => {
    add(csv(diverged))
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Curve' }),
      'parabola, least squares',
    )
    const optima = screen.getByRole('table', { name: 'IsoFLOP optima' })
    expect(
      within(optima).getAllByText(/distrusted: its minimum lies .*% below every run/),
    ).toHaveLength(2)
    expect(exponent()).toBeNaN()
  })
})

describe('intervals', () => {
  it('belong to the loss they stand beside: map another, undo, and they are the first ones again', async () => {
    const id = add(csv((loss) => loss * (1 + 0.001 * Math.sin(loss * 1e4))))
    act(() => {
      store.getState().chooseIntervals({ replicates: 60 })
    })
    const interval = async (): Promise<string> => {
      const optima = screen.getByRole('table', { name: 'IsoFLOP optima' })
      await waitFor(() => {
        expect(within(optima).getAllByText(/\[.*, .*\]/).length).toBeGreaterThan(0)
      })
      return optima.textContent
    }
    const revisions = new Set([store.getState().sweeps.at(-1)?.revision])
    const first = await interval()
    const mapping = store.getState().sweeps.at(-1)?.mapping ?? {}
    for (const column of [5, 4, 5]) {
      act(() => {
        store.getState().reread(id, {
          mapping: { ...mapping, loss: { columns: [column], unit: 'nats/token' } },
        })
      })
      revisions.add(store.getState().sweeps.at(-1)?.revision)
      const now = await interval()
      expect(now === first).toBe(column === 4)
      act(() => {
        store.temporal.getState().undo()
      })
      expect(await interval()).toBe(first)
    }
    expect(revisions.size).toBe(4)
  })
})

describe('the charts of laws', () => {
  const line = (id: string) =>
    [...document.querySelectorAll(`[data-curve="${id}"]`)]
      .slice(0, 2)
      .map((path) => path.getAttribute('opacity'))

  it('have one published law in full and the others faint, as the legend says', async () => {
    await waitFor(() => {
      expect(line('deepseek')).toEqual(['1', '1'])
    })
    expect(line('kaplan')).toEqual(['0.3', '0.3'])
    const [kaplan] = screen.getAllByRole('button', { name: 'Kaplan', pressed: false })
    if (kaplan === undefined) throw new Error('no legend')
    await userEvent.click(kaplan)
    expect(line('kaplan')).toEqual(['1', '1'])
    expect(line('deepseek')).toEqual(['0.3', '0.3'])
  })

  it('show each law relative to the fitted one at a switch', async () => {
    const [relative] = screen.getAllByRole('checkbox', { name: 'relative to the fitted law' })
    if (relative === undefined) throw new Error('no switch')
    await userEvent.click(relative)
    await waitFor(() => {
      expect(screen.getByText('M over that of the fitted law')).toBeInTheDocument()
    })
    expect(screen.getByText('D over that of the fitted law')).toBeInTheDocument()
  })
})
