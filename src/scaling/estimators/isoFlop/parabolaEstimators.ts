import { evaluatePowerLaw, type PowerLaw } from '../../forms/powerLaw.ts'
import type { BudgetGroup } from '../../budgets/budgetGroups.ts'
import type { Estimator } from '../contract/estimator.ts'
import { analyseSweep, type FitSettings, type SweepAnalysis } from './analyseSweep.ts'
import { bootstrapLaws, type BootstrapInput, type LawReplicates } from './bootstrapLaws.ts'
import type { ProfileEstimator } from './isoFlopProfile.ts'

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
  BootstrapInput,
  LawReplicates,
  AllocationLaws,
  { readonly scale: number; readonly tokens: number }
>

const FAMILY = {
  formula: 'L = c₀ + c₁ ln x + c₂ ln² x for each budget, x = scale or D; x_opt = k·C^a',
  fit: ({ groups, settings }: IsoFlopData) => analyseSweep(groups, settings),
  resample: bootstrapLaws,
  evaluate: ({ scale, tokens }: AllocationLaws, computeFlops: number) => ({
    scale: evaluatePowerLaw(scale, computeFlops),
    tokens: evaluatePowerLaw(tokens, computeFlops),
  }),
}

export const ROBUST_PARABOLA: IsoFlopEstimator = {
  ...FAMILY,
  id: 'robust-parabola',
  name: 'IsoFLOP profiles, robust parabolas',
  source:
    'Hoffmann et al. 2022, arXiv:2203.15556, section 3.2; bisquare weights: Beaton and Tukey 1974, Technometrics 16, 147',
}

export const PARABOLA: IsoFlopEstimator = {
  ...FAMILY,
  id: 'parabola',
  name: 'IsoFLOP profiles, least-squares parabolas',
  source: 'Hoffmann et al. 2022, arXiv:2203.15556, section 3.2',
}
