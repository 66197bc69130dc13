import { greatest } from 'd3-array'
import type { Backtest, BacktestedNumber } from '../study/checks/backtest.ts'

/** One number of a back-test as a row. */
export interface BacktestRow {
  readonly key: string
  readonly computeFlops: number
  readonly of: 'scale' | 'loss'
  readonly number: BacktestedNumber
}

/** Every number of a back-test, budget by budget. */
export function backtestRows({ budgets }: Backtest): readonly BacktestRow[] {
  return budgets.flatMap(({ computeFlops, scale, loss }) => [
    { key: `${computeFlops} scale`, computeFlops, of: 'scale' as const, number: scale },
    ...(loss === null
      ? []
      : [{ key: `${computeFlops} loss`, computeFlops, of: 'loss' as const, number: loss }]),
  ])
}

/** The largest error, predicted over observed less 1, of each quantity that an interval did not hold. */
export interface BacktestMiss {
  readonly of: BacktestRow['of']
  readonly relativeError: number
}

export function backtestMisses(backtest: Backtest): readonly BacktestMiss[] {
  const missed = backtestRows(backtest).filter(({ number }) => number.isHeld === false)
  return (['scale', 'loss'] as const).flatMap((of) => {
    const worst = greatest(
      missed.filter((row) => row.of === of),
      ({ number }) => Math.abs(number.relativeError),
    )
    return worst === undefined ? [] : [{ of, relativeError: worst.number.relativeError }]
  })
}
