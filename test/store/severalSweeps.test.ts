import { describe, expect, it } from 'vitest'
import {
  selectAnalysis,
  selectChoices,
  selectFittedAllocation,
} from '../../src/store/analysisSelectors.ts'
import { createDashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFileOfRuns } from '../fixtures/sweepFileOfRuns.ts'

function twoSweeps() {
  const store = createDashboardStore()
  for (const name of ['one', 'two']) {
    const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20], span: 4 })
    store.getState().addFiles([sweepFileOfRuns(runs, `${name}.csv`)], { kind: 'file' })
  }
  const [one, two] = store.getState().sweeps
  if (one === undefined || two === undefined) throw new Error('no sweeps')
  return { store, one, two }
}

describe('several sweeps', () => {
  it('are analysed side by side, and a choice about one leaves the other as it is', () => {
    const { store, one, two } = twoSweeps()
    const before = selectAnalysis(store.getState(), two.id)
    const ofOne = selectAnalysis(store.getState(), one.id)
    expect(before).not.toBeNull()
    store.getState().chooseFit(one.id, { estimator: 'parabola' })
    expect(selectAnalysis(store.getState(), two.id)).toBe(before)
    expect(selectAnalysis(store.getState(), one.id)).not.toBe(ofOne)
    expect(selectChoices(store.getState(), one.id).estimator).toBe('parabola')
    expect(selectChoices(store.getState(), two.id).estimator).toBe('shared-shape')
  })

  it('give laws that say whose they are, how they were found and over which budgets', () => {
    const { store, one } = twoSweeps()
    const law = selectFittedAllocation(store.getState(), one.id)
    expect(law).toMatchObject({
      ...{ sweepId: one.id, sweepName: 'one', estimatorId: 'shared-shape' },
      range: { low: 1e18, high: 1e20 },
    })
    store.getState().chooseFit(one.id, { estimator: 'parabola' })
    expect(selectFittedAllocation(store.getState(), one.id)?.id).not.toBe(law?.id)
  })

  it('keep the choices about a sweep in its copy, and forget them with it', () => {
    const { store, one } = twoSweeps()
    store.getState().chooseFit(one.id, { metric: 'N' })
    store.getState().duplicateSweep(one.id)
    const copy = store.getState().activeSweepId ?? ''
    expect(selectChoices(store.getState(), copy).metric).toBe('N')
    store.getState().removeSweep(copy)
    expect(Object.keys(store.getState().fits)).toEqual([one.id])
  })
})
