import { optimalAllocation, type ParametricLoss } from '../scaling/forms/parametricLoss.ts'
import type { AllocationLaw } from './allocationLaw.ts'

/** Exponents of Approach 2, the IsoFLOP profiles (arXiv:2203.15556, Table 2). */
const A = 0.49
const B = 0.51

/** The allocation that Table A3 gives for Approach 2 at 67e9 parameters, anchoring the law. */
const ANCHOR = { computeFlops: 6.88e23, parameters: 67e9, tokens: 1.7e12 }

/**
 * Chinchilla, Approach 2: N_opt ~ C^0.49 and D_opt ~ C^0.51, through Table A3's row of 67 billion
 * parameters, because the paper prints exponents without coefficients. It is what the field means by
 * the name, and the only approach that is drawn on the page.
 */
export const CHINCHILLA: AllocationLaw = {
  id: 'chinchilla-2',
  short: 'Chinchilla',
  citation: 'Hoffmann et al. 2022, arXiv:2203.15556, Tables 2 and A3, Approach 2',
  scaleMetric: 'N',
  scale: { coefficient: ANCHOR.parameters * ANCHOR.computeFlops ** -A, exponent: A },
  tokens: { coefficient: ANCHOR.tokens * ANCHOR.computeFlops ** -B, exponent: B },
  fitRange: { low: 6e18, high: 3e21 },
  confidence: 'single-source',
}

/** The allocation that Table 3 gives for Approach 1 at 67e9 parameters, anchoring the law. */
const ANCHOR_1 = { computeFlops: 5.76e23, parameters: 67e9, tokens: 1.5e12 }

/** Chinchilla, Approach 1: N_opt ~ C^0.50 and D_opt ~ C^0.50 (Table 2), through Table 3's row of 67e9. */
export const CHINCHILLA_1: AllocationLaw = {
  id: 'chinchilla-1',
  short: 'Chinchilla 1',
  citation: 'Hoffmann et al. 2022, arXiv:2203.15556, Tables 2 and 3, Approach 1',
  scaleMetric: 'N',
  scale: { coefficient: ANCHOR_1.parameters * ANCHOR_1.computeFlops ** -0.5, exponent: 0.5 },
  tokens: { coefficient: ANCHOR_1.tokens * ANCHOR_1.computeFlops ** -0.5, exponent: 0.5 },
  fitRange: { low: 6e18, high: 3e21 },
  confidence: 'confirmed',
}

/** The surface of Approach 3 before it was rounded for print (TeX source of arXiv:2203.15556), nats/token. */
export const CHINCHILLA_SURFACE: ParametricLoss = {
  E: 1.6933736809989528,
  A: 406.4010175194737,
  B: 410.7228269450398,
  alpha: 0.33917084,
  beta: 0.2849083,
}

/** The same as the paper prints it, rounded (arXiv:2203.15556, eq. 10). */
const PRINTED_SURFACE: ParametricLoss = { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 }

/** Chinchilla, Approach 3, from the rounded constants: a trap, 93 tokens per parameter at 5.76e23 FLOPs. */
export const CHINCHILLA_3_PRINTED: AllocationLaw = {
  id: 'chinchilla-3-printed',
  short: 'Chinchilla 3, as printed',
  citation: 'Hoffmann et al. 2022, arXiv:2203.15556, eq. 10, as printed',
  scaleMetric: 'N',
  ...optimalAllocation(PRINTED_SURFACE),
  fitRange: null,
  confidence: 'confirmed',
}

/** Chinchilla, Approach 3: the allocation that its parametric surface implies, unrounded. */
export const CHINCHILLA_3: AllocationLaw = {
  id: 'chinchilla-3',
  short: 'Chinchilla 3',
  citation: 'Hoffmann et al. 2022, arXiv:2203.15556, eq. 10, constants of the TeX source',
  scaleMetric: 'N',
  ...optimalAllocation(CHINCHILLA_SURFACE),
  fitRange: null,
  confidence: 'confirmed',
}
