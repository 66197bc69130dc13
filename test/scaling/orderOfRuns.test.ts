import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  analyseSweep,
  type FitSettings,
} from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import type { GroupingMethod } from '../../src/scaling/budgets/nominalBudget.ts'
import type { Run } from '../../src/scaling/runs/run.ts'
import { proposeSetAside } from '../../src/scaling/sweeps/setAsideProposals.ts'
import { sweepKind } from '../../src/scaling/sweeps/sweepKind.ts'
import { makeIsoFlopRuns, makeRun } from '../fixtures/makeRuns.ts'

/** A fixed sequence within ±1 that repeats only after 89 values. */
function wobble(): () => number {
  let step = 0
  return () => ((step++ * 34) % 89) / 44.5 - 1
}

const noise = wobble()
const sound = makeIsoFlopRuns({
  budgets: [1e18, 3e18, 1e19, 3e19],
  sizes: 11,
  noise: () => 0.002 * noise(),
})
/** One failed, one diverged, one spiked run. */
const runs = sound.map((run, i): Run => {
  if (i === 3) return { ...run, status: 'failed' }
  if (i === 15) return { ...run, loss: run.loss * 2.5 }
  if (i === 27) return { ...run, loss: run.loss * 1.1 }
  return run
})

/** The sweep with its compute off by up to `spread`. */
function scattered(spread: number): Run[] {
  const drift = wobble()
  return runs.map((run) => ({ ...run, computeFlops: run.computeFlops * (1 + spread * drift()) }))
}

/** Runs between two budgets, which leave no gap for clusters to end at. */
const between = [1.15, 1.25, 1.36, 1.48, 1.6, 1.75, 1.9, 2.1, 2.3, 2.5].map((factor, i) =>
  makeRun({ line: 90 + i, computeFlops: factor * 1e18, scale: { N: 1e7 * factor }, loss: 4 }),
)

const SWEEPS: readonly (readonly [GroupingMethod, readonly Run[]])[] = [
  [
    'stated',
    runs.map((run, i) => ({ ...run, statedBudget: i % 7 === 2 ? 'none' : run.computeFlops })),
  ],
  ['clustered', scattered(0.02)],
  ['round', [...scattered(0.09), ...between]],
]
const TOLERANCE = 0.1
const SETTINGS: FitSettings = {
  metric: 'N',
  window: { factor: 4 },
  estimator: 'robust-parabola',
  budgetCompute: 'realised',
}

const ids = (members: readonly Run[]) => members.map((run) => run.id).toSorted()
const shuffles = (sweep: readonly Run[]) =>
  fc.shuffledSubarray([...sweep], { minLength: sweep.length })

describe.each(SWEEPS)(
  'the order of the rows, where budgets are %s, changes nothing in',
  (method, sweep) => {
    const still = groupBudgets(sweep, TOLERANCE)

    it('the budgets and who belongs to them', () => {
      expect(still.method).toBe(method)
      expect(still.groups).toHaveLength(4)
      fc.assert(
        fc.property(shuffles(sweep), (shuffled) => {
          const grouping = groupBudgets(shuffled, TOLERANCE)
          expect(grouping.method).toBe(method)
          expect(grouping.groups.map((group) => [group.nominalFlops, ids(group.runs)])).toEqual(
            still.groups.map((group) => [group.nominalFlops, ids(group.runs)]),
          )
          expect(ids(grouping.ungrouped)).toEqual(ids(still.ungrouped))
        }),
        { numRuns: 30 },
      )
    })

    it('what is proposed for setting aside, and the kind of the sweep', () => {
      const reasons = (of: readonly Run[]) =>
        proposeSetAside(of, groupBudgets(of, TOLERANCE).groups)
          .map(({ runId, reason }) => `${runId} ${reason.kind}`)
          .toSorted()
      expect(reasons(sweep)).toHaveLength(3)
      fc.assert(
        fc.property(shuffles(sweep), (shuffled) => {
          expect(reasons(shuffled)).toEqual(reasons(sweep))
          expect(sweepKind(shuffled, groupBudgets(shuffled, TOLERANCE))).toBe('isoflop')
        }),
        { numRuns: 15 },
      )
    })

    it('the fitted laws', () => {
      const lawsOf = (of: readonly Run[]) => {
        const { scale, tokens, loss } = analyseSweep(
          groupBudgets(of, TOLERANCE).groups,
          SETTINGS,
        ).laws
        if (scale.status !== 'fitted' || tokens.status !== 'fitted' || loss.status !== 'fitted') {
          throw new Error('no law')
        }
        return [scale.exponent, Math.log(scale.coefficient), tokens.exponent, loss.exponent]
      }
      const expected = lawsOf(sweep)
      fc.assert(
        fc.property(shuffles(sweep), (shuffled) => {
          lawsOf(shuffled).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 7))
        }),
        { numRuns: 30 },
      )
    })
  },
)
