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
