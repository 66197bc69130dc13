import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoFlopSeries } from '../../src/charts/isoFlopCurves/series.ts'
import { logTicks } from '../../src/charts/plot/axisTicks.ts'
import { issueSentence } from '../fixtures/inEnglish.ts'
import { analyseSweep } from '../../src/scaling/estimators/isoFlop/analyseSweep.ts'
import { resampleLaws } from '../../src/scaling/estimators/isoFlop/intervals/resampleLaws.ts'
import { groupBudgets } from '../../src/scaling/budgets/budgetGroups.ts'
import { proposeSetAside } from '../../src/scaling/sweeps/setAsideProposals.ts'
import { makeIsoFlopRuns } from '../fixtures/makeRuns.ts'
import { dropped } from '../fixtures/readSweep.ts'

const HEADER = ['flops', 'params', 'tokens', 'loss', 'lr', 'bs', 'steps', 'n_layer', 'd_model']
const GOOD = makeIsoFlopRuns({ budgets: [1e18, 1e19, 1e20], sizes: 6 }).map((run) => [
  ...[run.computeFlops, run.scale.N ?? 0, run.tokens, run.loss, 3e-4, 256, 1e4, 12, 768].map(
    String,
  ),
])

/** A good sweep with one cell changed. */
function withCell(row: number, column: number, cell: string): string {
  const rows = GOOD.map((cells, i) => (i === row ? cells.with(column, cell) : cells))
  return [HEADER, ...rows].map((cells) => cells.join(',')).join('\n')
}

/** Reading, checking, fitting and laying out, as the page does it. */
function analyse(text: string) {
  const { sweep } = dropped(text)
  const grouping = groupBudgets(sweep.runs, 0.1)
  proposeSetAside(sweep.runs, grouping.groups)
  const settings = {
    metric: 'N',
    window: 'all',
    estimator: 'robust-parabola',
    budgetCompute: 'nominal',
  } as const
  const analysis = analyseSweep(grouping.groups, settings)
  const input = {
    groups: grouping.groups,
    settings,
    lossForm: 'power',
    method: 'pairs',
    replicates: 5,
    seed: 1,
  } as const
  resampleLaws(input, () => undefined)
  const series = isoFlopSeries(grouping.groups, analysis.scaleProfiles, new Set())
  return { sweep, analysis, ticks: [...logTicks(series.xDomain), ...logTicks(series.yDomain)] }
}

describe('a cell that no quantity can be', () => {
  it.each([
    ['1e300', 'too large'],
    ['1e308', 'too large'],
    ['1e400', 'too large'],
    ['5e-324', 'too small'],
    ['1e-400', 'too small'],
    ['-1e300', 'must be greater than 0'],
  ])('%s in a loss is told at its line and column, and its row takes no part', (cell, said) => {
    const { sweep } = analyse(withCell(4, 3, cell))
    expect(sweep.runs).toHaveLength(GOOD.length - 1)
    const told = sweep.issues
      .filter((issue) => issue.severity === 'row-left-out')
      .map(issueSentence)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('Line 6, column “loss”: ')
    expect(told[0]).toContain(said)
  })

  it.each(HEADER.map((heading, column) => [heading, column] as const))(
    '1e300 under %s is told as too large for it',
    (heading, column) => {
      const { sweep } = analyse(withCell(2, column, '1e300'))
      const told = sweep.issues.filter((issue) => issue.code === 'too-large')
      expect(told).toMatchObject([{ line: 4, column: heading, found: '1e300' }])
      expect(sweep.runs).toHaveLength(GOOD.length - 1)
    },
  )

  it('of any size in any column ends in finite laws and few ticks', () => {
    fc.assert(
      fc.property(
        fc.nat(GOOD.length - 1),
        fc.nat(HEADER.length - 1),
        fc.oneof(
          fc.double(),
          fc.constantFrom(Number.MAX_VALUE, Number.MIN_VALUE, 1e308, 1e30, 1e-30, 9999, 1e-5),
        ),
        (row, column, value) => {
          const { analysis, ticks } = analyse(withCell(row, column, String(value)))
          expect(ticks.length).toBeLessThan(60)
          const { scale, tokens, loss } = analysis.laws
          for (const law of [scale, tokens, loss]) {
            if (law.status === 'fitted') {
              expect([law.exponent, law.coefficient, law.rSquared].every(Number.isFinite)).toBe(
                true,
              )
            }
          }
        },
      ),
      { numRuns: 150, seed: 20 },
    )
  })
})
