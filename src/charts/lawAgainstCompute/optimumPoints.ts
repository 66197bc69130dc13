import type { OptimumPoint } from './series.ts'
import type { Interval } from '../../numerics/percentileInterval.ts'
import { budgetFlops, type FitSettings } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import {
  trustedOptimum,
  type IsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'

/** The optima of profiles as points of a chart against compute; budgets without a minimum have none. */
export function optimumPoints(
  profiles: readonly IsoFlopProfile[],
  settings: FitSettings,
  quantity: 'at' | 'loss',
  intervals: ReadonlyMap<number, Interval>,
): OptimumPoint[] {
  return profiles.flatMap((profile) => {
    if (profile.fit.status !== 'fitted') return []
    const { optimum } = profile.fit
    const counts = trustedOptimum(profile) !== null
    return [
      {
        budget: profile.nominalFlops,
        computeFlops: budgetFlops(profile, settings),
        value: optimum[quantity],
        counts,
        interval: counts ? (intervals.get(profile.nominalFlops) ?? null) : null,
      },
    ]
  })
}
