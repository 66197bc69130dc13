import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'

/** What C is taken as a multiple of D with: a column, or the FLOPs/token of the architecture. */
export type DerivedScale = 'M' | '6N' | '6N1' | '6N2' | 'shape'

/** Why M is not offered: what a column says of the models, or what C says of them. */
export type NoAttentionReason =
  | { readonly kind: 'type'; readonly heading: string; readonly cell: string }
  /** M·D and 6·N·D in the middle run, as multiples of C. */
  | { readonly kind: 'ratio'; readonly ofM: number; readonly ofN: number }

/** Something that was derived, assumed or not offered in reading a sweep. */
export type Derivation =
  | { readonly code: 'tokens-of-steps' | 'parameters' | 'layers-hold' | 'shape-disagrees' }
  | { readonly code: 'compute' | 'tokens'; readonly scale: DerivedScale }
  | { readonly code: 'loss-of-perplexity' | 'loss-of-bits' }
  | { readonly code: 'bits-per-byte'; readonly bytesPerToken: number | 'column' }
  /** `agreeing` of so many rows give this length, tokens. */
  | {
      readonly code: 'sequence-length'
      readonly length: number
      readonly agreeing: number
      readonly of: number
    }
  | { readonly code: 'no-attention'; readonly because: NoAttentionReason }
  /** `lacking` of so many runs have not what the metric needs, the first in this line. */
  | {
      readonly code: 'metric-lacking'
      readonly metric: ScaleMetric
      readonly lacking: number
      readonly of: number
      readonly line: number
    }
  /** Points of training curves stand for runs: so many, of so many curves, at budgets in FLOPs. */
  | {
      readonly code: 'curves-cut'
      readonly points: number
      readonly curves: number
      readonly budgets: number
      readonly low: number | null
      readonly high: number | null
      /** Points passed over for another learning rate of their size. */
      readonly passedOver: number
    }
  /** So many rows are not called `isoflop`, and so many are. */
  | { readonly code: 'not-isoflop'; readonly rows: number; readonly members: number }
