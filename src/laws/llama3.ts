import type { AllocationLaw } from './allocationLaw.ts'

/** Exponent of the token law that reproduces the paper's own 16.55T tokens at 3.8e25 FLOPs. */
const TOKENS_EXPONENT = 0.5377840648359593
const TOKENS_COEFFICIENT = 0.29

/**
 * Llama 3: D_opt = 0.29 C^0.53778 (arXiv:2407.21783, section 3.2.1), N_opt = C / (6 D_opt).
 *
 * The paper prints (0.29, 0.53), which gives 10.46T where it says 16.55T: the exponent was
 * rounded. The one used here is the one that meets the paper's own figure.
 */
export const LLAMA3: AllocationLaw = {
  id: 'llama-3',
  short: 'Llama 3',
  citation: 'Llama Team 2024, arXiv:2407.21783, section 3.2.1',
  scaleMetric: 'N',
  scale: { coefficient: 1 / (6 * TOKENS_COEFFICIENT), exponent: 1 - TOKENS_EXPONENT },
  tokens: { coefficient: TOKENS_COEFFICIENT, exponent: TOKENS_EXPONENT },
  fitRange: { low: 6e18, high: 1e22 },
  confidence: 'confirmed',
}

/** The exponent as the paper prints it. */
const PRINTED_EXPONENT = 0.53

/** Llama 3 from the constants as printed: a trap, 10.46T tokens at 3.8e25 FLOPs where the paper says 16.55T. */
export const LLAMA3_PRINTED: AllocationLaw = {
  ...LLAMA3,
  id: 'llama-3-printed',
  short: 'Llama 3, as printed',
  citation: 'Llama Team 2024, arXiv:2407.21783, section 3.2.1, as printed',
  scale: { coefficient: 1 / (6 * TOKENS_COEFFICIENT), exponent: 1 - PRINTED_EXPONENT },
  tokens: { coefficient: TOKENS_COEFFICIENT, exponent: PRINTED_EXPONENT },
}
