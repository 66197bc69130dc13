import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { EPOCH_SURFACE } from '../../src/laws/epoch.ts'
import { KAPLAN } from '../../src/laws/kaplan.ts'
import { ArchitecturePanel } from '../../src/panels/planner/ArchitecturePanel.tsx'
import { AllocationPanel } from '../../src/panels/planner/AllocationPanel.tsx'
import { ChoiceCostPanel } from '../../src/panels/planner/ChoiceCostPanel.tsx'
import { ClusterPanel } from '../../src/panels/planner/ClusterPanel.tsx'
import { CopyPanel } from '../../src/panels/planner/CopyPanel.tsx'
import { CountingPanel } from '../../src/panels/planner/CountingPanel.tsx'
import { DataLimitPanel } from '../../src/panels/planner/DataLimitPanel.tsx'
import { KnownModelsPanel } from '../../src/panels/planner/KnownModelsPanel.tsx'
import { LadderPanel } from '../../src/panels/planner/LadderPanel.tsx'
import { PredictionPanel } from '../../src/panels/planner/PredictionPanel.tsx'
import { RatesPanel } from '../../src/panels/planner/RatesPanel.tsx'
import { SchedulePanel } from '../../src/panels/planner/SchedulePanel.tsx'
import { ServingPanel } from '../../src/panels/planner/ServingPanel.tsx'
import { choiceCost } from '../../src/planning/cost/choiceCost.ts'
import { evaluatePowerLaw } from '../../src/scaling/forms/powerLaw.ts'
import type { DashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { renderPanel } from '../fixtures/renderPanel.tsx'

const IN_N = [
  'flops,params,tokens,loss',
  ...makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20, 1e21] }).map((run) =>
    [run.computeFlops, run.scale.N, run.tokens, run.loss].join(','),
  ),
].join('\n')

const at = (computeFlops: number) => (store: DashboardStore) => {
  store.getState().setComputeFlops(computeFlops)
}
const field = (label: RegExp) => screen.getByRole('textbox', { name: label })
const type = (label: RegExp, text: string) => {
  fireEvent.change(field(label), { target: { value: text } })
}
const cells = (table: string | RegExp, head: RegExp) => {
  const found = within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .find((row) => head.test(within(row).queryByRole('rowheader')?.textContent ?? ''))
  if (found === undefined) throw new Error(`no row ${String(head)}`)
  return within(found)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
}
const openData = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Data' }))
}

describe('the budget as a cluster', () => {
  it('gives the compute of so many days, and the days of so much compute', () => {
    const store = renderPanel(<ClusterPanel />, { prepare: at(1e22) })
    type(/^Days/, '30')
    const flops = 256 * 9.894e14 * 0.4 * 86_400 * 30
    expect(store.getState().computeFlops / flops).toBeCloseTo(1, 9)
    type(/^Devices/, '512')
    expect(field(/^Days/)).toHaveValue('15')
  })

  it('takes money for compute: what it buys at the price of a device-hour', () => {
    const store = renderPanel(<ClusterPanel />, { prepare: at(1e22) })
    type(/^Money/, '1e6')
    const hours = 1e6 / 2
    expect(store.getState().computeFlops / (hours * 3600 * 9.894e14 * 0.4)).toBeCloseTo(1, 9)
  })

  it.each([
    [/^Devices/, '0', 'Must lie between 1 and 1 × 10⁷.'],
    [/^Devices/, '2.5', 'Must be a whole number.'],
    [/^MFU/, '300', 'Must lie between 1 and 100.'],
    [/^Days/, 'soon', '“soon” is not a number.'],
    [/^Devices/, '', 'A number is needed.'],
  ])(
    'says at the field %s what is wrong with “%s”, and keeps the last plan',
    (label, text, said) => {
      const store = renderPanel(<ClusterPanel />, { prepare: at(1e22) })
      const before = store.getState()
      type(label, text)
      expect(field(label)).toHaveAccessibleDescription(said)
      expect(field(label)).toBeInvalid()
      const { devices, utilisation, computeFlops } = store.getState()
      expect({ devices, utilisation, computeFlops }).toEqual({
        devices: before.devices,
        utilisation: before.utilisation,
        computeFlops: before.computeFlops,
      })
    },
  )

  it('says that a chip lacks a number format instead of guessing its peak', () => {
    renderPanel(<ClusterPanel />, {
      prepare: (store) => {
        store.getState().choosePlan({ acceleratorId: 'a100-80', numberFormat: 'fp8' })
      },
    })
    expect(screen.getByText(/A100 SXM 80GB has no dense fp8 peak/)).toBeVisible()
  })
})

describe('what the choice costs', () => {
  it('is that of each law’s size on the chosen surface', async () => {
    renderPanel(<ChoiceCostPanel />, {
      prepare: (store) => {
        at(1e24)(store)
        store.getState().choosePlan({ judgeId: 'besiroglu' })
      },
    })
    await openData()
    const { waste } = choiceCost(EPOCH_SURFACE, evaluatePowerLaw(KAPLAN.scale, 1e24), 1e24)
    const [, , , excess, wasted] = cells(/costs at the budget/, /^Kaplan/)
    expect(wasted).toBe(`${(100 * waste).toFixed(0)}%`)
    expect(excess).toMatch(/^\+0\.\d/)
    expect(screen.getByText(/Following Kaplan here costs/)).toHaveTextContent(
      `wasting ${(100 * waste).toFixed(0)}% of the compute`,
    )
    expect(document.querySelectorAll('[data-mark]').length).toBeGreaterThanOrEqual(4)
  })
})

describe('the allocation against compute', () => {
  it('draws a line for every law and a dot for every model that was trained within it', () => {
    renderPanel(<AllocationPanel />, { text: IN_N })
    expect(document.querySelectorAll('[data-curve]')).toHaveLength(10)
    expect(document.querySelectorAll('circle').length).toBeGreaterThan(60)
  })
})

describe('the architecture', () => {
  it('ranks shapes, and plans with the one that is chosen', async () => {
    const store = renderPanel(<ArchitecturePanel />, { prepare: at(1e23) })
    const shapes = screen.getAllByRole('radio')
    expect(shapes.length).toBeGreaterThan(1)
    expect(shapes[0]).toBeChecked()
    await userEvent.click(shapes[1] ?? document.body)
    expect(store.getState().shapeRank).toBe(1)
    expect(screen.getAllByRole('radio')[1]).toBeChecked()
  })

  it('says that heads do not divide, and how to go on', () => {
    renderPanel(<ArchitecturePanel />, { prepare: at(1e20) })
    type(/^Key-value heads/, '29')
    expect(screen.getByText(/divide the heads of no width/)).toBeVisible()
  })

  it('says what it takes, and that the formula is too high for grouped queries', () => {
    renderPanel(<ArchitecturePanel />, { prepare: at(8.65e23) })
    expect(screen.getByText(/16 bytes a parameter/)).toBeVisible()
    expect(screen.getByText(/Training states do not fit on 8 × 80 GB/)).toBeVisible()
    const ratios = screen.getAllByRole('row').flatMap((row) => {
      const text = within(row).queryAllByRole('cell').at(-1)?.textContent
      return text === undefined ? [] : [Number(text)]
    })
    for (const ratio of ratios) expect(ratio).toBeGreaterThan(1.05)
  })
})

describe('batch and learning rate', () => {
  it('stand side by side by every rule, with how far the plan lies outside of each', () => {
    renderPanel(<RatesPanel />, { prepare: at(1e22) })
    const [batch, , rate, outside] = cells(/Rules of batch size/, /^DeepSeek/)
    expect(batch).toBe('4.59M')
    expect(rate).toContain('5.54')
    expect(outside).toBe('500× outside')
    expect(cells(/Rules of batch size/, /^Bjorck/)[0]).toBe('—')
    expect(screen.getByText(/Batch sizes differ by a factor/)).toBeVisible()
  })

  it('say that a rule is silent about the batch', () => {
    renderPanel(<RatesPanel />, {
      prepare: (store) => {
        store.getState().choosePlan({ ruleId: 'bjorck' })
      },
    })
    expect(screen.getByText(/This rule says no batch/)).toBeVisible()
  })
})

describe('the schedule', () => {
  it('falls to 31.6% and 10% of the peak, in its table too', async () => {
    renderPanel(<SchedulePanel />, { prepare: at(1e23) })
    await openData()
    const rates = screen
      .getAllByRole('row')
      .flatMap((row) => within(row).queryAllByRole('cell').at(-1)?.textContent ?? [])
    expect(new Set(rates.slice(-4)).size).toBeLessThanOrEqual(2)
    expect(screen.getByText(/31.6% of it until 90%/)).toBeVisible()
  })
})

describe('the prediction', () => {
  it('is held against the loss that was measured', () => {
    renderPanel(<PredictionPanel />, { text: IN_N, prepare: at(1e21) })
    type(/^Measured loss/, '9')
    expect(screen.getByText(/the prediction/)).toHaveTextContent(/\+\d+%/)
  })
})

describe('beyond the optimum', () => {
  it('serving many tokens makes the model smaller, and says what it saves', () => {
    renderPanel(<ServingPanel />, { prepare: at(1e23) })
    const saved = () =>
      Number(/(\d+)% less/.exec(screen.getByText(/least compute in all/).textContent)?.[1])
    type(/^Tokens served/, '1e12')
    const few = saved()
    type(/^Tokens served/, '1e14')
    expect(saved()).toBeGreaterThan(few)
  })

  it('data that end are repeated, and cost some loss', () => {
    renderPanel(<DataLimitPanel />, { prepare: at(1e23) })
    expect(screen.getByText(/Enter how many different tokens/)).toBeVisible()
    type(/^Different tokens/, '1e14')
    expect(screen.getByText(/They are enough/)).toBeVisible()
    type(/^Different tokens/, '1e10')
    expect(screen.getByText(/epochs/)).toHaveTextContent(/above what endless data would give/)
  })

  it('DeepSeek’s 67B is over-trained, 0.71 of its law’s optimum, and can be planned again', async () => {
    const store = renderPanel(<KnownModelsPanel />, {})
    type(/Find a model/, 'deepseek llm')
    expect(cells('Known models beside the law', /67B/)[5]).toBe('0.71 over-trained')
    await userEvent.click(screen.getByRole('button', { name: /Plan again: DeepSeek LLM 67B/ }))
    const { computeFlops, sequenceLength, vocabulary, kvHeads, headSize } = store.getState()
    const { givenLayers, givenWidth, givenFeedForward } = store.getState()
    expect({ givenLayers, givenWidth, givenFeedForward }).toEqual({
      ...{ givenLayers: 95, givenWidth: 8192, givenFeedForward: 22_016 },
    })
    expect(computeFlops / 8.6545e23).toBeCloseTo(1, 3)
    expect({ sequenceLength, vocabulary, kvHeads, headSize }).toEqual({
      ...{ sequenceLength: 4096, vocabulary: 102_400, kvHeads: 8, headSize: 128 },
    })
  })

  it('6N₁ and 6N₂ over M are the paper’s from 8 × 512 to 80 × 8192', () => {
    renderPanel(<CountingPanel />, {})
    expect(cells(/6N₁ and 6N₂ over M/, /^8 × 512$/)).toEqual(['0.43', '1.32'])
    expect(cells(/6N₁ and 6N₂ over M/, /^80 × 8192$/)).toEqual(['0.92', '0.94'])
  })

  it('the next sweep is laid out, drawn, and says what it would tell', async () => {
    renderPanel(<LadderPanel />, {})
    expect(screen.getByText(/42 runs/)).toBeVisible()
    const told = await screen.findByText(/of such sweeps would give a between/, undefined, {
      timeout: 20_000,
    })
    expect(told).toHaveTextContent(/0\.\d{3} and 0\.\d{3}/)
    expect(screen.getByText(/Run noise 0.30% of the loss, assumed/)).toBeVisible()
  })
})

describe('taking the plan along', () => {
  it('copies it as text, Markdown, JSON and YAML that say the same', async () => {
    const user = userEvent.setup()
    renderPanel(<CopyPanel />, { text: IN_N, prepare: at(1e22) })
    const copies = async (name: string, what: string) => {
      const button = screen.getByRole('button', { name })
      await user.click(button)
      await waitFor(
        () => {
          expect(button.nextElementSibling).toHaveTextContent('Copied')
        },
        { timeout: 20_000 },
      )
      const text = await navigator.clipboard.readText()
      expect(text).toContain(what)
      return text
    }
    await copies('Copy as text', 'Compute: 1.00 × 10²² FLOPs')
    await copies('Copy as Markdown', '| Compute | 1.00 × 10²² FLOPs |')
    const json = JSON.parse(await copies('Copy as JSON', '"schema"')) as {
      computeFlops: number
      architecture: { layers: number }
    }
    expect(json.computeFlops).toBe(1e22)
    await copies('Copy as YAML', `layers: ${json.architecture.layers}`)
  })
})
