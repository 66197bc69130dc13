import type { PowerLaw } from '../scaling/forms/powerLaw.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'

/** The published allocation laws; their ids are the same everywhere. */
export type AllocationLawId =
  | 'deepseek'
  | 'kaplan'
  | `chinchilla-${'1' | '2' | '3' | '3-printed'}`
  | 'besiroglu'
  | 'llama-3'
  | 'llama-3-printed'
  | 'minicpm'
  | 'hunyuan-large'

/** A published law of how a compute budget (FLOPs) is split between model scale and tokens. */
export interface AllocationLaw {
  readonly id: AllocationLawId
  /** Label in legends and tables. */
  readonly short: string
  /** Authors, year, paper, equation or table. */
  readonly citation: string
  /** What `scale` is: FLOPs/token for M, parameters for N. */
  readonly scaleMetric: ScaleMetric
  readonly scale: PowerLaw
  /** Training tokens. */
  readonly tokens: PowerLaw
  /** Compute over which the law was fitted, FLOPs; null when the paper does not say. */
  readonly fitRange: { readonly low: number; readonly high: number } | null
  readonly confidence: 'confirmed' | 'single-source'
}

/** A law whose paper says over which compute it was fitted. */
export interface RangedAllocationLaw extends AllocationLaw {
  readonly fitRange: NonNullable<AllocationLaw['fitRange']>
}
