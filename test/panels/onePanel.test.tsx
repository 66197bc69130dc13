import { optimaIntervals } from '../../src/tables/optimaIntervals.ts'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentType, ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { DEEPSEEK } from '../../src/laws/deepseek.ts'
import { KAPLAN } from '../../src/laws/kaplan.ts'
import { ExponentForestPanel } from '../../src/panels/compare/ExponentForestPanel.tsx'
import { FittedLawsTable } from '../../src/panels/fit/FittedLawsTable.tsx'
import { OptimaTable } from '../../src/panels/fit/OptimaTable.tsx'
import { OptimalLossPanel } from '../../src/panels/fit/OptimalLossPanel.tsx'
import { PowerLawPanel } from '../../src/panels/fit/PowerLawPanel.tsx'
import { AllocationPlanePanel } from '../../src/panels/plan/AllocationPlanePanel.tsx'
import { DataQuality } from '../../src/panels/plan/DataQuality.tsx'
import { AllocationsTable } from '../../src/panels/plan/AllocationsTable.tsx'
import { BudgetSummary } from '../../src/panels/plan/BudgetSummary.tsx'
import { LawsAtBudget } from '../../src/panels/plan/LawsAtBudget.tsx'
import { PlanPanel } from '../../src/panels/plan/PlanPanel.tsx'
import { BudgetGroups } from '../../src/panels/runs/BudgetGroups.tsx'
import { NotIsoFlop } from '../../src/panels/runs/NotIsoFlop.tsx'
import { RunTooltip } from '../../src/panels/runs/RunTooltip.tsx'
import type { SweepAnalysis } from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'
import {
  selectAnalysis,
  selectFittedAllocation,
  selectSweep,
} from '../../src/store/analysisSelectors.ts'
import type { DashboardStore } from '../../src/store/createDashboardStore.ts'
import { useOfSweep } from '../../src/store/dashboardContext.tsx'
import type { LoadedSweep } from '../../src/store/loadedSweep.ts'
import { makeIsoFlopRuns, makeRun } from '../fixtures/makeRuns.ts'
import { ofActive } from '../fixtures/ofActive.ts'
import { renderPanel } from '../fixtures/renderPanel.tsx'

const BUDGETS = [1e18, 1e19, 1e20, 1e21]
/** Exactly DeepSeek's law: valleys at M = 0.1715 C^0.5243, so that what is fitted is known. */
const IN_M = [
  'flops,model_scale,tokens,bpb',
  ...BUDGETS.flatMap((c) =>
    Array.from({ length: 9 }, (_, i) => {
      const m = evaluatePowerLaw(DEEPSEEK.scale, c) * 2 ** (i - 4)
      return [c, m, c / m, 2 - 0.05 * Math.log10(c) + 0.01 * (i - 4) ** 2].join(',')
    }),
  ),
].join('\n')
const IN_N = [
  'flops,params,tokens,loss',
  ...makeIsoFlopRuns({ budgets: BUDGETS }).map((run) =>
    [run.computeFlops, run.scale.N, run.tokens, run.loss].join(','),
  ),
].join('\n')

/** A panel that takes the analysis of the sweep that is looked at. */
function Analysed({
  of: Panel,
}: {
  readonly of: ComponentType<{ readonly sweep: LoadedSweep; readonly analysis: SweepAnalysis }>
}): ReactNode {
  const sweep = useOfSweep(selectSweep)
  const analysis = useOfSweep(selectAnalysis)
  return sweep === null || analysis === null ? null : <Panel sweep={sweep} analysis={analysis} />
}

const row = (table: string, head: string | RegExp) => {
  const found = within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .find((one) => {
      const text = within(one).queryByRole('rowheader')?.textContent ?? ''
      return typeof head === 'string' ? text === head : head.test(text)
    })
  if (found === undefined) throw new Error(`no row ${String(head)} in ${table}`)
  return found
}
const cells = (table: string, head: string | RegExp) =>
  within(row(table, head))
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
const at = (computeFlops: number) => (store: DashboardStore) => {
  store.getState().setComputeFlops(computeFlops)
}
/** Where a curve of a chart ends, pixels from the top. */
const endOf = (curve: string): number => {
  const path = document.querySelector(`[data-curve="${curve}"]`)?.getAttribute('d') ?? ''
  return Number(path.split(',').at(-1))
}

describe('the recommendation', () => {
  it('is the fitted law at the budget, its parameters a sixth of M', () => {
    const store = renderPanel(<PlanPanel />, { text: IN_M, prepare: at(1e22) })
    const law = ofActive(store, selectFittedAllocation)
    if (law === null) throw new Error('no law')
    const m = evaluatePowerLaw(law.scale, 1e22)
    const d = evaluatePowerLaw(law.tokens, 1e22)
    const value = (head: RegExp) =>
      Number(row('Recommendation', head).querySelector('data')?.getAttribute('value'))
    expect(value(/^M/) / m).toBeCloseTo(1, 12)
    expect(value(/^D, /) / d).toBeCloseTo(1, 12)
    expect(value(/^D\/N/) / (d / (m / 6))).toBeCloseTo(1, 12)
    expect(row('Recommendation', /^M/).textContent).toContain(
      `${(m / 6 / 1e9).toPrecision(3)}B as M/6`,
    )
    expect(value(/^B/) / (0.292 * 1e22 ** 0.3271)).toBeCloseTo(1, 6)
  })

  it('says above what, how far, and over which budgets the law was fitted', () => {
    renderPanel(<PlanPanel />, { text: IN_N, prepare: at(5e21) })
    const note = screen.getByText(/an extrapolation/)
    expect(note).toHaveTextContent('5.00× above the largest budget of this sweep')
    expect(note).toHaveTextContent('Fitted over 1.0 × 10¹⁸ – 1.0 × 10²¹ FLOPs')
  })

  it('says below where it is below, and inside where it is inside', () => {
    renderPanel(<PlanPanel />, { text: IN_N, prepare: at(1e17) })
    expect(screen.getByText(/an extrapolation/)).toHaveTextContent(
      '10.0× below the smallest budget of this sweep',
    )
  })

  it('warns of nothing inside the fitted budgets', () => {
    renderPanel(<PlanPanel />, { text: IN_N, prepare: at(1e20) })
    expect(
      screen.getByText(/^Inside this sweep’s budgets: 1.0 × 10¹⁸ – 1.0 × 10²¹ FLOPs/),
    ).toBeVisible()
    expect(screen.queryByText(/an extrapolation/)).toBeNull()
  })

  it('has an interval around each fitted value once the resamples are there, and a dash for published ones', async () => {
    renderPanel(<PlanPanel />, { text: IN_N, prepare: at(1e22) })
    await waitFor(() => {
      expect(cells('Recommendation', /^D, /)[1]).toMatch(/^\[/)
    })
    expect(cells('Recommendation', /^B/)[1]).toBe('—')
    expect(cells('Recommendation', /^η/)[1]).toBe('—')
  })

  it('is one line where there is no room, with the same numbers', () => {
    const store = renderPanel(<BudgetSummary />, { text: IN_N, prepare: at(1e22) })
    const law = ofActive(store, selectFittedAllocation)
    const n = law === null ? 0 : evaluatePowerLaw(law.scale, 1e22)
    expect(screen.getByText(/^N = /)).toHaveTextContent(
      `N = ${(n / 1e9).toPrecision(3)}B · D = ${(1e22 / 6 / n / 1e9).toPrecision(3)}B tokens`,
    )
  })
})

describe('the laws at the budget', () => {
  it('are in parameters: DeepSeek’s M divided by six, Kaplan’s N as it is', () => {
    renderPanel(<LawsAtBudget />, { prepare: at(1e24) })
    const deepseek = evaluatePowerLaw(DEEPSEEK.scale, 1e24) / 6
    const kaplan = evaluatePowerLaw(KAPLAN.scale, 1e24)
    expect(cells('Laws at the budget', /^DeepSeek/)[0]).toBe(`${Math.round(deepseek / 1e9)}B`)
    expect(cells('Laws at the budget', /^Kaplan/)[0]).toBe(`${(kaplan / 1e12).toPrecision(3)}T`)
  })

  it.each([
    [1e24, '3,330× above'],
    [1e16, '10.0× below'],
    [1e19, 'inside'],
  ])('say how far %d FLOPs is outside DeepSeek’s range', (budget, said) => {
    renderPanel(<LawsAtBudget />, { prepare: at(budget) })
    expect(cells('Laws at the budget', /^DeepSeek/).at(-1)).toBe(said)
    expect(cells('Laws at the budget', /^DeepSeek/).at(-2)).toBe('1 × 10¹⁷ – 3 × 10²⁰')
  })

  it('stand beside the fit in the table of allocations, which adds up to tokens per parameter', () => {
    renderPanel(<AllocationsTable />, { text: IN_N, prepare: at(1e21) })
    for (const law of ['This sweep', 'DeepSeek', 'Chinchilla']) {
      const data = [...row('Allocations compared', law).querySelectorAll('data')]
      const [n = 0, d = 0] = data.map((one) => Number(one.getAttribute('value')))
      expect(Number(cells('Allocations compared', law).at(-1))).toBeCloseTo(d / n, 0)
      expect((6 * n * d) / 1e21).toBeCloseTo(1, 1)
    }
  })
})

describe('the allocation plane', () => {
  it('puts each law on the line of equal compute', async () => {
    renderPanel(<AllocationPlanePanel />, { text: IN_N, prepare: at(1e21) })
    await waitFor(() => {
      expect(document.querySelectorAll('[data-mark]').length).toBeGreaterThan(4)
    })
    const [from = '', to = ''] =
      /^M([^L]+)L(.*)$/
        .exec(document.querySelector('[data-iso-compute]')?.getAttribute('d') ?? '')
        ?.slice(1) ?? []
    const [x1 = 0, y1 = 0] = from.split(',').map(Number)
    const [x2 = 0, y2 = 0] = to.split(',').map(Number)
    for (const mark of document.querySelectorAll('[data-mark]')) {
      // Kaplan's N and D multiply to 1.8 C by construction.
      if (mark.getAttribute('data-mark') === 'kaplan') continue
      const dot = mark.querySelector('circle')
      const [x, y] = [Number(dot?.getAttribute('cx')), Number(dot?.getAttribute('cy'))]
      expect(Math.abs(y - (y1 + ((x - x1) * (y2 - y1)) / (x2 - x1)))).toBeLessThan(3)
    }
  })
})

describe('the law of the scale', () => {
  it('has DeepSeek’s law on the fit where the runs obey it, in the unit of the runs', () => {
    renderPanel(
      <Analysed of={({ analysis }) => <PowerLawPanel analysis={analysis} quantity="scale" />} />,
      { text: IN_M },
    )
    expect(Math.abs(endOf('deepseek') - endOf('extrapolated-1'))).toBeLessThan(2)
    expect(screen.getByText(/Least squares of the logarithms through 4 minima/)).toBeVisible()
  })

  it('is listed under the metric that is fitted, with the exponent of the runs', () => {
    renderPanel(<Analysed of={FittedLawsTable} />, { text: IN_M })
    const exponent = row('Fitted laws', /^M/).querySelector('data')?.getAttribute('value')
    expect(Number(exponent)).toBeCloseTo(0.5243, 6)
    const tokens = row('Fitted laws', /^D/).querySelector('data')?.getAttribute('value')
    expect(Number(tokens)).toBeCloseTo(0.4757, 6)
  })
})

describe('the optima', () => {
  it('are those of the runs: where, how many tokens, how low, and that they count', () => {
    renderPanel(<Analysed of={OptimaTable} />, { text: IN_M })
    const rows = within(screen.getByRole('table', { name: 'IsoFLOP optima' }))
      .getAllByRole('row')
      .slice(1)
    expect(rows).toHaveLength(BUDGETS.length)
    rows.forEach((one, i) => {
      const budget = BUDGETS[i] ?? 0
      const [c, m, d, loss] = [...one.querySelectorAll('data')].map((data) => Number(data.value))
      expect(c).toBe(budget)
      expect((m ?? 0) / evaluatePowerLaw(DEEPSEEK.scale, budget)).toBeCloseTo(1, 6)
      expect(((m ?? 0) * (d ?? 0)) / budget).toBeCloseTo(1, 6)
      // The runs lie on parabolas, which curves of one shape miss by this much.
      expect(loss).toBeCloseTo(2 - 0.05 * Math.log10(budget), 3)
      expect(one.textContent).toContain('inside the range')
    })
  })

  it('say that an irreducible term cannot be estimated from three minima', () => {
    const three = IN_N.split('\n')
      .filter((line) => !line.startsWith('1e+21,'))
      .join('\n')
    renderPanel(<Analysed of={OptimalLossPanel} />, { text: three })
    expect(screen.getByText(/cannot be estimated below 4 minima/)).toBeVisible()
  })
})

describe('intervals of optima', () => {
  it('are wider at a higher level, and hold the middle of the resamples', () => {
    const column = Float64Array.from({ length: 1000 }, (_, i) => i)
    const replicates = {
      optima: [{ nominalFlops: 1e18, at: column, scale: column, tokens: column, loss: column }],
    } as never
    const width = (level: number) => {
      const interval = optimaIntervals(replicates, 'scale', level).get(1e18)
      return (interval?.high ?? 0) - (interval?.low ?? 0)
    }
    expect(width(0.95)).toBeCloseTo(949, -1)
    expect(width(0.5)).toBeCloseTo(500, -1)
  })
})

describe('the exponents compared', () => {
  it('have the sweep among those that count as it does, at its exponents', async () => {
    const store = renderPanel(<ExponentForestPanel />, { text: IN_M })
    const law = ofActive(store, selectFittedAllocation)
    const group = document.querySelector('[data-forest-group="flops-per-token"]')
    const fitted = group?.querySelector('[data-fitted]')
    expect(fitted?.textContent).toContain(law?.scale.exponent.toFixed(3))
    expect(fitted?.textContent).toContain(law?.tokens.exponent.toFixed(3))
    await waitFor(() => {
      expect(screen.queryByText(/are being computed/)).toBeNull()
    })
  })

  it('have a sweep in N where the parameters are as given', () => {
    renderPanel(<ExponentForestPanel />, { text: IN_N })
    const group = document.querySelector('[data-forest-group="as-given"]')
    expect(group?.querySelectorAll('[data-fitted]')).toHaveLength(1)
  })
})

describe('what the data side says', () => {
  it('counts the runs of each budget and those of none', () => {
    renderPanel(<BudgetGroups />, { text: IN_N })
    const budgets = within(screen.getByRole('list', { name: 'Budgets found' })).getAllByRole(
      'listitem',
    )
    expect(budgets).toHaveLength(4)
    for (const budget of budgets) expect(budget).toHaveTextContent('9 runs')
    expect(screen.getByText('0 runs')).toBeVisible()
  })

  it('says what a sweep without budgets spans, least and most', () => {
    const text = [
      'params,tokens,loss',
      '1e8,1e9,3',
      '3e8,5e9,2.8',
      '7e8,2e9,2.9',
      '2e9,9e9,2.5',
    ].join('\n')
    renderPanel(<Analysed of={() => null} />, { text })
    const sweep = renderPanel(<Shown />, { text })
    expect(ofActive(sweep, selectSweep)?.imported.runs).toHaveLength(4)
    expect(cells('What the runs span', 'D').slice(0, 2)).toEqual(
      ['1.00 × 10⁹', '9.00 × 10⁹'].map(spaced),
    )
    expect(cells('What the runs span', 'Loss')).toEqual(['2.50', '3.00', 'nats/token'])
  })

  it('names a run beside the pointer, with every scale in its unit', () => {
    const run = makeRun({ line: 7, name: '', scale: { M: 6e9, N: 1e9 }, tokens: 2e9, loss: 2.5 })
    const mark = {
      run,
      x: 1,
      y: 1,
      budget: 1e18,
      curve: { kind: 'parabola', centre: 0, c0: 2.49, c1: 0, c2: 1, rSquared: 1 },
      state: 'fitted',
      beyond: null,
    } as const
    renderPanel(<RunTooltip lossUnit="nats/token" mark={mark} />, {})
    const said = document.querySelector('.tooltip')?.textContent
    expect(said).toContain('Line 7')
    expect(said).toContain('M6.00 × 10⁹ FLOPs/token')
    expect(said).toContain('N1.00 × 10⁹ parameters')
    expect(said).toContain('D2.00B tokens')
    expect(said).toContain('Loss2.5000 nats/token')
    expect(said).toContain('Residual0.010 nats/token')
  })
})

function Shown() {
  const sweep = useOfSweep(selectSweep)
  return sweep === null ? null : <NotIsoFlop sweep={sweep} kind="scattered" />
}

const spaced = (text: string) => text.replace(' × 10⁹', '\u2009×\u2009109')

describe('data quality', () => {
  it('laws of which only exponents are published meet where one says, and fan out when asked for', async () => {
    const store = renderPanel(<DataQuality />, {
      prepare: (before) => {
        before.getState().setQuality(2)
      },
    })
    await userEvent.click(screen.getByText('Where the laws meet'))
    fireEvent.change(screen.getByRole('textbox', { name: /Assumed to meet at/ }), {
      target: { value: '1e22' },
    })
    expect(store.getState().pinBudget).toBe(1e22)
    expect(screen.getByText(/assumed to meet the current-data law at/)).toHaveTextContent(
      '1.0 × 1022 FLOPs',
    )
    await userEvent.click(screen.getByLabelText(/laws of all three corpora/))
    expect(store.getState().showsAllCorpora).toBe(true)
  })

  it('all corpora are drawn through the point where they meet', () => {
    renderPanel(<AllocationPlanePanel />, {
      prepare: (store) => {
        store.getState().showAllCorpora(true)
      },
    })
    expect(document.querySelectorAll('[data-curve^="corpus-"]')).toHaveLength(3)
  })
})
