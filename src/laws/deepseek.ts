import type { RangedAllocationLaw } from './allocationLaw.ts'

/**
 * DeepSeek LLM: M_opt = 0.1715 C^0.5243, D_opt = 5.8316 C^0.4757 (arXiv:2401.02954, eq. 4).
 *
 * The coefficients multiply to 1.00012 and the exponents add to 1, so M·D = C to 0.02%.
 */
export const DEEPSEEK: RangedAllocationLaw = {
  id: 'deepseek',
  short: 'DeepSeek',
  citation: 'DeepSeek-AI 2024, arXiv:2401.02954, eq. 4',
  scaleMetric: 'M',
  scale: { coefficient: 0.1715, exponent: 0.5243 },
  tokens: { coefficient: 5.8316, exponent: 0.4757 },
  fitRange: { low: 1e17, high: 3e20 },
  confidence: 'confirmed',
}
