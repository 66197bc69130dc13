import { describe, expect, it } from 'vitest'
import { lawReplicatesQuery } from '../../src/queries/lawReplicatesQuery.ts'
import type { ResampleInput } from '../../src/scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { selectResampleInput, selectReplicatesIdentity } from '../../src/store/analysisSelectors.ts'
import { createDashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { ofActive } from '../fixtures/ofActive.ts'
import { sweepFileOfRuns } from '../fixtures/sweepFileOfRuns.ts'

const BUDGETS = [1e18, 1e19, 1e20]

function loaded() {
  const store = createDashboardStore()
  const file = sweepFileOfRuns(makeIsoFlopRuns({ budgets: BUDGETS }), 's.csv')
  store.getState().addFiles([file], { kind: 'file' })
  return store
}
type Loaded = ReturnType<typeof loaded>

const keyOf = (store: Loaded): string => {
  const input = ofActive(store, selectResampleInput)
  const identity = ofActive(store, selectReplicatesIdentity)
  return JSON.stringify(lawReplicatesQuery(identity, input, () => undefined).queryKey)
}
const active = (store: Loaded): string => store.getState().activeSweepId ?? ''

describe('the key of the resamples', () => {
  it.each<[string, (store: Loaded) => void]>([
    [
      'seed',
      (store) => {
        store.getState().chooseIntervals({ seed: 7 })
      },
    ],
    [
      'number of replicates',
      (store) => {
        store.getState().chooseIntervals({ replicates: 50 })
      },
    ],
    [
      'window',
      (store) => {
        store.getState().chooseFit(active(store), { window: { factor: 6 } })
      },
    ],
    [
      'curve',
      (store) => {
        store.getState().chooseFit(active(store), { estimator: 'parabola' })
      },
    ],
    [
      'tolerance',
      (store) => {
        store.getState().chooseFit(active(store), { budgetTolerance: 0.2 })
      },
    ],
    [
      'runs that take part',
      (store) => {
        store.getState().includeRuns(active(store), ['L3'], false)
      },
    ],
    [
      'runs that are averaged',
      (store) => {
        store.getState().decideRuns(active(store), ['L3'], 'averaged')
      },
    ],
    [
      'sweep',
      (store) => {
        store.getState().duplicateSweep(active(store))
      },
    ],
    [
      'reading',
      (store) => {
        store.getState().reread(active(store), { corpus: 'c4' })
      },
    ],
  ])('is another with another %s', (_what, change) => {
    const store = loaded()
    const before = keyOf(store)
    change(store)
    expect(keyOf(store)).not.toBe(before)
  })

  it('is the same for the same, and holds no runs', () => {
    const [one, other] = [loaded(), loaded()]
    const input = ofActive(one, selectResampleInput)
    const same = (of: ResampleInput | null) =>
      JSON.stringify(lawReplicatesQuery(['s'], of, () => undefined).queryKey)
    expect(same(input)).toBe(same(ofActive(other, selectResampleInput)))
    expect(same(input).length).toBeLessThan(1000)
  })
})
