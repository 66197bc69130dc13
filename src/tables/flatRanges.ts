import {
  budgetFlops,
  type FitSettings,
  type SweepAnalysis,
} from '../scaling/estimators/isoFlop/analyseSweep.ts'
import { flatRangeOfProfile, type FlatRange } from '../study/checks/flatness.ts'

/** The scales of every budget that waste no more than a share of its compute, by nominal budget. */
export function flatRanges(
  { scaleProfiles, laws }: SweepAnalysis,
  settings: FitSettings,
  share: number,
): ReadonlyMap<number, FlatRange> {
  const { loss } = laws
  if (loss.status === 'unfittable') return new Map()
  return new Map(
    scaleProfiles.flatMap((profile) => {
      const range = flatRangeOfProfile(profile, budgetFlops(profile, settings), loss, share)
      return range === null ? [] : [[profile.nominalFlops, range] as const]
    }),
  )
}
