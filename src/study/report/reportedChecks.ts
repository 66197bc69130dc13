import { budgetFlops } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { flopsPerScaleToken } from '../../scaling/forms/parametricLoss.ts'
import type { Backtest, BacktestFault } from '../checks/backtest.ts'
import {
  FLATNESS,
  flatRangeOfProfile,
  flatRangeOfSurface,
  type FlatRange,
} from '../checks/flatness.ts'
import type { FittedSurface } from '../methodLaws.ts'
import type { Study } from '../study.ts'

/** Scales that waste no more than a share of the compute. */
export interface ReportedFlatness {
  /** The share, 0.01 = 1%. */
  readonly share: number
  /** By the budgets' own curves; an end that lies beyond the runs is null. */
  readonly profiles: readonly ({ readonly computeFlops: number } & FlatRange)[]
  /** At the budget of the recommendation, about the optimum of the surface; null without a surface. */
  readonly atBudget: (FlatRange & { readonly optimum: number }) | null
  readonly reason: string | null
}

/** The flatness of a study's curves, and of its surface at a budget. */
export function reportedFlatness(
  { analysis, settings }: Study,
  surface: FittedSurface | null,
  computeFlops: number,
): ReportedFlatness {
  const loss = analysis?.laws.loss
  const profiles =
    analysis === null || loss?.status !== 'fitted'
      ? []
      : analysis.scaleProfiles.flatMap((profile) => {
          const budget = budgetFlops(profile, settings)
          const range = flatRangeOfProfile(profile, budget, loss)
          return range === null ? [] : [{ computeFlops: budget, ...range }]
        })
  const fit =
    surface?.fit.status === 'fitted' && surface.fit.degeneracy === null ? surface.fit : null
  return {
    ...{ share: FLATNESS, profiles },
    atBudget:
      fit === null
        ? null
        : flatRangeOfSurface(fit.surface, flopsPerScaleToken(settings.metric), computeFlops),
    reason: fit === null ? 'no-surface' : null,
  }
}

/** The back-test, or why there is none. */
export type ReportedBacktest =
  | ({ readonly status: 'tested' } & Backtest)
  | { readonly status: 'untested'; readonly reason: BacktestFault }

/** A back-test as plain data. */
export function reportedBacktest(tested: Backtest | BacktestFault): ReportedBacktest {
  return typeof tested === 'string'
    ? { status: 'untested', reason: tested }
    : { status: 'tested', ...tested }
}
