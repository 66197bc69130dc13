import type { IsoFlopProfile } from '../scaling/isoFlopProfile.ts'
import type { LossLawFit } from '../scaling/lossLaw.ts'
import type { PowerLawFit } from '../scaling/allocationFit.ts'

/** What became of a budget's curve, in a few words for a table cell. */
export function profileSentence(profile: IsoFlopProfile): string {
  const { fit } = profile
  if (fit.status === 'unfittable') return 'no curve: fewer than three different scales'
  if (fit.status === 'no-minimum') return 'no minimum: the curve does not turn up on both sides'
  if (fit.optimum.interior) return 'inside the range'
  return 'outside the range: not in the laws'
}

/** Why a law could not be fitted, and what would make it possible. */
export function powerLawSentence(law: PowerLawFit): string | null {
  if (law.status === 'fitted') return null
  return 'No law: it needs minima inside the sampled range at two budgets or more.'
}

/** Why the loss law could not be fitted. */
export function lossLawSentence(law: LossLawFit): string | null {
  if (law.status === 'fitted') return null
  return law.reason === 'loss-does-not-fall'
    ? 'No law: the loss at the optimum does not fall with compute.'
    : 'No law: it needs minima inside the sampled range at two budgets or more.'
}
