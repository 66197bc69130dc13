import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BacktestPanel } from '../../src/panels/checks/BacktestPanel.tsx'
import { DiagnosticsPanel } from '../../src/panels/checks/DiagnosticsPanel.tsx'
import { MethodsPanel } from '../../src/panels/checks/MethodsPanel.tsx'
import { RecommendationChecks } from '../../src/panels/checks/RecommendationChecks.tsx'
import { ImpliedCurvesPanel, SurfacePanel } from '../../src/panels/checks/SurfacePanel.tsx'
import { usePlanLaws } from '../../src/panels/state/usePlan.ts'
import { PlanPanel } from '../../src/panels/plan/PlanPanel.tsx'
import {
  evaluateParametricLoss,
  optimalAllocation,
} from '../../src/scaling/forms/parametricLoss.ts'
import { TEST_LAW } from '../fixtures/makeRuns.ts'
import { InlineWorker } from '../fixtures/InlineWorker.ts'
import { renderPanel } from '../fixtures/renderPanel.tsx'
import { seededNoise } from '../fixtures/seededNoise.ts'

const rows = (points: readonly { n: number; d: number }[], noise: () => number): string =>
  [
    'flops,params,tokens,loss',
    ...points.map(({ n, d }) => {
      const loss = evaluateParametricLoss(TEST_LAW, { parameters: n, tokens: d }) * (1 + noise())
      return [6 * n * d, n, d, loss].join(',')
    }),
  ].join('\n')

/** Five budgets on a known surface. */
const BUDGETS = rows(
  [1e18, 3e18, 1e19, 3e19, 1e20].flatMap((c) => {
    const { scale } = optimalAllocation(TEST_LAW)
    const optimum = scale.coefficient * c ** scale.exponent
    return [0.3, 0.5, 0.7, 1, 1.4, 2, 3].map((factor) => ({
      n: optimum * factor,
      d: c / (6 * optimum * factor),
    }))
  }),
  seededNoise(8, 0.001),
)

/** A grid of sizes and tokens that shares no budgets. */
const GRID = rows(
  Array.from({ length: 42 }, (_, i) => ({
    n: 4e7 * 2.3 ** (i % 7),
    d: 3e8 * 2.7 ** Math.floor(i / 7) * 1.07 ** (i % 7),
  })),
  seededNoise(9, 0.001),
)

beforeEach(() => {
  InlineWorker.doesChecks = true
})
afterEach(() => {
  InlineWorker.doesChecks = false
})

function Checks() {
  return <RecommendationChecks laws={usePlanLaws()} />
}

describe('the estimators side by side', () => {
  it('have a row each, the one in use marked, and its exponent is that of the law', async () => {
    renderPanel(<MethodsPanel />, { text: BUDGETS })
    expect(screen.getByText(/Every estimator is being run/)).toBeVisible()
    await userEvent.click(await screen.findByRole('button', { name: 'Data' }))
    const table = await screen.findByRole('table', { name: 'Estimators' })
    const own = within(table).getByRole('row', { name: /slices of one shape ?\(in use\)/ })
    const a = Number(within(own).getAllByRole('cell')[0]?.textContent)
    expect(Math.abs(a - optimalAllocation(TEST_LAW).scale.exponent)).toBeLessThan(0.02)
    expect(within(table).getAllByRole('row')).toHaveLength(10)
    expect(own.textContent).toMatch(/\[0\.\d+, 0\.\d+\]/)
  })
})

describe('the back-test', () => {
  it('shows what was predicted, promised and observed, and a verdict for each number', async () => {
    renderPanel(<BacktestPanel />, { text: BUDGETS })
    const table = await screen.findByRole('table', { name: 'Back-test' })
    const [, first] = within(table).getAllByRole('row')
    expect(first?.textContent).toMatch(/held|missed/)
    expect(first?.textContent).toMatch(/[+-]?\d.*%/)
  })

  it('says why there is none', async () => {
    renderPanel(<BacktestPanel />, { text: GRID })
    expect(await screen.findByText(/No back-test: the sweep has no budgets/)).toBeVisible()
  })
})

describe('the diagnostics', () => {
  it('are told with their severity and a link to the method', async () => {
    renderPanel(<DiagnosticsPanel />, { text: GRID })
    const item = await screen.findByText(/share no compute budgets/)
    const link = within(item.closest('li') ?? item).getByRole('link', { name: 'method' })
    expect(link.getAttribute('href')).toMatch(/methods\.md#no-budgets$/)
    expect(screen.getByLabelText('warning')).toBeInTheDocument()
  })

  it('stand beside the recommendation with the flat range and the verdict of the back-test', async () => {
    renderPanel(<Checks />, { text: BUDGETS })
    expect(await screen.findByText(/^Within 1(\.0)?% of the compute/)).toBeVisible()
    expect(screen.getByText(/^Back-test on the 1 largest budget: /)).toBeVisible()
  })
})

describe('a sweep without budgets', () => {
  it('has its surface with the coefficients that it was made from', async () => {
    renderPanel(<SurfacePanel />, { text: GRID })
    await userEvent.click(await screen.findByRole('button', { name: 'Data' }))
    const table = await screen.findByRole('table', { name: 'Coefficients of the surface' })
    const cell = (name: string): number => {
      const row = within(table).getByRole('row', { name: new RegExp(`^${name}`) })
      return Number(row.querySelector('data')?.value)
    }
    expect(cell('α') / TEST_LAW.alpha).toBeCloseTo(1, 1)
    expect(cell('β') / TEST_LAW.beta).toBeCloseTo(1, 1)
  })

  it('has the IsoFLOP curves that it implies, minima where the surface is lowest', async () => {
    renderPanel(<ImpliedCurvesPanel />, { text: GRID })
    await userEvent.click(await screen.findByRole('button', { name: 'Data' }))
    const table = await screen.findByRole('table', { name: 'Minima of the implied curves' })
    const budgets = within(table).getAllByRole('row').slice(1)
    expect(budgets.length).toBeGreaterThan(1)
    // Each curve has its compute at its end.
    expect(screen.getAllByText(/^1 × 10[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/)).toHaveLength(budgets.length)
  })

  it('is planned by the surface, with an interval', async () => {
    renderPanel(<PlanPanel />, {
      text: GRID,
      prepare: (store) => {
        store.getState().setComputeFlops(1e20)
      },
    })
    const { scale } = optimalAllocation(TEST_LAW)
    await waitFor(() => {
      const row = screen.getByRole('row', { name: /^N, / })
      const value = Number(row.querySelector('data')?.value)
      expect(Math.abs(value / (scale.coefficient * 1e20 ** scale.exponent) - 1)).toBeLessThan(0.1)
      expect(row.textContent).toMatch(/\[/)
    })
    expect(screen.queryByText(/No recommendation from/)).toBeNull()
  })
})
