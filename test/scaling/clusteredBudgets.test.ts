import { describe, expect, it } from 'vitest'
import { clusteredBudgets } from '../../src/scaling/budgets/clusteredBudgets.ts'
import { makeRun } from '../fixtures/makeRuns.ts'

const runsAt = (compute: readonly number[]) =>
  compute.map((computeFlops, i) => makeRun({ line: i + 2, computeFlops }))

/** Nominal budgets and the lines of their runs; null where the compute is no set of clusters. */
function clustersOf(compute: readonly number[], tolerance: number) {
  const found = clusteredBudgets(runsAt(compute), tolerance)
  return found === null
    ? null
    : [...found.members].map(([nominal, runs]) => [nominal, runs.map((run) => run.line)])
}

describe('clusteredBudgets', () => {
  it('cuts where the next compute lies more than the tolerance above the last', () => {
    const compute = [1e18, 1.04e18, 1.08e18, 1.2e18, 1.25e18, 1.3e18]
    expect(clustersOf(compute, 0.1)).toEqual([
      [1.04e18, [2, 3, 4]],
      [1.25e18, [5, 6, 7]],
    ])
  })

  it('keeps the order of the file within a cluster', () => {
    expect(clustersOf([1.02e18, 9.9e18, 0.99e18, 1e19, 1e18, 1.01e19], 0.1)).toEqual([
      [1e18, [2, 4, 6]],
      [1e19, [3, 5, 7]],
    ])
  })

  it('is null when a chain of small steps is wider than twice the tolerance', () => {
    const chain = Array.from({ length: 12 }, (_, i) => 1e18 * 1.05 ** i)
    expect(clustersOf(chain, 0.1)).toBeNull()
    // The first four steps alone stay within (1 + 0.1) / (1 - 0.1) = 1.22.
    expect(clustersOf(chain.slice(0, 5), 0.1)).toEqual([[1.103e18, [2, 3, 4, 5, 6]]])
  })

  it('is null when clusters of three and more hold less than 60% of the runs', () => {
    const three = [1e18, 1e18, 1e18]
    expect(clustersOf([...three, 2e18, 4e18], 0.1)).toEqual([[1e18, [2, 3, 4]]])
    expect(clustersOf([...three, 2e18, 4e18, 8e18], 0.1)).toBeNull()
  })

  it('leaves out clusters of fewer than three runs', () => {
    expect(clustersOf([1e18, 1e18, 1e18, 5e18, 5e18], 0.1)).toEqual([[1e18, [2, 3, 4]]])
  })
})
