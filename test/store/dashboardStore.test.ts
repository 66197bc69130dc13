import { derivationTexts } from '../fixtures/inEnglish.ts'
import { describe, expect, it } from 'vitest'
import {
  selectSweep,
  selectAnalysis,
  selectGroups,
  selectMetric,
  selectSetAside,
} from '../../src/store/analysisSelectors.ts'
import { ofActive } from '../fixtures/ofActive.ts'
import { createDashboardStore, type DashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFile } from '../fixtures/readSweep.ts'
import { seededNoise } from '../fixtures/seededNoise.ts'

function sweepCsv(budgets: readonly number[], noise = () => 0): string {
  const rows = makeIsoFlopRuns({ budgets, noise }).map((run) =>
    [run.name, run.computeFlops, run.scale.N, run.tokens, run.loss].join(','),
  )
  return ['name,flops,params,tokens,loss', ...rows].join('\n')
}

const add = (store: DashboardStore, text: string, name: string) => {
  store.getState().addFiles([sweepFile(text, name)], { kind: 'file' })
}

function storeWithSweep(noise = () => 0) {
  const store = createDashboardStore()
  add(store, sweepCsv([1e18, 1e19, 1e20], noise), 'mine.csv')
  return store
}

function exponent(store: ReturnType<typeof storeWithSweep>): number {
  const law = ofActive(store, selectAnalysis)?.laws.scale
  return law?.status === 'fitted' ? law.exponent : NaN
}

describe('the dashboard store', () => {
  it('shows the sweep that was added last and keeps the others', () => {
    const store = storeWithSweep()
    add(store, sweepCsv([1e18, 1e19]), 'second.csv')
    expect(store.getState().sweeps.map((sweep) => sweep.name)).toEqual(['mine', 'second'])
    expect(ofActive(store, selectSweep)?.name).toBe('second')
  })

  it('goes on showing what a person opened when the sample comes late', () => {
    const store = storeWithSweep()
    const active = store.getState().activeSweepId
    const sample = sweepFile(sweepCsv([1e17, 1e18]), 'sample.csv')
    store.getState().addFiles([sample], { kind: 'sample' })
    expect(store.getState().sweeps).toHaveLength(2)
    expect(store.getState().activeSweepId).toBe(active)
  })

  it('tells of a file that cannot be read and leaves everything else as it was', () => {
    const store = storeWithSweep()
    const before = store.getState()
    store.getState().addRefusal('empty.csv', [{ severity: 'refused', code: 'empty-file' }])
    const after = store.getState()
    expect(after.refused).toMatchObject([
      { fileName: 'empty.csv', issues: [{ code: 'empty-file' }] },
    ])
    expect(after.sweeps).toBe(before.sweeps)
    expect(after.activeSweepId).toBe(before.activeSweepId)
    store.getState().dismissRefusal(after.refused[0]?.id ?? '')
    expect(store.getState().refused).toEqual([])
  })

  it('lists a file without a usable run but goes on showing the sweep that works', () => {
    const store = storeWithSweep()
    const active = store.getState().activeSweepId
    add(store, 'flops,params,loss\nx,y,z\n', 'text.csv')
    expect(store.getState().sweeps).toHaveLength(2)
    expect(store.getState().activeSweepId).toBe(active)
  })

  it('recomputes nothing when the budget, the data quality or the theme changes', () => {
    const store = storeWithSweep()
    const before = ofActive(store, selectAnalysis)
    store.getState().setComputeFlops(1e24)
    store.getState().setQuality(0.3)
    store.getState().setTheme('dark')
    store.getState().lightBudget(1e18)
    expect(ofActive(store, selectAnalysis)).toBe(before)
  })

  it('lets every law follow a run that is set aside, and takes it back exactly', () => {
    const store = storeWithSweep(seededNoise(3, 0.002))
    const id = store.getState().activeSweepId ?? ''
    const before = exponent(store)
    store.getState().decideRuns(id, ['L2'], 'set-aside')
    expect(Math.abs(exponent(store) - before)).toBeGreaterThan(1e-6)
    expect([...ofActive(store, selectSetAside)]).toEqual(['L2'])
    store.getState().decideRuns(id, ['L2'], 'kept')
    expect(exponent(store)).toBe(before)
  })

  it('keeps the budgets where they are when a run is set aside', () => {
    const store = storeWithSweep()
    const budgets = () => ofActive(store, selectGroups).map((group) => group.nominalFlops)
    const before = budgets()
    store.getState().decideRuns(store.getState().activeSweepId ?? '', ['L2'], 'set-aside')
    expect(budgets()).toEqual(before)
  })

  it('reads the sweep again under an edited mapping, as a new revision', () => {
    const store = storeWithSweep()
    const sweep = store.getState().sweeps[0]
    if (sweep === undefined) throw new Error('no sweep')
    const { tokens: _, ...mapping } = sweep.mapping
    store.getState().reread(sweep.id, { mapping })
    const again = store.getState().sweeps[0]
    expect(again?.revision).not.toBe(sweep.revision)
    expect(derivationTexts(again?.imported.derivations ?? [])).toContain(
      'D = C / 6N: no column of tokens.',
    )
    expect(again?.imported.runs).toHaveLength(27)
  })

  it('falls back to a metric that the sweep has', () => {
    const store = storeWithSweep()
    store.getState().chooseFit(store.getState().activeSweepId ?? '', { metric: 'M' })
    expect(ofActive(store, selectMetric)).toBe('N')
  })

  it('keeps the budget within 1e6 and 1e28 FLOPs', () => {
    const store = createDashboardStore()
    store.getState().setComputeFlops(1e40)
    expect(store.getState().computeFlops).toBe(1e28)
    store.getState().setComputeFlops(1)
    expect(store.getState().computeFlops).toBe(1e6)
  })

  it('shows another sweep when the one on screen is removed', () => {
    const store = storeWithSweep()
    add(store, sweepCsv([1e18]), 'second.csv')
    store.getState().removeSweep(store.getState().activeSweepId ?? '')
    expect(ofActive(store, selectSweep)?.name).toBe('mine')
  })

  it('is one of its own for every page', () => {
    storeWithSweep()
    expect(createDashboardStore().getState().sweeps).toEqual([])
  })
})
