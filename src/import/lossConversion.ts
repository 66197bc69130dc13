import type { LossUnit } from '../scaling/run.ts'
import type { Unit } from './field.ts'

/** How a column's loss becomes the sweep's: the unit it ends in, and the way there. */
export interface LossConversion {
  readonly lossUnit: LossUnit
  readonly convert: (loss: number) => number
  /** What is done, for the screen; null when the values are taken as they are. */
  readonly sentence: string | null
}

/**
 * Conversion of a loss column: bits/byte stay; nats/token stay, or become bits/byte as
 * nats / (ln 2 · bytes/token) when a person gives bytes/token; bits/token are × ln 2 nats and
 * perplexity is ln nats first. Bytes/token are never assumed.
 */
export function lossConversion(unit: Unit, bytesPerToken: number | null): LossConversion {
  if (unit === 'bits/byte')
    return { lossUnit: 'bits/byte', convert: (loss) => loss, sentence: null }
  const toNats =
    unit === 'perplexity'
      ? Math.log
      : unit === 'bits/token'
        ? (loss: number) => loss * Math.LN2
        : (loss: number) => loss
  const said =
    unit === 'perplexity'
      ? 'Loss in nats/token = ln(perplexity).'
      : unit === 'bits/token'
        ? 'Loss in nats/token = bits/token × ln 2.'
        : null
  if (bytesPerToken === null) return { lossUnit: 'nats/token', convert: toNats, sentence: said }
  return {
    lossUnit: 'bits/byte',
    convert: (loss) => toNats(loss) / (Math.LN2 * bytesPerToken),
    sentence: `Loss in bits/byte = nats/token ÷ (ln 2 × ${bytesPerToken} bytes/token, as given).`,
  }
}
