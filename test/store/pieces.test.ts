import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { finished } from '../../src/numerics/steps.ts'
import { createFileReading } from '../../src/reading/fileReading.ts'
import { createDashboardStore } from '../../src/store/createDashboardStore.ts'
import { rereadSteps, type LoadedSweep } from '../../src/store/loadedSweep.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFileOfRuns } from '../fixtures/sweepFileOfRuns.ts'

function loaded(sizes: number) {
  const store = createDashboardStore()
  const budgets = [1e18, 1e19, 1e20, 1e21, 1e22]
  const file = sweepFileOfRuns(makeIsoFlopRuns({ budgets, sizes }), 'many.csv')
  store.getState().addFiles([file], { kind: 'file' })
  const [sweep] = store.getState().sweeps
  if (sweep === undefined) throw new Error('no sweep')
  return { store, sweep, reading: createFileReading(store, new QueryClient()) }
}
const alike = ({ revision: _, ...sweep }: LoadedSweep) => sweep

describe('a sweep of many runs that is read otherwise', () => {
  it('is read in pieces of a thousand rows, and becomes what it becomes at once', () => {
    const { sweep } = loaded(1000)
    const steps = rereadSteps(sweep, { corpus: 'c4' })
    let pauses = 0
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) pauses++
    expect(pauses).toBeGreaterThanOrEqual(4)
    expect(alike(step.value)).toEqual(alike(finished(rereadSteps(sweep, { corpus: 'c4' }))))
    expect(step.value.imported.runs[0]?.corpus).toBe('c4')
  })

  it('shows how far it is, and stands when it is there, as one change', async () => {
    const { store, sweep, reading } = loaded(1000)
    const fractions: (number | null)[] = []
    reading.subscribe(({ readings: [first] }) => {
      if (first !== undefined) fractions.push(first.fraction)
    })
    const before = store.temporal.getState().pastStates.length
    await reading.getState().reread(sweep.id, { corpus: 'c4' })
    expect(store.getState().sweeps[0]?.corpus).toBe('c4')
    expect(store.getState().change).toEqual({ kind: 'columns' })
    expect(store.temporal.getState().pastStates.length).toBe(before + 1)
    expect(fractions.some((fraction) => fraction !== null && fraction > 0)).toBe(true)
    expect(reading.getState().readings).toEqual([])
  })

  it('stays as it was when the reading is stopped', async () => {
    const { store, sweep, reading } = loaded(1000)
    const done = reading.getState().reread(sweep.id, { corpus: 'c4' })
    reading.getState().readings[0]?.cancel()
    await done
    expect(store.getState().sweeps[0]).toBe(sweep)
  })

  it('keeps what was changed meanwhile', async () => {
    const { store, sweep, reading } = loaded(1000)
    const done = reading.getState().reread(sweep.id, { corpus: 'c4' })
    store.getState().reread(sweep.id, { corpus: 'dclm' })
    await done
    expect(store.getState().sweeps[0]?.corpus).toBe('dclm')
  })

  it('is read at once where it is small', () => {
    const { store, sweep, reading } = loaded(9)
    void reading.getState().reread(sweep.id, { corpus: 'c4' })
    expect(store.getState().sweeps[0]?.corpus).toBe('c4')
  })
})
