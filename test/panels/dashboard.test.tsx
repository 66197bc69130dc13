import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DashboardStore } from '../../src/store/createDashboardStore.ts'
import { sweepFile } from '../fixtures/readSweep.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { renderDashboard } from '../fixtures/renderDashboard.tsx'

let store: DashboardStore

beforeEach(async () => {
  store = renderDashboard()
  await screen.findByRole('table', { name: 'Fitted laws' })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The row of a table whose head begins with the text. */
function row(table: string, head: string | RegExp): HTMLElement {
  const found = within(screen.getByRole('table', { name: table })).getByRole('rowheader', {
    name: head,
  })
  const element = found.closest('tr')
  if (element === null) throw new Error(`no row ${String(head)}`)
  return element
}

/** The machine-readable value of a row. */
function value(table: string, head: string | RegExp): number {
  return Number(row(table, head).querySelector('data')?.getAttribute('value'))
}

/** Waits for so many marks. */
async function marks(selector: string, count: number): Promise<void> {
  await waitFor(() => {
    expect(document.querySelectorAll(selector)).toHaveLength(count)
  })
}

async function openSection(title: string): Promise<void> {
  await userEvent.click(screen.getByText(title, { selector: 'summary *' }))
}

function add(fileName: string, text: string): void {
  act(() => {
    store.getState().addFiles([sweepFile(text, fileName)], { kind: 'file' })
  })
}

async function drop(fileName: string, text: string): Promise<void> {
  const input = document.querySelector<HTMLElement>('input[aria-label="Add sweep files"]')
  if (input === null) throw new Error('nowhere to drop a file')
  await userEvent.upload(input, new File([text], fileName))
}

function csv(options: Parameters<typeof makeIsoFlopRuns>[0]): string {
  const rows = makeIsoFlopRuns(options).map(({ name, computeFlops, scale, tokens, loss }) =>
    [name, computeFlops, scale.N, tokens, loss].join(','),
  )
  return ['name,flops,params,tokens,loss', ...rows].join('\n')
}

describe('the dashboard on its sample', () => {
  it('says that the sweep is synthetic and from which law', () => {
    expect(screen.getByText('synthetic')).toBeVisible()
    expect(screen.getByText(/generated from DeepSeek’s published allocation law/)).toBeVisible()
  })

  it('recovers the law that the sample was made from, inside its interval', async () => {
    expect(value('Fitted laws', /^M/)).toBeCloseTo(0.5243, 1)
    await waitFor(() => {
      expect(row('Fitted laws', /^M/).textContent).toMatch(/\[0\.\d+, 0\.\d+\]/)
    })
    const [, low, high] = /\[(0\.\d+), (0\.\d+)\]/.exec(row('Fitted laws', /^M/).textContent) ?? []
    expect(Number(low)).toBeLessThan(0.5243)
    expect(Number(high)).toBeGreaterThan(0.5243)
  })

  it('lists eight optima, draws every run and every minimum', async () => {
    const optima = screen.getByRole('table', { name: 'IsoFLOP optima' })
    expect(within(optima).getAllByRole('row')).toHaveLength(9)
    await marks('[data-run]', 80)
    await marks('[data-optimum="counts"]', 32)
  })

  it('sets a run aside from the keyboard and brings it back', async () => {
    const before = value('Fitted laws', /^M/)
    await openSection('Runs')
    const box = within(await screen.findByRole('table', { name: 'Runs' })).getAllByRole(
      'checkbox',
    )[3]
    if (box === undefined) throw new Error('no run')
    box.focus()
    await userEvent.keyboard(' ')
    expect(value('Fitted laws', /^M/)).not.toBe(before)
    await marks('[data-state="set-aside"]', 1)
    await userEvent.keyboard(' ')
    expect(value('Fitted laws', /^M/)).toBe(before)
  })
})

describe('bad input', () => {
  it.each([
    ['an empty file', 'empty.csv', '', /empty\.csv was not added\. The file is empty/],
    ['a file without rows', 'head.csv', 'flops,params,loss', /There is a header but no row/],
  ])('%s is told where it was dropped; the sample stays', async (_, name, text, sentence) => {
    const before = value('Fitted laws', /^M/)
    await drop(name, text)
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
    expect(value('Fitted laws', /^M/)).toBe(before)
  })

  it('text where numbers belong is listed by line and column once the sweep is looked at', () => {
    add('text.csv', 'flops,params,loss\nabc,def,ghi\n')
    fireEvent.click(screen.getByRole('radio', { name: /text/ }))
    const issues = within(screen.getByRole('list', { name: 'Import issues' }))
    expect(issues.getByText(/Line 2, column “loss”: “ghi” is not a number/)).toBeVisible()
    expect(screen.getByText(/No runs could be read from text/)).toBeVisible()
  })

  it('one budget has a curve but no law, and says what a law would need', async () => {
    add('one.csv', csv({ budgets: [1e19] }))
    await marks('[data-run]', 9)
    expect(
      screen.getAllByText(/minima inside the sampled range at two budgets or more/).length,
    ).toBeGreaterThan(0)
    expect(screen.getByRole('combobox', { name: 'Plan with' })).toHaveValue('deepseek')
  })

  it('runs all on one side of the minimum make hollow marks and no law', () => {
    add('side.csv', csv({ budgets: [1e18, 1e19, 1e20], span: 3, centre: 6 }))
    expect(document.querySelectorAll('[data-optimum="counts"]')).toHaveLength(0)
    expect(screen.getAllByText('outside the range: not in the laws')).toHaveLength(3)
  })

  it('one row is not forced into a curve', () => {
    add('row.csv', 'flops,params,tokens,loss\n6e18,1e8,1e10,3\n')
    expect(screen.getByText('A sweep without shared budgets')).toBeVisible()
  })

  it('a name that is markup stays text', async () => {
    add('markup.csv', csv({ budgets: [1e18, 1e19] }).replace('run 2', '<img src=x onerror=boom>'))
    await openSection('Runs')
    expect(await screen.findByLabelText('Use <img src=x onerror=boom>')).toBeInTheDocument()
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('the list of sweeps', () => {
  it('offers the sample again when every sweep has been taken off', async () => {
    await userEvent.click(screen.getByRole('button', { name: /^Remove deepseek/ }))
    expect(screen.getByText('No sweep yet')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Load the sample sweep' }))
    await marks('[data-run]', 80)
  })
})

describe('the columns', () => {
  it('show the guess and re-read the sweep when a person changes it', async () => {
    add('mine.csv', csv({ budgets: [1e18, 1e19] }))
    await openSection('Columns')
    const tokens = screen.getByRole('combobox', { name: 'Column of Training tokens D' })
    expect(tokens).toHaveDisplayValue('tokens')
    fireEvent.change(tokens, { target: { value: 'none' } })
    expect(screen.getByText('D = C / 6N: no column of tokens.')).toBeInTheDocument()
    fireEvent.change(screen.getByRole('combobox', { name: 'Column of Held-out loss' }), {
      target: { value: 'none' },
    })
    expect(screen.getByRole('alert')).toHaveTextContent(/No column was recognised as a loss/)
  })

  it('turn nats into bits per byte when the bytes per token are given', async () => {
    add('mine.csv', csv({ budgets: [1e18, 1e19] }))
    await openSection('Columns')
    await userEvent.type(screen.getByRole('textbox', { name: /Bytes per token/ }), '4{Enter}')
    expect(screen.getAllByRole('columnheader', { name: 'Loss (bits/byte)' })).not.toHaveLength(0)
  })
})
