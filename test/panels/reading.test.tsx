import { act, screen, within } from '@testing-library/react'
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

const RUNS = makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] })

function add(header: string, cells: (run: (typeof RUNS)[number], i: number) => unknown[]): void {
  const rows = RUNS.map((run, i) => [run.computeFlops, ...cells(run, i)].join(','))
  act(() => {
    const file = sweepFile([`flops,${header}`, ...rows].join('\n'), 'mine.csv')
    store.getState().addFiles([file], { kind: 'file' })
  })
}

const shown = () => store.getState().sweeps.find(({ id }) => id === store.getState().activeSweepId)
const data = () => within(screen.getByRole('complementary', { name: 'Data' }))

describe('how a file is read', () => {
  it('offers the one change that brings back most rows, with its count, as a button', async () => {
    add('params,val_loss,loss', ({ scale, loss }, i) => [
      ...[i < 2 ? 'n/a' : scale.N, i < 14 ? loss : 'n/a', loss],
    ])
    const button = data().getByRole('button', {
      name: 'Read Held-out loss from “loss” instead of “val_loss”: 25 of 27',
    })
    expect(data().getByText(/12 of 27 rows can be used\./)).toBeVisible()
    await userEvent.click(button)
    expect(shown()?.imported.runs).toHaveLength(25)
    expect(data().queryByText(/rows can be used/)).toBeNull()
  })

  it('asks which parameters of experts are N and says what each does', async () => {
    add('total_params,active_params,loss', ({ scale, loss }) => [8 * (scale.N ?? 0), scale.N, loss])
    expect(data().getByText(/The file counts parameters in two ways\. Which is N\?/)).toBeVisible()
    expect(data().getByText(/\(active_params\), in use: those that a token passes/)).toBeVisible()
    await userEvent.click(data().getByRole('button', { name: 'total parameters' }))
    expect(data().getByText(/\(total_params\), in use: all experts/)).toBeVisible()
    expect(shown()?.imported.runs[0]?.scale.N).toBe(8 * (RUNS[0]?.scale.N ?? 0))
  })

  it('makes a sweep of each population, shows their picture, and pools them by a click', async () => {
    add('params,loss,corpus', ({ scale, loss }, i) => [
      ...[scale.N, i % 2 === 0 ? loss : loss * 0.9, i % 2 === 0 ? 'comma' : 'dclm'],
    ])
    expect(store.getState().sweeps.map(({ name }) => name)).toContain('mine · comma')
    expect(screen.getByText(/13 runs/, { selector: 'header span' })).toHaveTextContent(
      'corpus dclm',
    )
    expect(data().getByText(/The column “corpus” tells 2 populations apart/)).toBeVisible()
    expect(data().getByRole('img', { name: /2 populations on curves of their own/ })).toBeVisible()
    await userEvent.click(data().getByRole('button', { name: 'Pool them in one sweep' }))
    expect(shown()?.name).toBe('mine')
    expect(
      data().getByText(/it explains \d+% of what one curve a budget leaves over/),
    ).toBeVisible()
    expect(screen.getByText(/27 runs/, { selector: 'header span' })).toHaveTextContent(
      '2 corpora: comma, dclm',
    )
    await userEvent.click(data().getByRole('button', { name: 'Make a sweep of each' }))
    expect(shown()?.name).toBe('mine · comma')
  })

  it('takes the numbers that a log lacks run by run', async () => {
    const log = ['run,step,tokens,loss']
    for (const run of ['a', 'b'])
      for (let i = 0; i < 12; i++) log.push(`${run},${i},${i}e8,${4 - i / 10}`)
    act(() => {
      store.getState().addFiles([sweepFile(log.join('\n'), 'log.csv')], { kind: 'file' })
    })
    act(() => {
      store.getState().chooseSweep(store.getState().sweeps.at(-1)?.id ?? '')
    })
    const use = screen.getByRole('button', { name: 'Use these numbers' })
    expect(use).toBeDisabled()
    await userEvent.type(screen.getByRole('textbox', { name: 'Parameters of a' }), '124M')
    await userEvent.type(screen.getByRole('textbox', { name: 'Parameters of b' }), '3.5e8')
    await userEvent.click(use)
    expect(shown()?.imported.runs).toMatchObject([
      { name: 'a', scale: { N: 124e6 }, tokens: 11e8 },
      { name: 'b', scale: { N: 3.5e8 }, tokens: 11e8 },
    ])
  })
})
