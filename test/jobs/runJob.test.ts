import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { JOB_HANDLERS } from '../../src/jobs/handlers.ts'
import { resampleLaws } from '../../src/scaling/estimators/isoFlop/intervals/resampleLaws.ts'
import { resamplingOf } from '../../src/scaling/estimators/isoFlop/intervals/resampling.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'

const GROUPS = groupBudgets(makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20] }), 0.1).groups

const INPUT = {
  groups: groupBudgets(makeIsoFlopRuns({ budgets: [1e18, 1e19] }), 0.1).groups,
  settings: { metric: 'N', window: 'all', estimator: 'parabola', budgetCompute: 'nominal' },
  lossForm: 'power',
  method: 'pairs',
  replicates: 30,
  seed: 3,
} as const

/** A worker that does as the test tells it. */
class FakeWorker extends EventTarget {
  static last: FakeWorker
  terminated = false
  posted: unknown = null
  postMessage(message: unknown): void {
    FakeWorker.last = this
    this.posted = message
  }
  terminate(): void {
    this.terminated = true
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

async function start(controller = new AbortController()) {
  vi.stubGlobal('Worker', FakeWorker)
  const { runJob } = await import('../../src/jobs/runJob.ts')
  const onProgress = vi.fn()
  const result = runJob('resampleLaws', INPUT, { signal: controller.signal, onProgress })
  await new Promise((resolve) => setTimeout(resolve))
  return { result, onProgress, controller, worker: FakeWorker.last }
}

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('runJob', () => {
  it('hands the input over, passes progress on and resolves with the output', async () => {
    const { result, onProgress, worker } = await start()
    expect(worker.posted).toEqual({ kind: 'resampleLaws', input: INPUT })
    worker.say({ type: 'progress', fraction: 0.5 })
    worker.say({ type: 'done', output: 'the output' })
    await expect(result).resolves.toBe('the output')
    expect(onProgress).toHaveBeenCalledWith(0.5)
  })

  it('gives the next job a worker that is done with its own, and hears no more of the first', async () => {
    const first = await start()
    first.worker.say({ type: 'done', output: 'first' })
    await first.result
    const second = await start()
    expect(second.worker).toBe(first.worker)
    second.worker.say({ type: 'progress', fraction: 0.25 })
    second.worker.say({ type: 'done', output: 'second' })
    await expect(second.result).resolves.toBe('second')
    expect(first.onProgress).not.toHaveBeenCalled()
  })

  it('gives jobs that run at once a worker each, and keeps two of those that are done', async () => {
    const jobs = [await start(), await start(), await start()]
    expect(new Set(jobs.map(({ worker }) => worker)).size).toBe(3)
    for (const { worker } of jobs) worker.say({ type: 'done', output: '' })
    await Promise.all(jobs.map(({ result }) => result))
    expect(jobs.map(({ worker }) => worker.terminated)).toEqual([false, false, true])
  })

  it('ends the worker and rejects when it is aborted', async () => {
    const { result, controller, worker } = await start()
    controller.abort()
    await expect(result).rejects.toThrow(/abort/i)
    expect(worker.terminated).toBe(true)
  })

  it('rejects with what the job said when it fails', async () => {
    const { result, worker } = await start()
    worker.say({ type: 'failed', message: 'a fault of ours' })
    await expect(result).rejects.toThrow('a fault of ours')
  })

  it('rejects when the worker cannot start', async () => {
    const { result, worker } = await start()
    worker.dispatchEvent(new Event('error'))
    await expect(result).rejects.toThrow('worker did not start')
  })

  it('hands nothing over when it is aborted before its turn', async () => {
    vi.stubGlobal('Worker', FakeWorker)
    const { runJob } = await import('../../src/jobs/runJob.ts')
    const handOver = vi.spyOn(FakeWorker.prototype, 'postMessage')
    const controller = new AbortController()
    const options = { signal: controller.signal, onProgress: () => undefined }
    const result = runJob('resampleLaws', INPUT, options)
    controller.abort()
    await expect(result).rejects.toThrow(/abort/i)
    await new Promise((resolve) => setTimeout(resolve))
    expect(handOver).not.toHaveBeenCalled()
  })

  it('starts nothing when it is aborted already', async () => {
    const controller = new AbortController()
    controller.abort(new Error('too late'))
    vi.stubGlobal('Worker', FakeWorker)
    const { runJob } = await import('../../src/jobs/runJob.ts')
    const options = { signal: controller.signal, onProgress: () => undefined }
    await expect(runJob('resampleLaws', INPUT, options)).rejects.toThrow('too late')
  })
})

describe('the handlers', () => {
  it('are ordinary functions that give what the fit gives', () => {
    const silent = () => undefined
    expect(JOB_HANDLERS.resampleLaws(INPUT, silent)).toEqual(resampleLaws(INPUT, silent))
  })

  it.each(['parabola', 'shared-shape', 'akima'] as const)(
    'give delta replicates of %s from a few numbers that were sent, without the runs',
    (estimator) => {
      const silent = () => undefined
      const settings = { ...INPUT.settings, estimator }
      const input = { ...INPUT, groups: GROUPS, settings, method: 'delta' } as const
      const sent = structuredClone(resamplingOf(input))
      expect(JSON.stringify(sent)).not.toContain('runs')
      expect(JOB_HANDLERS.resampleLaws(sent, silent)).toEqual(resampleLaws(input, silent))
    },
  )
})
