import { formatPercent } from '../../format/formatNumber.ts'
import type { ProfileDistrust } from '../../scaling/estimators/isoFlop/profileDistrust.ts'
import type { IsoFlopProfile } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { LossLawFit } from '../../scaling/estimators/overCompute/lossLaw.ts'
import type { PowerLawFit } from '../../scaling/estimators/overCompute/allocationFit.ts'

/** What became of a budget's curve, in a few words for a table cell. */
export function profileSentence(profile: IsoFlopProfile): string {
  const { fit } = profile
  if (fit.status === 'unfittable') return 'no curve: fewer than three different scales'
  if (fit.status === 'no-minimum') return 'distrusted: the curve opens downwards'
  if (fit.distrust !== null) return `distrusted: ${distrustSentence(fit.distrust)}`
  if (fit.optimum.interior) return 'inside the range'
  return 'outside the range: not in the laws'
}

/** Why a curve is not believed, in a few words. */
export function distrustSentence(distrust: ProfileDistrust): string {
  switch (distrust.kind) {
    case 'three-points':
      return 'three scales, which any parabola meets'
    case 'explains-nothing':
      return distrust.share <= 0.005
        ? 'it explains nothing of how the loss varies'
        : `it explains only ${formatPercent(distrust.share, 2)} of how the loss varies`
    case 'below-every-run':
      return `its minimum lies ${formatPercent(distrust.gap, 2)} below every run`
    case 'many-without-weight':
      return `${distrust.count} of ${distrust.of} runs lie far from it`
  }
}

/** Why a law could not be fitted, and what would make it possible. */
export function powerLawSentence(law: PowerLawFit): string | null {
  if (law.status === 'fitted') return null
  return 'No law: it needs trusted minima inside the sampled range at two budgets or more.'
}

/** Why the loss law could not be fitted. */
export function lossLawSentence(law: LossLawFit): string | null {
  if (law.status === 'fitted') return null
  return law.reason === 'loss-does-not-fall'
    ? 'No law: the loss at the optimum does not fall with compute.'
    : 'No law: it needs trusted minima inside the sampled range at two budgets or more.'
}
