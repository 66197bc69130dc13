import { optimalAllocation, type ParametricLoss } from '../scaling/forms/parametricLoss.ts'
import type { AllocationLaw } from './allocationLaw.ts'

/** The surface that Epoch AI refitted to Chinchilla's runs (arXiv:2404.10102), nats/token. */
export const EPOCH_SURFACE: ParametricLoss = {
  E: 1.8172,
  A: 482.01,
  B: 2085.43,
  alpha: 0.3478,
  beta: 0.3658,
}

/** Epoch AI's refit of Chinchilla's Approach 3, as the allocation that its surface implies. */
export const EPOCH: AllocationLaw = {
  id: 'besiroglu',
  short: 'Epoch refit',
  citation: 'Besiroglu et al. 2024, arXiv:2404.10102',
  scaleMetric: 'N',
  ...optimalAllocation(EPOCH_SURFACE),
  fitRange: null,
  confidence: 'confirmed',
}
