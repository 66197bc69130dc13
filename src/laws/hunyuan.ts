import type { AllocationLaw } from './allocationLaw.ts'

/**
 * Hunyuan-Large: N_opt = 5.9e-3 C_min^0.5305 active parameters, D_opt = 3.2 C_min^0.50 (arXiv:2411.02265), with
 * C = 9.59 N D + 2.3e8 D for its mixture of experts. C stands for C_min = C/(1 + B/B_crit), as of a small batch.
 */
export const HUNYUAN: AllocationLaw = {
  id: 'hunyuan-large',
  short: 'Hunyuan-Large',
  citation: 'Sun et al. 2024, arXiv:2411.02265',
  scaleMetric: 'N',
  scale: { coefficient: 5.9e-3, exponent: 0.5305 },
  tokens: { coefficient: 3.2, exponent: 0.5 },
  fitRange: null,
  confidence: 'confirmed',
}
