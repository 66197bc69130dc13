import { evaluatePowerLaw, type PowerLaw } from '../forms/powerLaw.ts'
import type { BudgetGroup } from '../budgets/budgetGroups.ts'
import type { Estimator } from './contract/estimator.ts'
import { analyseSweep, type FitSettings, type SweepAnalysis } from './isoFlop/analyseSweep.ts'
import type { LawReplicates, ResampleInput } from './isoFlop/intervals/lawReplicates.ts'
import { resampleLaws } from './isoFlop/intervals/resampleLaws.ts'
import type { ProfileEstimator } from './isoFlop/isoFlopProfile.ts'

/** The budgets of an IsoFLOP sweep and how they are fitted. */
export interface IsoFlopData {
  readonly groups: readonly BudgetGroup[]
  readonly settings: FitSettings
}

/** How a budget is split: scale in the unit of its metric, and tokens. */
export interface AllocationLaws {
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
}

/** An estimator of the IsoFLOP family: a curve for each budget, laws through their minima. */
export type IsoFlopEstimator = Estimator<
  ProfileEstimator,
  IsoFlopData,
  SweepAnalysis,
  ResampleInput,
  LawReplicates,
  AllocationLaws,
  { readonly scale: number; readonly tokens: number }
>

const FAMILY = {
  fit: ({ groups, settings }: IsoFlopData) => analyseSweep(groups, settings),
  resample: resampleLaws,
  evaluate: ({ scale, tokens }: AllocationLaws, computeFlops: number) => ({
    scale: evaluatePowerLaw(scale, computeFlops),
    tokens: evaluatePowerLaw(tokens, computeFlops),
  }),
}

const PARABOLAS = 'L = c₀ + c₁ ln x + c₂ ln² x for each budget, x = scale or D; x_opt = k·C^a'
const APPROACH_2 = 'Hoffmann et al. 2022, arXiv:2203.15556, section 3.2'

/**
 * The IsoFLOP family, the default first: which that is was decided by simulation (`docs/methods.md`).
 */
export const ISOFLOP_ESTIMATORS: readonly IsoFlopEstimator[] = [
  {
    ...FAMILY,
    id: 'shared-shape',
    name: 'IsoFLOP profiles, slices of one shape',
    formula:
      'L = e_k + a_k·x^(−α) + b_k·x^β for each budget k, α and β shared, x = scale or D; x_opt = k·C^a',
    source: `${APPROACH_2}; slices of its equation 2 at fixed C; variable projection: Golub and Pereyra 1973, SIAM J. Numer. Anal. 10, 413`,
  },
  {
    ...FAMILY,
    id: 'weighted-parabola',
    name: 'IsoFLOP profiles, weighted local parabolas',
    formula: PARABOLAS,
    source: `${APPROACH_2}; tricube weights: Cleveland 1979, J. Am. Stat. Assoc. 74, 829`,
  },
  {
    ...FAMILY,
    id: 'robust-parabola',
    name: 'IsoFLOP profiles, robust parabolas',
    formula: PARABOLAS,
    source: `${APPROACH_2}; bisquare weights: Beaton and Tukey 1974, Technometrics 16, 147`,
  },
  {
    ...FAMILY,
    id: 'parabola',
    name: 'IsoFLOP profiles, least-squares parabolas',
    formula: PARABOLAS,
    source: APPROACH_2,
  },
  {
    ...FAMILY,
    id: 'akima',
    name: 'IsoFLOP profiles, Akima interpolants (as published by Porian et al.)',
    formula: 'an interpolant through the runs of each budget; x_opt = k·C^a',
    source: 'Porian et al. 2024, arXiv:2406.19146, section 3; Akima 1970, J. ACM 17, 589',
  },
  {
    ...FAMILY,
    id: 'approach-1',
    name: 'Lower envelope: the lowest run of each budget (Approach 1)',
    formula:
      'x_opt = the scale (or D) of the lowest run at each budget, of training curves the mean ln x of the lowest about it; x_opt = k·C^a',
    source: 'Hoffmann et al. 2022, arXiv:2203.15556, section 3.1',
  },
]
