import { rollups } from 'd3-array'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import {
  trustedOptimum,
  type IsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { CurveFault } from '../../words/fitStates.ts'
import type { Words } from '../../words/en/en.ts'

/** Why a sweep gives no recommendation, and what would make it give one. */
export interface Withheld {
  readonly reason: string
  readonly cure: string
}

/** Why the analysis of an IsoFLOP sweep has no allocation laws; null where it has both. */
export function withheldText(
  { scaleProfiles, tokensProfiles, laws }: SweepAnalysis,
  { fit: { withheld: said } }: Pick<Words, 'fit'>,
): Withheld | null {
  if (laws.scale.status === 'fitted' && laws.tokens.status === 'fitted') return null
  const isScale = laws.scale.status !== 'fitted'
  const profiles = isScale ? scaleProfiles : tokensProfiles
  const counting = profiles.filter((profile) => trustedOptimum(profile) !== null).length
  const reason = said.reason(counting, profiles.length, !isScale)
  const faults = rollups(
    profiles.flatMap((profile) => faultOf(profile) ?? []),
    (same) => same.length,
    (fault) => fault,
  ).toSorted((a, b) => b[1] - a[1])
  const [worst] = faults
  return {
    reason: faults.length === 0 ? reason : `${reason} ${said.faults(faults)}`,
    cure: worst === undefined ? said.secondBudget : said.cure(worst[0]),
  }
}

function faultOf({ fit, runs, axis }: IsoFlopProfile): CurveFault | null {
  if (fit.status !== 'fitted') return fit.status
  if (fit.distrust !== null) return fit.distrust.kind
  if (fit.optimum.interior) return null
  const values = runs.map((run) => (axis === 'D' ? run.tokens : (run.scale[axis] ?? 0)))
  const isBelow = fit.optimum.at < Math.min(...values)
  // Few tokens are large models: the two axes run against each other.
  return isBelow === (axis === 'D') ? 'larger' : 'smaller'
}
