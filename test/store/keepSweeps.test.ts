import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDashboardStore } from '../../src/store/createDashboardStore.ts'
import { keepSweeps } from '../../src/store/kept/keepSweeps.ts'
import { openSweepDatabase, type SweepDatabase } from '../../src/store/kept/sweepDatabase.ts'
import { sweepFile } from '../fixtures/readSweep.ts'

const CSV = 'name,flops,params,loss\na,1e18,1e8,3\nb,1e18,2e8,2.9\n'
const LOG = ['run,step,loss,params', ...Array.from({ length: 20 }, (_, i) => `r,${i},3,1e8`)].join(
  '\n',
)

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A page with its keeping; `leave` waits until all is written, as a visit ends. */
async function visit(open: () => Promise<SweepDatabase> = openSweepDatabase) {
  const store = createDashboardStore()
  const { written, stop } = await keepSweeps(store, open)
  return {
    store,
    written,
    leave: async () => {
      await written()
      stop()
    },
  }
}

describe('sweeps are there again after a reload', () => {
  it('with their names, files, choices and decisions', async () => {
    const first = await visit()
    first.store.getState().addFiles([sweepFile(CSV, 'a.csv')], { kind: 'file' })
    first.store.getState().addFiles([sweepFile(LOG, 'log.csv')], { kind: 'file' })
    const [a, log] = first.store.getState().sweeps
    first.store.getState().renameSweep(a?.id ?? '', 'mine')
    first.store.getState().reread(a?.id ?? '', { bytesPerToken: 4, corpus: 'dclm' })
    first.store.getState().decideRuns(a?.id ?? '', ['L3'], 'set-aside')
    first.store.getState().reread(log?.id ?? '', { reduction: 'minimum' })
    await first.leave()

    const { store, leave } = await visit()
    const restored = store.getState().sweeps
    expect(restored.map(({ name }) => name)).toEqual(['mine', 'log'])
    expect(restored.map(({ imported }) => imported)).toEqual(
      first.store.getState().sweeps.map(({ imported }) => imported),
    )
    expect(restored[1]?.files[0]?.source.log?.steps).toHaveLength(20)
    expect(store.getState().decisions[a?.id ?? '']).toEqual({ L3: 'set-aside' })
    expect(store.getState().keeping).toEqual({ status: 'kept' })
    expect(store.temporal.getState().pastStates).toEqual([])
    await leave()
  })

  it('but not those that were removed, nor samples', async () => {
    const first = await visit()
    first.store.getState().addFiles([sweepFile(CSV, 'a.csv')], { kind: 'file' })
    first.store.getState().addFiles([sweepFile(CSV, 's.csv')], { kind: 'sample' })
    await first.written()
    first.store.getState().removeSweep(first.store.getState().sweeps[0]?.id ?? '')
    await first.leave()
    const second = await visit()
    expect(second.store.getState().sweeps).toEqual([])
    await second.leave()
  })
})

describe('a sweep that is taken back while it is written for the first time', () => {
  it('stays away, and the database forgets it', async () => {
    let isWriting = (): void => undefined
    const begun = new Promise<void>((resolve) => (isWriting = resolve))
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const slow = async (): Promise<SweepDatabase> => {
      const database = await openSweepDatabase()
      return {
        ...database,
        changeSweep: async (id, change) => {
          isWriting()
          await held
          return database.changeSweep(id, change)
        },
      }
    }
    const first = await visit(slow)
    first.store.getState().addFiles([sweepFile(CSV, 'a.csv')], { kind: 'file' })
    await begun
    first.store.temporal.getState().undo()
    goOn()
    await first.leave()
    expect(first.store.getState().sweeps).toEqual([])
    const second = await visit()
    expect(second.store.getState().sweeps).toEqual([])
    await second.leave()
  })
})

describe('a database that fails is told, and the work goes on', () => {
  it('where it is refused', async () => {
    const { store, leave } = await visit(() => Promise.reject(new Error('no')))
    store.getState().addFiles([sweepFile(CSV)], { kind: 'file' })
    expect(store.getState().sweeps).toHaveLength(1)
    const { keeping } = store.getState()
    expect(keeping).toEqual({ status: 'failed', reason: 'forbidden' })
    await leave()
  })

  it('where it is full', async () => {
    const full = (): Promise<void> =>
      Promise.reject(new DOMException('quota', 'QuotaExceededError'))
    const { store, leave } = await visit(async () => ({
      ...(await openSweepDatabase()),
      putFile: full,
    }))
    store.getState().addFiles([sweepFile(CSV)], { kind: 'file' })
    await leave()
    const { keeping } = store.getState()
    expect(keeping).toEqual({ status: 'failed', reason: 'full' })
    expect(store.getState().sweeps).toHaveLength(1)
  })
})

describe('two pages with the same sweep', () => {
  /** Two pages that hear each other, with one sweep of three runs in both. */
  async function twoPages() {
    const open = async () => {
      const store = createDashboardStore()
      const keeper = await keepSweeps(store, openSweepDatabase, new BroadcastChannel('pages'))
      return { store, ...keeper }
    }
    const a = await open()
    a.store.getState().addFiles([sweepFile(CSV, 'a.csv')], { kind: 'file' })
    const id = a.store.getState().activeSweepId ?? ''
    await a.written()
    const b = await open()
    expect(b.store.getState().sweeps).toHaveLength(1)
    const decisions = (page: typeof a) => page.store.getState().decisions[id] ?? {}
    const leave = () => {
      a.stop()
      b.stop()
    }
    return { a, b, id, decisions, leave }
  }

  it('follow one another, and keep the decisions of both', async () => {
    const { a, b, id, decisions, leave } = await twoPages()
    a.store.getState().decideRuns(id, ['L2'], 'set-aside')
    b.store.getState().decideRuns(id, ['L3'], 'set-aside')
    const both = { L2: 'set-aside', L3: 'set-aside' }
    await vi.waitFor(() => {
      expect([decisions(a), decisions(b)]).toEqual([both, both])
    })
    const third = await visit()
    expect(third.store.getState().decisions[id]).toEqual(both)
    await third.leave()
    leave()
  })

  it('keep what the other decided when one takes its own change back', async () => {
    const { a, b, id, decisions, leave } = await twoPages()
    a.store.getState().decideRuns(id, ['L2'], 'set-aside')
    b.store.getState().decideRuns(id, ['L3'], 'set-aside')
    await vi.waitFor(() => {
      expect(Object.keys(decisions(a))).toHaveLength(2)
    })
    a.store.temporal.getState().undo()
    expect(decisions(a)).toEqual({ L3: 'set-aside' })
    await vi.waitFor(() => {
      expect(decisions(b)).toEqual({ L3: 'set-aside' })
    })
    leave()
  })

  it('tell each other of new names, new readings, new sweeps and those removed', async () => {
    const { a, b, id, leave } = await twoPages()
    a.store.getState().renameSweep(id, 'mine')
    b.store.getState().reread(id, { corpus: 'dclm' })
    b.store
      .getState()
      .addFiles([sweepFile(CSV.replaceAll('1e18', '1e19'), 'b.csv')], { kind: 'file' })
    const seen = (page: typeof a) =>
      page.store.getState().sweeps.map(({ name, corpus }) => `${name} ${corpus}`)
    await vi.waitFor(() => {
      expect([seen(a), seen(b)]).toEqual([
        ['mine dclm', 'b '],
        ['mine dclm', 'b '],
      ])
    })
    b.store.getState().removeSweep(id)
    await vi.waitFor(() => {
      expect(seen(a)).toEqual(['b '])
    })
    leave()
  })
})

describe('what the database holds is checked when it is read', () => {
  /** Changes a kept record as a fault or an earlier version of the page would have left it. */
  async function tamper(change: (record: Record<string, unknown>) => void): Promise<void> {
    const first = await visit()
    first.store.getState().addFiles([sweepFile(CSV, 'a.csv')], { kind: 'file' })
    const id = first.store.getState().activeSweepId ?? ''
    first.store.getState().chooseFit(id, { metric: 'N', budgetTolerance: 0.2 })
    await first.leave()
    const db = await openDB('isoflop')
    const record = (await db.get('sweeps', id)) as Record<string, unknown>
    change(record)
    await db.put('sweeps', record)
    db.close()
  }

  it('a record of an earlier version gets what it lacks', async () => {
    await tamper((record) => {
      for (const key of ['conditions', 'pooled', 'fit']) Reflect.deleteProperty(record, key)
    })
    const { store, leave } = await visit()
    expect(store.getState().sweeps[0]).toMatchObject({ name: 'a', conditions: [], pooled: false })
    expect(Object.values(store.getState().fits)).toEqual([{}])
    await leave()
  })

  it('a choice that may not be is left out alone', async () => {
    await tamper((record) => {
      record['fit'] = { metric: 'N', budgetTolerance: 'wide', window: { factor: -1 } }
    })
    const { store, leave } = await visit()
    expect(Object.values(store.getState().fits)).toEqual([{ metric: 'N' }])
    await leave()
  })

  it.each([
    ['columns that are no numbers', 'mapping', { loss: { columns: ['x'], unit: 'nats/token' } }],
    ['no files', 'fileIds', []],
    ['a decision that there is not', 'decisions', { L2: 'burned' }],
    ['a name that is a number', 'name', 7],
  ])('a record with %s is told and left where it is', async (_, key, value) => {
    await tamper((record) => {
      record[key] = value
    })
    const { store, leave } = await visit()
    expect(store.getState().sweeps).toEqual([])
    expect(store.getState().refused.map(({ issues }) => issues[0]?.code)).toEqual([
      'damaged-record',
    ])
    await leave()
    const db = await openDB('isoflop')
    expect(await db.count('sweeps')).toBe(1)
    db.close()
  })
})
