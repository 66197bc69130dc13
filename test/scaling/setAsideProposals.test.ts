import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { proposeSetAside } from '../../src/scaling/sweeps/setAsideProposals.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'

/** Alternating noise of 0.2%, so that the robust scale is not zero. */
function noisy(): () => number {
  let sign = 1
  return () => 0.002 * (sign = -sign)
}

const proposalsFor = (runs: readonly Run[]) => proposeSetAside(runs, groupBudgets(runs, 0.1).groups)

function changed(runs: readonly Run[], index: number, values: Partial<Run>): Run[] {
  return runs.map((run, i) => (i === index ? { ...run, ...values } : run))
}

const lossOf = (runs: readonly Run[], index: number): number => runs[index]?.loss ?? NaN

describe('proposeSetAside', () => {
  const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19], sizes: 15, noise: noisy() })

  it('has nothing against a sound sweep, noisy or noise-free', () => {
    expect(proposalsFor(runs)).toEqual([])
    expect(proposalsFor(makeIsoFlopRuns({ budgets: [1e18, 1e19], sizes: 15, span: 60 }))).toEqual(
      [],
    )
  })

  it('proposes a run that the tracker calls failed', () => {
    expect(proposalsFor(changed(runs, 4, { status: 'crashed' }))).toEqual([
      { runId: runs[4]?.id, reason: { kind: 'failed', status: 'crashed' } },
    ])
  })

  it('proposes a run of twice the median loss as diverged', () => {
    const [proposal, ...others] = proposalsFor(changed(runs, 6, { loss: 9.5 }))
    expect(others).toEqual([])
    expect(proposal).toMatchObject({ runId: runs[6]?.id, reason: { kind: 'diverged' } })
  })

  it('proposes a run that sticks out of its curve by 5% as spiked, and says by how much', () => {
    const spiked = changed(runs, 7, { loss: lossOf(runs, 7) * 1.05 })
    const [proposal, ...others] = proposalsFor(spiked)
    expect(others).toEqual([])
    expect(proposal?.runId).toBe(runs[7]?.id)
    if (proposal?.reason.kind !== 'spiked') throw new Error('not spiked')
    expect(proposal.reason.excess).toBeGreaterThan(0.04)
    expect(proposal.reason.excess).toBeLessThan(0.06)
  })

  it('leaves alone a run as far below its curve, and the outermost runs', () => {
    expect(proposalsFor(changed(runs, 7, { loss: lossOf(runs, 7) * 0.95 }))).toEqual([])
    expect(proposalsFor(changed(runs, 0, { loss: lossOf(runs, 0) * 1.05 }))).toEqual([])
  })

  it('does not judge a budget of fewer than eight runs by its scatter', () => {
    const few = makeIsoFlopRuns({ budgets: [1e18], sizes: 7, noise: noisy() })
    expect(proposalsFor(changed(few, 3, { loss: lossOf(few, 3) * 1.05 }))).toEqual([])
  })
})

describe('proposeSetAside, by the tracker’s word', () => {
  const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19], sizes: 9, noise: noisy() })

  it.each(['failed', 'crashed', 'killed'])('takes “%s” as a failure', (status) => {
    expect(proposalsFor(changed(runs, 2, { status }))).toEqual([
      { runId: runs[2]?.id, reason: { kind: 'failed', status } },
    ])
  })

  it.each(['', 'finished', 'completed'])('has nothing against “%s”', (status) => {
    expect(proposalsFor(runs.map((run) => ({ ...run, status })))).toEqual([])
  })

  it('proposes a run that is not finished by its status or by its planned steps', () => {
    const [running, half, whole] = [0, 1, 2].map((i) => runs[i]?.id)
    const unfinished = changed(
      changed(changed(runs, 0, { status: 'running' }), 1, { steps: 500, plannedSteps: 1000 }),
      ...([2, { steps: 999, plannedSteps: 1000 }] as const),
    )
    const proposals = proposalsFor(unfinished)
    expect(proposals.map(({ runId, reason }) => [runId, reason.kind])).toEqual([
      [running, 'unfinished'],
      [half, 'unfinished'],
    ])
    expect(proposals.map(({ runId }) => runId)).not.toContain(whole)
  })

  it('proposes a run whose log ends in no number, and one that stands in the sweep before', () => {
    const copies = runs.slice(3, 4).map((run) => ({ ...run, id: 'copy', line: 99 }))
    expect(proposalsFor([...changed(runs, 0, { curveEnd: 'not-finite' }), ...copies])).toEqual([
      { runId: runs[0]?.id, reason: { kind: 'curve', end: 'not-finite' } },
      { runId: 'copy', reason: { kind: 'copy', ofRunId: runs[3]?.id } },
    ])
  })

  it('proposes a failed run that belongs to no budget too', () => {
    expect(proposalsFor(changed(runs, 2, { status: 'failed', statedBudget: 'none' }))).toEqual([
      { runId: runs[2]?.id, reason: { kind: 'failed', status: 'failed' } },
    ])
  })

  it('names the failure where a failed run has diverged as well, and names each run once', () => {
    const both = changed(runs, 4, { status: 'failed', loss: 20 })
    expect(proposalsFor(both).map(({ reason }) => reason.kind)).toEqual(['failed'])
  })
})

describe('proposeSetAside, by the curve', () => {
  const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19], sizes: 15, noise: noisy() })

  it('says how many times the median a diverged loss is', () => {
    const losses = runs.slice(0, 15).map((run) => run.loss)
    // Put above all others, the seventh run leaves the median at the eighth lowest of the rest.
    const rest = losses.filter((_, i) => i !== 6).toSorted((a, b) => a - b)
    const [proposal] = proposalsFor(changed(runs, 6, { loss: 12 }))
    if (proposal?.reason.kind !== 'diverged') throw new Error('not diverged')
    expect(proposal.reason.timesMedian).toBeCloseTo(12 / (rest[7] ?? NaN), 9)
  })

  it('finds a spike beside a diverged run, which does not bend the curve', () => {
    const spiked = changed(runs, 7, { loss: lossOf(runs, 7) * 1.05 })
    const both = changed(spiked, 11, { loss: 9 })
    expect(proposalsFor(both).map(({ runId, reason }) => [runId, reason.kind])).toEqual([
      [runs[7]?.id, 'spiked'],
      [runs[11]?.id, 'diverged'],
    ])
  })

  it('does not depend on the metric in use: a spike counts under any that all runs have', () => {
    const inBoth = runs.map((run) => ({
      ...run,
      scale: { N: run.scale.N ?? NaN, M: 6 * (run.scale.N ?? NaN) },
    }))
    const spiked = changed(inBoth, 7, { loss: lossOf(runs, 7) * 1.05 })
    const inN = spiked.map((run) => ({ ...run, scale: { N: run.scale.N ?? NaN } }))
    expect(proposalsFor(spiked)).toEqual(proposalsFor(inN))
    expect(proposalsFor(spiked)).toHaveLength(1)
  })

  it('leaves noise-free sweeps alone however wide their grid and wherever its centre', () => {
    for (const span of [3, 10, 100, 1000]) {
      for (const centre of [0.2, 1, 5]) {
        const sweep = makeIsoFlopRuns({ budgets: [1e18, 1e20], sizes: 12, span, centre })
        expect([span, centre, proposalsFor(sweep)]).toEqual([span, centre, []])
      }
    }
  })

  it('leaves alone a run that sticks out by less than 1% of its loss', () => {
    const quiet = makeIsoFlopRuns({ budgets: [1e18], sizes: 15, span: 4 })
    expect(proposalsFor(changed(quiet, 7, { loss: lossOf(quiet, 7) * 1.008 }))).toEqual([])
    expect(proposalsFor(changed(quiet, 7, { loss: lossOf(quiet, 7) * 1.02 }))).toHaveLength(1)
  })

  it('has nothing to say about no runs, or runs without budgets', () => {
    expect(proposeSetAside([], [])).toEqual([])
    expect(proposeSetAside(runs, [])).toEqual([])
  })
})

describe('proposeSetAside, beside neighbours', () => {
  const runs = makeIsoFlopRuns({ budgets: [1e18, 1e19], sizes: 15, noise: noisy() })

  it.each([
    ['the left', 1.08, 1.05, 7],
    ['the right', 1.05, 1.08, 8],
  ])(
    'proposes only the higher of two that stick out side by side: %s one',
    (_, left, right, top) => {
      const first = changed(runs, 7, { loss: lossOf(runs, 7) * left })
      const both = changed(first, 8, { loss: lossOf(runs, 8) * right })
      expect(proposalsFor(both).map(({ runId }) => runId)).toEqual([runs[top]?.id])
    },
  )
})
