import type { AllocationLaw } from './allocationLaw.ts'

/** Tokens per parameter that the paper arrives at, averaged over its corpora. */
const TOKENS_PER_PARAMETER = 192

/**
 * MiniCPM: 192 tokens per non-embedding parameter (arXiv:2404.06395, section 4.5), at any compute.
 *
 * The constants printed beside it, N_opt/D_opt = 0.01 (C/6)^-0.1, give D/N = 1.2e4 at 6e21 FLOPs, and 192 only at 4e3;
 * those of the corpora are in a figure only. The ratio is what the paper uses.
 */
export const MINICPM: AllocationLaw = {
  id: 'minicpm',
  short: 'MiniCPM',
  citation: 'Hu et al. 2024, arXiv:2404.06395, section 4.5',
  scaleMetric: 'N',
  scale: { coefficient: (6 * TOKENS_PER_PARAMETER) ** -0.5, exponent: 0.5 },
  tokens: { coefficient: (TOKENS_PER_PARAMETER / 6) ** 0.5, exponent: 0.5 },
  fitRange: null,
  confidence: 'confirmed',
}
