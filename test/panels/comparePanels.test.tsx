import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { ConventionsPanel } from '../../src/panels/compare/ConventionsPanel.tsx'
import { DisagreementPanel } from '../../src/panels/compare/DisagreementPanel.tsx'
import { CurvesTogetherPanel } from '../../src/panels/compare/CurvesTogetherPanel.tsx'
import { DifferencesPanel } from '../../src/panels/compare/DifferencesPanel.tsx'
import { ExponentForestPanel } from '../../src/panels/compare/ExponentForestPanel.tsx'
import { WorthPanel } from '../../src/panels/compare/WorthPanel.tsx'
import { PlanPanel } from '../../src/panels/plan/PlanPanel.tsx'
import type { DashboardStore } from '../../src/store/createDashboardStore.ts'
import { InlineWorker } from '../fixtures/InlineWorker.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFile } from '../fixtures/readSweep.ts'
import { renderPanel } from '../fixtures/renderPanel.tsx'
import { seededNoise } from '../fixtures/seededNoise.ts'

const csv = (factor: number, seed: number) =>
  [
    'flops,params,tokens,loss',
    ...makeIsoFlopRuns({
      budgets: [1e18, 3e18, 1e19, 3e19, 1e20],
      sizes: 9,
      span: 6,
      noise: seededNoise(seed, 0.001),
    }).map((run) => [run.computeFlops, run.scale.N, run.tokens, run.loss * factor].join(',')),
  ].join('\n')

/** Three corpora; the second has lower losses throughout. */
const three = (store: DashboardStore): void => {
  for (const [i, factor] of [1, 0.97, 1].entries()) {
    store
      .getState()
      .addFiles([sweepFile(csv(factor, i + 1), `corpus-${i + 1}.csv`)], { kind: 'file' })
  }
}

afterEach(() => {
  InlineWorker.doesChecks = false
})

describe('corpora compared', () => {
  it('every pair of three, a third with no further step, and not told apart where they are alike', async () => {
    renderPanel(<DifferencesPanel />, { prepare: three })
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows).toHaveLength(4)
    expect(rows[3]).toHaveTextContent('corpus-2 − corpus-3')
    await waitFor(() => {
      expect(rows[1]).toHaveTextContent(/\[.*\]/)
    })
  })

  it('one corpus alone: says that a second is needed', () => {
    renderPanel(<DifferencesPanel />, { text: csv(1, 1) })
    expect(screen.getByText(/drop a second one beside it/)).toBeVisible()
  })

  it('asks whether losses of different files were measured alike, and compares none until then', async () => {
    renderPanel(<WorthPanel />, { prepare: three })
    expect(document.querySelector('[data-curve]')).toBeNull()
    const alike = screen.getByLabelText(/measured on the same text, with the same tokenizer/)
    await userEvent.selectOptions(alike, 'no')
    expect(screen.getByText(/say nothing of one another/)).toBeVisible()
    await userEvent.selectOptions(alike, 'yes')
    const sentence = await screen.findByText(/corpus-2 reaches corpus-3’s loss/)
    const times = Number(/with ([\d.]+) times the compute/.exec(sentence.textContent)?.[1])
    expect(times).toBeLessThan(0.8)
    expect(document.querySelectorAll('[data-curve="same"]')).toHaveLength(1)
  })

  it('exponents by every estimator, where they are asked for', async () => {
    InlineWorker.doesChecks = true
    renderPanel(<ExponentForestPanel />, { text: csv(1, 1) })
    const rows = () => [...document.querySelectorAll('[data-fitted]')]
    await waitFor(() => {
      expect(rows()).toHaveLength(1)
    })
    await userEvent.click(screen.getByLabelText('by every estimator'))
    await waitFor(() => {
      expect(rows().map((row) => row.querySelector('.forest-label')?.textContent)).toEqual([
        expect.stringMatching(/5 budgets/),
        ...[
          ...[
            /^weighted local/,
            /^robust/,
            /^parabolas, least squares/,
            /^Akima/,
            /^lower envelope/,
          ],
          ...[/^surface, variable/, /^surface, Huber/, /^surface, least absolute/],
        ].map((name): unknown => expect.stringMatching(name)),
      ])
    })
    const exponents = rows().map((row) => Number(row.querySelector('.forest-number')?.textContent))
    for (const a of exponents) expect(Math.abs(a - 0.514)).toBeLessThan(0.06)
  })

  it('draws the curves of all on shared axes, and their minima on one chart', () => {
    renderPanel(<CurvesTogetherPanel />, { prepare: three })
    expect(screen.getAllByRole('img')).toHaveLength(4)
    expect(document.querySelectorAll('[data-corpus]')).toHaveLength(15)
    const ticks = screen
      .getAllByRole('img')
      .slice(0, 3)
      .map((plot) =>
        [...plot.querySelectorAll('[data-tick]')].map((tick) => tick.getAttribute('data-tick')),
      )
    expect(ticks[1]).toEqual(ticks[0])
    expect(ticks[2]).toEqual(ticks[0])
  })
})

describe('data quality between the loaded sweeps', () => {
  const recommended = () =>
    Number(
      within(screen.getByRole('table', { name: 'Recommendation' }))
        .getAllByRole('row')[1]
        ?.querySelector('data')?.value,
    )

  it('moves the plan from one fitted law to the next, and says what it assumes', async () => {
    renderPanel(<PlanPanel />, { prepare: three })
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Data quality between' }),
      'loaded',
    )
    expect(screen.getByRole('combobox', { name: 'Plan with' })).toHaveValue('between')
    const slider = screen.getByRole('slider', { name: 'Data quality (between the loaded sweeps)' })
    expect(slider).toHaveAttribute('max', '2')
    const at = (position: number): number => {
      fireEvent.change(slider, { target: { value: String(position) } })
      return recommended()
    }
    const [first, middle, second] = [at(0), at(0.5), at(1)]
    expect(middle).toBeCloseTo(Math.sqrt(first * second), -Math.floor(Math.log10(first)) + 3)
    fireEvent.change(slider, { target: { value: '0.5' } })
    expect(screen.getByText(/lie evenly in between is an assumption/)).toBeVisible()
    await waitFor(() => {
      expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/a = 0\.\d+ \[/))
    })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Plan with' }), 'kaplan')
    expect(screen.getByRole('combobox', { name: 'Data quality between' })).toHaveValue('published')
  })

  it('is not offered for one sweep beside the sample', () => {
    renderPanel(<PlanPanel />, { text: csv(1, 1) })
    expect(screen.queryByRole('combobox', { name: 'Data quality between' })).toBeNull()
  })
})

describe('why Kaplan and Chinchilla disagree', () => {
  it('goes from one published step to the next, and says what each put right', () => {
    renderPanel(<DisagreementPanel />, { text: csv(1, 1) })
    const status = () => screen.getByText(/On RefinedWeb the exponent is/).parentElement
    expect(status()).toHaveTextContent('Kaplan’s counting.')
    expect(status()).toHaveTextContent('0.835')
    fireEvent.change(screen.getByRole('slider', { name: /Steps put right/ }), {
      target: { value: '4' },
    })
    expect(status()).toHaveTextContent('Optimiser tuned.')
    expect(status()).toHaveTextContent('0.497')
    expect(document.querySelector('[data-forest-row="refinedweb-tuned"]')).toHaveAttribute(
      'data-active',
    )
  })

  it('simulates what counting does, and stands beside the loaded sweeps and the published figures', async () => {
    renderPanel(<DisagreementPanel />, { text: csv(1, 1) })
    const simulated = () => Number(/a = ([\d.]+)/.exec(screen.getByText(/^a = /).textContent)?.[1])
    expect(simulated()).toBeGreaterThan(0.85)
    for (const way of [/embeddings left out/, /last layer left out/, /one warm-up/]) {
      await userEvent.click(screen.getByLabelText(way))
    }
    expect(simulated()).toBeCloseTo(0.513, 3)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Data' }), 'early')
    expect(simulated()).toBeCloseTo(0.438, 3)
    await userEvent.click(screen.getByLabelText(/one grid of sizes/))
    expect(simulated()).not.toBeCloseTo(0.438, 2)
    expect(document.querySelectorAll('[data-forest-row]').length).toBe(5 + 5 + 1 + 1 + 4 + 3)
  })

  /** N beside an M that counts more for every model. */
  const countedTwice = (more: number): string =>
    [
      'flops,model_scale,params,tokens,loss',
      ...makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] }).map((run) => {
        const n = run.scale.N ?? Number.NaN
        return [run.computeFlops, 6 * n + more, n, run.tokens, run.loss].join(',')
      }),
    ].join('\n')

  it('shows one sweep under every way of counting that its columns allow, with intervals', async () => {
    renderPanel(<ConventionsPanel />, { text: countedTwice(2e8) })
    expect(document.querySelectorAll('[data-forest-row]')).toHaveLength(2)
    await waitFor(() => {
      expect(document.querySelectorAll('[data-interval="a"]')).toHaveLength(2)
    })
  })

  it('shows what two sweeps differ by under each way of counting that they share', () => {
    renderPanel(<ConventionsPanel />, {
      prepare: (store) => {
        for (const [i, more] of [2e7, 2e9].entries()) {
          const file = sweepFile(countedTwice(more), `context-${i + 1}.csv`)
          store.getState().addFiles([file], { kind: 'file' })
        }
      },
    })
    const groups = [...document.querySelectorAll('[data-forest-group]')]
    expect(groups.map((group) => group.querySelectorAll('[data-forest-row]').length)).toEqual([
      2, 2,
    ])
    const pair = within(screen.getByRole('table', { name: /Differences of a/ }))
    const [inM, inN] = [...(pair.getAllByRole('row')[1]?.querySelectorAll('data') ?? [])].map(
      ({ value }) => Number(value),
    )
    // The same runs in N; in M the second counts so much beside N that its exponent is smaller.
    expect(inN).toBeCloseTo(0, 6)
    expect(inM).toBeGreaterThan(0.05)
  })
})
