import { describe, expect, it } from 'vitest'
import type { Backtest, BacktestedNumber } from '../../src/study/checks/backtest.ts'
import { backtestMisses } from '../../src/tables/backtest.ts'
import { checks } from '../../src/words/en/checks.ts'

const number = (relativeError: number, isHeld: boolean): BacktestedNumber => ({
  ...{ predicted: 1 + relativeError, observed: 1, relativeError, low: 0.9, high: 1.1, isHeld },
})

/** A back-test whose scale is held, though it errs the most, and whose loss is not. */
const MISSED: Backtest = {
  ...{ leftOut: 2, kept: 4, isHeld: false },
  budgets: [
    { computeFlops: 1e20, scale: number(-0.11, true), loss: number(0.022, false) },
    { computeFlops: 3e20, scale: number(0.01, true), loss: number(0.054, false) },
  ],
}

describe('what a back-test says it missed', () => {
  it('is the quantity that no interval held, by its largest error, and nothing that was held', () => {
    expect(backtestMisses(MISSED)).toEqual([{ of: 'loss', relativeError: 0.054 }])
    expect(checks.backtest.summary(false, 2, backtestMisses(MISSED))).toBe(
      'Back-test on the 2 largest budgets: missed, loss by 5.4% at worst.',
    )
  })

  it('is both where neither was held', () => {
    const [first] = MISSED.budgets
    if (first === undefined) throw new Error('no budget')
    const both = { ...MISSED, budgets: [{ ...first, scale: number(-0.3, false) }] }
    expect(backtestMisses(both).map(({ of }) => of)).toEqual(['scale', 'loss'])
  })
})
