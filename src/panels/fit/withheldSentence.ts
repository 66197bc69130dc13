import { rollups } from 'd3-array'
import { counted } from '../../format/formatNumber.ts'
import type { SweepAnalysis } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import {
  trustedOptimum,
  type IsoFlopProfile,
} from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { ProfileDistrust } from '../../scaling/estimators/isoFlop/profileDistrust.ts'

/** Why a sweep gives no recommendation, and what would make it give one. */
export interface Withheld {
  readonly reason: string
  readonly cure: string
}

type Fault = 'unfittable' | 'no-minimum' | 'smaller' | 'larger' | ProfileDistrust['kind']

/** What is wrong with that many budgets, and what cures it. */
const FAULTS: Readonly<
  Record<Fault, { readonly is: string; readonly are: string; readonly cure: string }>
> = {
  unfittable: {
    is: 'has fewer than three scales',
    are: 'have fewer than three scales',
    cure: 'train five or more model scales at each budget',
  },
  'three-points': {
    is: 'rests on three scales, which any parabola meets',
    are: 'rest on three scales each, which any parabola meets',
    cure: 'train five or more model scales at each budget',
  },
  'no-minimum': {
    is: 'has a curve that opens downwards',
    are: 'have curves that open downwards',
    cure: 'widen the range of model scales on both sides, and check that all runs of a budget were trained alike',
  },
  smaller: {
    is: 'has its minimum below the smallest model',
    are: 'have their minima below the smallest model',
    cure: 'train smaller models on more tokens at these budgets',
  },
  larger: {
    is: 'has its minimum above the largest model',
    are: 'have their minima above the largest model',
    cure: 'train larger models on fewer tokens at these budgets',
  },
  'explains-nothing': {
    is: 'has a curve that explains almost nothing of its losses',
    are: 'have curves that explain almost nothing of their losses',
    cure: 'check whether runs that differ in more than their scale (corpus, evaluation set, learning rate) were put into one sweep, or choose another loss',
  },
  'many-without-weight': {
    is: 'has runs on more than one curve',
    are: 'have runs on more than one curve',
    cure: 'separate the runs that differ in more than their scale, by their corpus or in files of their own',
  },
  'below-every-run': {
    is: 'has a minimum below every run',
    are: 'have minima below every run',
    cure: 'fit over a factor of 6 around the best run, choose the robust parabola, or set diverged runs aside',
  },
}

/** Why the analysis of an IsoFLOP sweep has no allocation laws; null where it has both. */
export function withheldSentence({
  scaleProfiles,
  tokensProfiles,
  laws,
}: SweepAnalysis): Withheld | null {
  if (laws.scale.status === 'fitted' && laws.tokens.status === 'fitted') return null
  const isScale = laws.scale.status !== 'fitted'
  const profiles = isScale ? scaleProfiles : tokensProfiles
  const counting = profiles.filter((profile) => trustedOptimum(profile) !== null).length
  const budgets = counted(profiles.length, 'budget')
  const reason = `A law needs minima that can be trusted at two budgets; ${counting === 0 ? 'none' : `${counting}`} of ${budgets} ${counting === 1 || counting === 0 ? 'has' : 'have'} one${isScale ? '' : ' in tokens'}.`
  const faults = rollups(
    profiles.flatMap((profile) => faultOf(profile) ?? []),
    (same) => same.length,
    (fault) => fault,
  ).toSorted((a, b) => b[1] - a[1])
  const told = faults.map(
    ([fault, count]) => `${count} ${FAULTS[fault][count === 1 ? 'is' : 'are']}`,
  )
  const [worst] = faults
  return {
    reason: told.length === 0 ? reason : `${reason} ${told.join('; ')}.`,
    cure: worst === undefined ? 'train a second budget' : FAULTS[worst[0]].cure,
  }
}

function faultOf({ fit, runs, axis }: IsoFlopProfile): Fault | null {
  if (fit.status !== 'fitted') return fit.status
  if (fit.distrust !== null) return fit.distrust.kind
  if (fit.optimum.interior) return null
  const values = runs.map((run) => (axis === 'D' ? run.tokens : (run.scale[axis] ?? 0)))
  const isBelow = fit.optimum.at < Math.min(...values)
  // Few tokens are large models: the two axes run against each other.
  return isBelow === (axis === 'D') ? 'larger' : 'smaller'
}
