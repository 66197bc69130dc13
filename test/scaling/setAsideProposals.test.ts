import { describe, expect, it } from 'vitest'
import { groupBudgets } from '../../src/scaling/budgetGroups.ts'
import type { Run } from '../../src/scaling/run.ts'
import { proposeSetAside } from '../../src/scaling/setAsideProposals.ts'
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
