import type { ScaleMetric } from './scaleMetric.ts'

/** One trained model: one row of a sweep, in SI-like base units (FLOPs, tokens, parameters). */
export interface Run {
  /** Unique within the sweep and stable over re-mapping: the line in the file. */
  readonly id: string
  readonly name: string
  /** 1-based line (or record) number in the file that the run came from. */
  readonly line: number
  /** The file that the run came from, where a sweep was joined from several. */
  readonly source?: string
  /** Training compute C, FLOPs. */
  readonly computeFlops: number
  /** Training tokens D. */
  readonly tokens: number
  /** Model scale under every convention that the columns allow; at least one entry. */
  readonly scale: Readonly<Partial<Record<ScaleMetric, number>>>
  /** Held-out loss in the sweep's loss unit. */
  readonly loss: number
  /**
   * What the sweep itself says of the budget: nominal FLOPs, `none` when the row says that it
   * belongs to no budget, or `unstated`.
   */
  readonly statedBudget: number | 'none' | 'unstated'
  /** As the tracker wrote it, lower case; empty when there is no such column. */
  readonly status: string
  /** Peak learning rate. */
  readonly learningRate?: number
  /** Batch size in tokens. */
  readonly batchTokens?: number
  readonly corpus?: string
  /** As the file writes it; runs that differ in nothing else are repetitions. */
  readonly seed?: string
  /** Training steps done. */
  readonly steps?: number
  /** How the curve of a run that was reduced from a log ends, where it ends badly. */
  readonly curveEnd?: 'not-finite' | 'risen'
  /** Training steps that the run was to have. */
  readonly plannedSteps?: number
  /**
   * Of a point cut from a training curve: the losses of that curve about its budget, at the multiples of it that are
   * `AROUND`; NaN where the curve does not pass.
   */
  readonly lossesAround?: readonly number[]
}

/** What a loss is measured in, after import. Perplexity and bits/token become nats/token. */
export type LossUnit = 'bits/byte' | 'nats/token'
