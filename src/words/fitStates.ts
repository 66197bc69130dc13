import type { IsoFlopProfile } from '../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { ProfileDistrust } from '../scaling/estimators/isoFlop/profileDistrust.ts'

/** What became of a budget's curve. */
export type ProfileState =
  | { readonly kind: 'unfittable' | 'no-minimum' | 'inside' | 'outside' }
  | { readonly kind: 'distrusted'; readonly distrust: ProfileDistrust }

/** What keeps a budget's minimum out of the laws. */
export type CurveFault =
  | 'unfittable'
  | 'no-minimum'
  | 'smaller'
  | 'larger'
  | ProfileDistrust['kind']

/** Why there is no law over the budgets. */
export type LawFault = 'too-few-optima' | 'loss-does-not-fall'

/** What became of a budget's curve, for the sentence that says so. */
export function profileState({ fit }: IsoFlopProfile): ProfileState {
  if (fit.status !== 'fitted') return { kind: fit.status }
  if (fit.distrust !== null) return { kind: 'distrusted', distrust: fit.distrust }
  return { kind: fit.optimum.interior ? 'inside' : 'outside' }
}
