import type { PowerLaw } from '../scaling/forms/powerLaw.ts'

/** A published law of batch size (tokens) and peak learning rate against compute (FLOPs). */
export interface HyperparameterLaw {
  readonly id: string
  readonly name: string
  readonly citation: string
  readonly batchTokens: PowerLaw
  readonly learningRate: PowerLaw
  readonly fitRange: { readonly low: number; readonly high: number }
}

/** B_opt = 0.2920 C^0.3271 tokens, eta_opt = 0.3118 C^-0.1250 (arXiv:2401.02954, eq. 1). */
export const DEEPSEEK_HYPERPARAMETERS: HyperparameterLaw = {
  id: 'deepseek',
  name: 'DeepSeek',
  citation: 'DeepSeek-AI 2024, arXiv:2401.02954, eq. 1',
  batchTokens: { coefficient: 0.292, exponent: 0.3271 },
  learningRate: { coefficient: 0.3118, exponent: -0.125 },
  fitRange: { low: 1e17, high: 2e19 },
}
