import type {
  LawReplicates,
  PowerLawReplicates,
} from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import type { FittedAllocation } from '../fittedAllocation.ts'
import { apart } from './pair.ts'

/** The laws at a position between two corpora. */
export interface BetweenCorpora {
  readonly from: FittedAllocation
  readonly to: FittedAllocation
  /** 0 at `from`, 1 at `to`. */
  readonly share: number
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
  /** Replicates of both, each with one of the other corpus; null before they are there. */
  readonly replicates: Pick<LawReplicates, 'scale' | 'tokens' | 'origin'> | null
  /** Budgets that both were trained at, or those of either where they have none in common, FLOPs. */
  readonly range: { readonly low: number; readonly high: number }
}

/** Corpora in the order of their exponents: after DeepSeek LLM, section 3.3, the better the data the larger a. */
export function inOrderOfQuality(
  corpora: readonly FittedAllocation[],
): readonly FittedAllocation[] {
  return corpora.toSorted((one, other) => one.scale.exponent - other.scale.exponent)
}

/**
 * The law at a position among corpora, 0 the first, 1 the second and so on: exponents and ln coefficients are linear in
 * between, so that at every budget the optimum is the weighted geometric mean of those of the two neighbours. That it is so
 * between corpora is an assumption; at a corpus the law is the fitted one. The corpora are independent: replicates are interpolated
 * in pairs that share no random numbers. Null for fewer than two corpora.
 */
export function corporaBetween(
  corpora: readonly FittedAllocation[],
  position: number,
): BetweenCorpora | null {
  const last = corpora.length - 1
  const held = Math.min(last, Math.max(0, position))
  const lower = Math.min(last - 1, Math.floor(held))
  const [from, to] = [corpora[lower], corpora[lower + 1]]
  if (from === undefined || to === undefined) return null
  const share = held - lower
  const mixed = (a: number, b: number): number =>
    share === 0 ? a : share === 1 ? b : a + (b - a) * share
  const law = (a: PowerLaw, b: PowerLaw): PowerLaw => ({
    coefficient: Math.exp(mixed(Math.log(a.coefficient), Math.log(b.coefficient))),
    exponent: mixed(a.exponent, b.exponent),
  })
  const columns = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((value, i) => mixed(value, b[apart(i, b.length)] ?? Number.NaN))
  const drawn = (a: PowerLawReplicates, b: PowerLawReplicates): PowerLawReplicates => ({
    logCoefficient: columns(a.logCoefficient, b.logCoefficient),
    exponent: columns(a.exponent, b.exponent),
  })
  const [low, high] = [
    Math.max(from.range.low, to.range.low),
    Math.min(from.range.high, to.range.high),
  ]
  return {
    ...{ from, to, share },
    ...{ scale: law(from.scale, to.scale), tokens: law(from.tokens, to.tokens) },
    replicates:
      from.replicates === null || to.replicates === null
        ? null
        : {
            scale: drawn(from.replicates.scale, to.replicates.scale),
            tokens: drawn(from.replicates.tokens, to.replicates.tokens),
            origin: from.replicates.origin,
          },
    range:
      low < high
        ? { low, high }
        : {
            low: Math.min(from.range.low, to.range.low),
            high: Math.max(from.range.high, to.range.high),
          },
  }
}
