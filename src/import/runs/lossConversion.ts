import type { Derivation } from '../issues/derivation.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import type { Unit } from '../fields/field.ts'

/** How a column's loss becomes the sweep's: the unit it ends in, and the way there. */
export interface LossConversion {
  readonly lossUnit: LossUnit
  /** `bytesPerToken` is the row's own; it is not looked at where the unit needs none. */
  readonly convert: (loss: number, bytesPerToken: number) => number
  /** What is done; null when the values are taken as they are. */
  readonly derivation: Derivation | null
}

/** Where bytes/token come from: a column, a number that a person gave, or nowhere. */
export type BytesPerTokenSource = number | 'column' | null

/**
 * Conversion of a loss column: bits/byte stay; nats/token stay, or become bits/byte as
 * nats / (ln 2 · bytes/token) where a column or a person gives bytes/token; bits/token are × ln 2
 * nats and perplexity is ln nats first. Bytes/token are never assumed.
 */
export function lossConversion(unit: Unit, bytesPerToken: BytesPerTokenSource): LossConversion {
  if (unit === 'bits/byte')
    return { lossUnit: 'bits/byte', convert: (loss) => loss, derivation: null }
  const toNats =
    unit === 'perplexity'
      ? Math.log
      : unit === 'bits/token'
        ? (loss: number) => loss * Math.LN2
        : (loss: number) => loss
  const derivation: Derivation | null =
    unit === 'perplexity'
      ? { code: 'loss-of-perplexity' }
      : unit === 'bits/token'
        ? { code: 'loss-of-bits' }
        : null
  if (bytesPerToken === null) return { lossUnit: 'nats/token', convert: toNats, derivation }
  return {
    lossUnit: 'bits/byte',
    convert: (loss, ofRow) => toNats(loss) / (Math.LN2 * ofRow),
    derivation: { code: 'bits-per-byte', bytesPerToken },
  }
}
