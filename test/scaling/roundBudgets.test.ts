import { describe, expect, it } from 'vitest'
import { roundBudgets } from '../../src/scaling/budgets/roundBudgets.ts'
import { makeRun } from '../fixtures/makeRuns.ts'

const runsAt = (compute: readonly number[]) =>
  compute.map((computeFlops, i) => makeRun({ line: i + 2, computeFlops }))
const budgetsOf = (compute: readonly number[], tolerance = 0.1) =>
  [...roundBudgets(runsAt(compute), tolerance).members]
    .map(([nominal, runs]) => [nominal, runs.length])
    .toSorted(([a = 0], [b = 0]) => a - b)

/** Ten values spread evenly in ln C from -9% to +9% of a budget. */
const around = (nominal: number): number[] =>
  Array.from({ length: 10 }, (_, i) => nominal * 1.0954 ** ((i - 4.5) / 4.5))

const evenly = (count: number, low: number, high: number): number[] =>
  Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)))

describe('roundBudgets', () => {
  it('finds one- and three-fold powers of ten that compute gathers around', () => {
    expect(budgetsOf([...around(1e18), ...around(3e18), ...around(1e19), ...around(3e19)])).toEqual(
      [
        [1e18, 10],
        [3e18, 10],
        [1e19, 10],
        [3e19, 10],
      ],
    )
  })

  it('finds other mantissas too', () => {
    expect(budgetsOf([...around(6e18), ...around(1e19), ...around(6e19), ...around(1e20)])).toEqual(
      [
        [6e18, 10],
        [1e19, 10],
        [6e19, 10],
        [1e20, 10],
      ],
    )
  })

  it('gives a run that two budgets could claim to the rounder one', () => {
    // 9.45e18 lies within 10% of both 9e18 and 1e19.
    const compute = [...around(1e18), ...around(1e19), ...around(1e20), 9.45e18]
    expect(budgetsOf(compute)).toEqual([
      [1e18, 10],
      [1e19, 11],
      [1e20, 10],
    ])
  })

  it('sees no budgets in compute that is spread evenly, however many runs there are', () => {
    for (const count of [30, 100, 400]) {
      expect([count, budgetsOf(evenly(count, 1e18, 1e21))]).toEqual([count, []])
    }
  })

  it('is not misled when fewer than 40% of the runs gather', () => {
    const gathered = [...around(1e18), ...around(1e19)]
    // Between 1.12e18 and 1.75e18 no round number is near.
    expect(budgetsOf([...gathered, ...evenly(20, 1.12e18, 1.75e18)])).toHaveLength(2)
    expect(budgetsOf([...gathered, ...evenly(40, 1.12e18, 1.75e18)])).toEqual([])
  })

  it('claims only runs within the tolerance', () => {
    const compute = [...around(1e18), ...around(1e19), ...around(1e20), 1.15e19]
    const claimed = [...roundBudgets(runsAt(compute), 0.1).members.values()].flat()
    expect(claimed).toHaveLength(30)
  })

  it.each([
    ['no runs', []],
    ['all runs at one compute', [1e18, 1e18, 1e18]],
  ])('finds nothing in %s', (_, compute) => {
    expect(budgetsOf(compute)).toEqual([])
  })
})
