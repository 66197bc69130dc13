import type { AllocationLaw } from './allocationLaw.ts'

/** One petaFLOP/s-day in FLOPs. */
export const PF_DAY_FLOPS = 8.64e19

/**
 * Kaplan et al.: N_opt = 1.3e9 C^0.73, D_opt = 2e10 C^0.27 with C in PF-days
 * (arXiv:2001.08361, Appendix A, Table 4), rewritten for C in FLOPs.
 */
export const KAPLAN: AllocationLaw = {
  id: 'kaplan',
  short: 'Kaplan',
  citation: 'Kaplan et al. 2020, arXiv:2001.08361, Appendix A, Table 4',
  scaleMetric: 'N',
  scale: { coefficient: 1.3e9 * PF_DAY_FLOPS ** -0.73, exponent: 0.73 },
  tokens: { coefficient: 2e10 * PF_DAY_FLOPS ** -0.27, exponent: 0.27 },
  fitRange: null,
  confidence: 'confirmed',
}
