import { describe, expect, it, vi } from 'vitest'
import { selectChoices, selectGroups, selectSetAside } from '../../src/store/analysisSelectors.ts'
import { ofActive } from '../fixtures/ofActive.ts'
import { createDashboardStore, type DashboardStore } from '../../src/store/createDashboardStore.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

const CSV = 'name,flops,params,loss,seed\na,1e18,1e8,3,1\nb,1e18,2e8,2.9,1\nc,1e18,4e8,3.1,1\n'

function storeWith(text = CSV) {
  const store = createDashboardStore()
  store.getState().addFiles([sweepFile(text, 'runs.csv')], { kind: 'file' })
  const id = store.getState().activeSweepId ?? ''
  return {
    store,
    id,
    undo: () => store.temporal.getState().undo(),
    redo: () => store.temporal.getState().redo(),
  }
}

describe('undo takes back', () => {
  it.each([
    [
      'a decision about runs',
      (store: ReturnType<typeof storeWith>['store'], id: string) => {
        store.getState().decideRuns(id, ['L2'], 'set-aside')
      },
    ],
    [
      'a changed mapping',
      (store, id) => {
        store.getState().reread(id, { mapping: {} })
      },
    ],
    [
      'a typed corpus',
      (store, id) => {
        store.getState().reread(id, { corpus: 'dclm' })
      },
    ],
    [
      'a setting',
      (store) => {
        store
          .getState()
          .chooseFit(store.getState().activeSweepId ?? '', { window: 'near' as never })
      },
    ],
    [
      'a new name',
      (store, id) => {
        store.getState().renameSweep(id, 'other')
      },
    ],
    [
      'a removal',
      (store, id) => {
        store.getState().removeSweep(id)
      },
    ],
    [
      'a copy',
      (store, id) => {
        store.getState().duplicateSweep(id)
      },
    ],
  ] as [string, (store: ReturnType<typeof storeWith>['store'], id: string) => void][])(
    '%s, and redo does it again',
    (_, act) => {
      const { store, id, undo, redo } = storeWith()
      const { sweeps, decisions, fits } = store.getState()
      act(store, id)
      const after = store.getState()
      expect(after.change).not.toBeNull()
      undo()
      expect(store.getState()).toMatchObject({ sweeps, decisions, fits })
      redo()
      expect(store.getState().sweeps).toBe(after.sweeps)
      expect(store.getState().fits).toBe(after.fits)
      expect(store.getState().decisions).toBe(after.decisions)
    },
  )

  it('the drag of a slider as one change, and not where one looks', () => {
    vi.useFakeTimers()
    const { store, undo } = storeWith()
    const steps = () => store.temporal.getState().pastStates.length
    const before = steps()
    for (const budgetTolerance of [0.11, 0.12, 0.13]) {
      store.getState().chooseFit(store.getState().activeSweepId ?? '', { budgetTolerance })
      vi.advanceTimersByTime(30)
    }
    store.getState().setComputeFlops(1e22)
    expect(steps()).toBe(before + 1)
    undo()
    expect(ofActive(store, selectChoices).budgetTolerance).toBe(0.1)
    expect(store.getState().computeFlops).toBe(1e22)
    vi.useRealTimers()
  })
})

describe('a corrected file dropped on top', () => {
  it('takes the place of the earlier one, keeps decisions, and tells the difference', () => {
    const { store, id } = storeWith()
    store.getState().decideRuns(id, ['L4'], 'set-aside')
    const corrected = CSV.replace('b,1e18,2e8,2.9', 'new,1e18,3e8,2.8,1\nb,1e18,2e8,2.95')
    store.getState().addFiles([sweepFile(corrected, 'runs.csv')], { kind: 'file' })
    const { sweeps, replacement } = store.getState()
    expect(sweeps).toHaveLength(1)
    expect(sweeps[0]?.imported.runs).toHaveLength(4)
    expect([...ofActive(store, selectSetAside)]).toEqual(['L5'])
    const names = (runs: readonly { readonly name: string }[]) => runs.map(({ name }) => name)
    expect(names(replacement?.difference.added ?? [])).toEqual(['new'])
    expect(names((replacement?.difference.changed ?? []).map(({ after }) => after))).toEqual(['b'])
    expect(replacement?.difference.unchanged).toBe(2)
  })

  it('is another sweep where most runs are others, or the columns are', () => {
    const { store } = storeWith()
    const others = CSV.replaceAll(/^([abc]),1e18,/gm, 'x$1,1e19,')
    store.getState().addFiles([sweepFile(others, 'runs.csv')], { kind: 'file' })
    store.getState().addFiles([sweepFile(CSV.replace('seed', 'sd'), 'runs.csv')], { kind: 'file' })
    expect(store.getState().sweeps).toHaveLength(3)
  })
})

describe('several files', () => {
  it('become one sweep whose rows know their file, and go apart again', () => {
    const store = createDashboardStore()
    const files = ['a.csv', 'b.csv'].map((name) => sweepFile(CSV, name))
    store.getState().addFiles(files, { kind: 'file' }, { asOne: true })
    const [joined] = store.getState().sweeps
    expect(joined?.imported.runs).toHaveLength(6)
    expect(new Set(joined?.imported.runs.map((run) => run.id)).size).toBe(6)
    expect(joined?.table.header.at(-1)).toBe('file')
    store.getState().splitSweep(joined?.id ?? '')
    expect(store.getState().sweeps.map(({ name }) => name)).toEqual(['a', 'b'])
    store.getState().joinSweeps(store.getState().sweeps.map(({ id }) => id))
    expect(store.getState().sweeps).toHaveLength(1)
  })

  it('become one run where they speak of the same one, and only there', () => {
    const store = createDashboardStore()
    const steps = Array.from({ length: 20 }, (_, i) => i * 10)
    const scalar = (loss: number) =>
      ['Wall time,Step,Value', ...steps.map((s) => `${1.7e9 + s},${s},${loss}`)].join('\n')
    const files = [
      sweepFile(scalar(3), '70m.csv'),
      sweepFile(scalar(2.8), '160m.csv'),
      sweepFile('name,params,tokens\n70m,7e7,1e9\n160m,1.6e8,2e9\n', 'configurations.csv'),
    ]
    store.getState().addFiles(files, { kind: 'file' })
    expect(store.getState().sweeps.flatMap((sweep) => sweep.imported.runs)).toEqual([])
    store.getState().joinSweeps(store.getState().sweeps.map(({ id }) => id))
    const [joined] = store.getState().sweeps
    expect(joined?.imported.runs).toMatchObject([
      { name: '70m', loss: 3, scale: { N: 7e7 }, tokens: 1e9 },
      { name: '160m', loss: 2.8, scale: { N: 1.6e8 }, tokens: 2e9 },
    ])
    expect(joined?.tableIssues).toMatchObject([{ code: 'rows-merged', found: '2' }])
  })

  it('let the file name tell the corpus', () => {
    const store = createDashboardStore()
    const files = ['dclm.csv', 'comma.csv'].map((name) => sweepFile(CSV, name))
    store.getState().addFiles(files, { kind: 'file' }, { asOne: true })
    const [joined] = store.getState().sweeps
    if (joined === undefined) throw new Error('no sweep')
    const column = joined.table.header.indexOf('file')
    const corpus = { columns: [column], unit: 'text' } as const
    store.getState().reread(joined.id, { mapping: { ...joined.mapping, corpus } })
    const corpora = store.getState().sweeps[0]?.imported.runs.map((run) => run.corpus)
    expect(new Set(corpora)).toEqual(new Set(['dclm.csv', 'comma.csv']))
  })
})

describe('a log that says neither parameters nor compute', () => {
  const log = [
    'run,step,loss',
    ...['a', 'b'].flatMap((run, k) =>
      Array.from({ length: 12 }, (_, i) => `${run},${i * 10},${4 - k - i / 10}`),
    ),
  ].join('\n')
  const table = 'name,params,tokens\na,7e7,1e9\nb,1.6e8,2e9\n'

  it.each([
    ['the table of its runs dropped on top', log, table],
    ['the log dropped on top of the table', table, log],
  ])('is completed by name: %s', (_, first, second) => {
    const { store } = storeWith(first)
    expect(store.getState().sweeps[0]?.imported.runs).toEqual([])
    store.getState().addFiles([sweepFile(second, 'second.csv')], { kind: 'file' })
    expect(store.getState().sweeps).toHaveLength(1)
    expect(store.getState().sweeps[0]?.imported.runs).toMatchObject([
      { name: 'a', loss: expect.closeTo(2.9, 9) as number, scale: { N: 7e7 }, tokens: 1e9 },
      { name: 'b', loss: expect.closeTo(1.9, 9) as number, scale: { N: 1.6e8 }, tokens: 2e9 },
    ])
    store.temporal.getState().undo()
    expect(store.getState().sweeps[0]?.imported.runs).toEqual([])
  })

  it('stays apart from a table of other runs', () => {
    const { store } = storeWith(log)
    const others = table.replace('a,7e7', 'x,7e7').replace('b,1.6e8', 'y,1.6e8')
    store.getState().addFiles([sweepFile(others, 'second.csv')], { kind: 'file' })
    expect(store.getState().sweeps).toHaveLength(2)
  })
})

describe('runs that repeat one another', () => {
  const repeated = `${CSV}d,1e18,2e8,3.1,2\n`

  it('each take part until a person averages them, then as one with their mean loss', () => {
    const { store, id } = storeWith(repeated)
    const losses = () =>
      ofActive(store, selectGroups)
        .flatMap((group) => group.runs.map((run) => run.loss))
        .toSorted((first, second) => first - second)
    expect(losses()).toEqual([2.9, 3, 3.1, 3.1])
    store.getState().decideRuns(id, ['L3', 'L5'], 'averaged')
    expect(losses()).toEqual([3, 3, 3.1])
  })

  it('come back averaged when one is set aside and brought back', () => {
    const { store, id } = storeWith(repeated)
    store.getState().decideRuns(id, ['L3', 'L5'], 'averaged')
    const averaged = ofActive(store, selectGroups).flatMap((group) => group.runs)
    store.getState().includeRuns(id, ['L5'], false)
    expect([...ofActive(store, selectSetAside)]).toEqual(['L5'])
    store.getState().includeRuns(id, ['L5'], true)
    expect(ofActive(store, selectGroups).flatMap((group) => group.runs)).toEqual(averaged)
  })
})

describe('populations of one file', () => {
  const rowsOf = (factor: number, corpus: string) =>
    makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] }).map((run, i) =>
      [
        `${corpus}-${i}`,
        ...[run.computeFlops, run.scale.N, run.tokens],
        run.loss * factor * (1 + 0.002 * Math.sin(i * 7)),
        corpus,
      ].join(','),
    )
  const text = (...parts: readonly (readonly string[])[]) =>
    ['name,flops,params,tokens,loss,train_corpus', ...parts.flat()].join('\n')
  const BOTH = text(rowsOf(1, 'comma'), rowsOf(0.95, 'dclm'))

  function storeWithBoth() {
    const store = createDashboardStore()
    store.getState().addFiles([sweepFile(BOTH, 'both.csv')], { kind: 'file' })
    return store
  }
  const names = (store: DashboardStore) => store.getState().sweeps.map(({ name }) => name)

  it('are a sweep each, named by their value', () => {
    const store = storeWithBoth()
    expect(names(store)).toEqual(['both · comma', 'both · dclm'])
    expect(store.getState().sweeps.map((sweep) => sweep.imported.runs.length)).toEqual([27, 27])
  })

  it('are pooled by one click with their decisions, which undo takes back, and go apart again', () => {
    const store = storeWithBoth()
    const [, dclm] = store.getState().sweeps
    store.getState().includeRuns(dclm?.id ?? '', ['L30'], false)
    store.getState().poolPopulations(dclm?.id ?? '')
    expect(names(store)).toEqual(['both'])
    expect(store.getState().sweeps[0]?.imported.runs).toHaveLength(54)
    expect([...ofActive(store, selectSetAside)]).toEqual(['L30'])
    store.temporal.getState().undo()
    expect(names(store)).toEqual(['both · comma', 'both · dclm'])
    store.temporal.getState().redo()
    store.getState().separatePopulations(store.getState().sweeps[0]?.id ?? '')
    expect(names(store)).toEqual(['both · comma', 'both · dclm'])
  })

  it('each take their part of a corrected file, and one that is new becomes a sweep', () => {
    const store = storeWithBoth()
    const corrected = text(rowsOf(1, 'comma'), rowsOf(0.96, 'dclm'), rowsOf(0.9, 'nemotron'))
    store.getState().addFiles([sweepFile(corrected, 'both.csv')], { kind: 'file' })
    expect(names(store)).toEqual(['both · comma', 'both · dclm', 'both · nemotron'])
    expect(store.getState().sweeps.map((sweep) => sweep.imported.runs.length)).toEqual([27, 27, 27])
    expect(store.getState().replacement?.difference).toMatchObject({ unchanged: 27 })
  })

  it('that were files of their own keep the names of the files as corpora when made one', () => {
    const store = createDashboardStore()
    const files = [
      sweepFile(text(rowsOf(1, '')), 'comma.csv'),
      sweepFile(text(rowsOf(0.9, '')), 'dclm.csv'),
    ]
    store.getState().addFiles(files, { kind: 'file' })
    store.getState().joinSweeps(store.getState().sweeps.map(({ id }) => id))
    const [joined] = store.getState().sweeps
    expect(store.getState().sweeps).toHaveLength(1)
    const corpora = joined?.imported.runs.map((run) => run.corpus)
    expect([...new Set(corpora)]).toEqual(['comma', 'dclm'])
    expect(joined?.pooled).toBe(true)
    expect(joined?.populations?.heading).toBe('file')
  })
})
