import { quantile } from 'd3-array'
import { fitLine } from '../../numerics/fitLine.ts'
import { percentiles } from '../../numerics/percentileInterval.ts'
import {
  lossReplicatesAt,
  type LawReplicates,
} from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { evaluateLossLaw, type LossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import type { ScaleMetric } from '../../scaling/runs/scaleMetric.ts'

/** The laws of one sweep (a corpus) as far as another is held against them. */
export interface CorpusLaws {
  readonly name: string
  readonly metric: ScaleMetric
  readonly lossUnit: LossUnit
  /** Null where the sweep has none. */
  readonly scale: PowerLaw | null
  readonly tokens: PowerLaw | null
  readonly loss: LossLaw | null
  /** Losses at the minima that count; empty for a sweep without budgets. */
  readonly lossOptima: readonly { readonly computeFlops: number; readonly loss: number }[]
  /** Null before they are there. */
  readonly replicates: LawReplicates | null
}

/** A number with its interval; ends are null where there is none, or where they are not finite. */
export interface Compared {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
}

/** Why two sweeps cannot be held against one another. */
export type Incomparable = 'different-metrics' | 'different-units' | 'no-law'

/**
 * Exponent of one sweep less that of the other, with the percentile interval of the differences of their replicates. The
 * sweeps are independent, so that any replicate of one goes with any of the other; those of the same draw share random
 * numbers and are kept apart.
 */
export function exponentDifference(
  a: CorpusLaws,
  b: CorpusLaws,
  of: 'scale' | 'tokens' | 'loss',
  level: number,
): Compared | Incomparable {
  if (of !== 'loss' && a.metric !== b.metric) return 'different-metrics'
  const [one, other] = [a[of], b[of]]
  if (one === null || other === null) return 'no-law'
  const value = one.exponent - other.exponent
  const [ofA, ofB] = [a.replicates?.[of].exponent, b.replicates?.[of].exponent]
  const ends =
    ofA === undefined || ofB === undefined
      ? null
      : percentiles(
          ofA.map((exponent, i) => exponent - (ofB[apart(i, ofB.length)] ?? Number.NaN)),
          level,
        )
  return { value, low: ends?.low ?? null, high: ends?.high ?? null }
}

/**
 * Exponents of pure power laws L = k·C^(−γ) through the minima, without an irreducible term, of one sweep less that of the
 * other: what papers compare, and better determined than γ beside an E. Ordinary least squares in ln C; replicates of the minima give the
 * interval.
 */
export function powerLossDifference(
  a: CorpusLaws,
  b: CorpusLaws,
  level: number,
): Compared | Incomparable {
  if (a.lossUnit !== b.lossUnit) return 'different-units'
  const [ofA, ofB] = [lossSlopes(a), lossSlopes(b)]
  if (ofA === null || ofB === null) return 'no-law'
  const { drawn } = ofB
  const ends =
    ofA.drawn === null || drawn === null
      ? null
      : percentiles(
          ofA.drawn.map((slope, i) => slope - (drawn[apart(i, drawn.length)] ?? Number.NaN)),
          level,
        )
  return { value: ofA.value - ofB.value, low: ends?.low ?? null, high: ends?.high ?? null }
}

/** γ of a pure power law through the minima, and of its replicates; null with fewer than two minima. */
function lossSlopes({ lossOptima, replicates }: CorpusLaws): {
  readonly value: number
  readonly drawn: Float64Array | null
} | null {
  const logC = lossOptima.map(({ computeFlops }) => Math.log(computeFlops))
  const slope = (losses: readonly number[]): number => {
    const line = fitLine(logC, losses.map(Math.log))
    return line.status === 'fitted' ? -line.slope : Number.NaN
  }
  const value = slope(lossOptima.map(({ loss }) => loss))
  if (!Number.isFinite(value)) return null
  const columns = lossOptima.map(
    ({ computeFlops }) =>
      replicates?.optima.find(({ nominalFlops }) => near(nominalFlops, computeFlops))?.loss,
  )
  if (replicates === null || columns.some((column) => column === undefined)) {
    return { value, drawn: null }
  }
  const drawn = Float64Array.from({ length: replicates.replicates }, (_, i) =>
    slope(columns.map((column) => column?.[i] ?? Number.NaN)),
  )
  return { value, drawn }
}

/** Nominal and realised compute of one budget. */
function near(nominal: number, realised: number): boolean {
  return Math.abs(Math.log(nominal / realised)) < 0.2
}

/** Whether a difference is one at the level of its interval; null without an interval. */
export function excludesZero({ low, high }: Compared): boolean | null {
  return low === null || high === null ? null : low > 0 || high < 0
}

/** Loss of one sweep at a budget, FLOPs, less that of the other, at the optimum of each. */
export function lossDifference(
  a: CorpusLaws,
  b: CorpusLaws,
  computeFlops: number,
  level: number,
): Compared | Incomparable {
  if (a.lossUnit !== b.lossUnit) return 'different-units'
  if (a.loss === null || b.loss === null) return 'no-law'
  const value = evaluateLossLaw(a.loss, computeFlops) - evaluateLossLaw(b.loss, computeFlops)
  if (a.replicates === null || b.replicates === null) return { value, low: null, high: null }
  const ofB = lossReplicatesAt(b.replicates.loss, computeFlops)
  const ends = percentiles(
    lossReplicatesAt(a.replicates.loss, computeFlops).map(
      (loss, i) => loss - (ofB[apart(i, ofB.length)] ?? Number.NaN),
    ),
    level,
  )
  return { value, low: ends?.low ?? null, high: ends?.high ?? null }
}

/**
 * Compute with which sweep b comes to the loss of a at a budget, over that budget: 0.4 says that b needs two fifths of it.
 * By the laws of the loss at the optimum, L = E + k·C^(−γ), solved for C; infinite where a's loss lies below b's
 * irreducible one. An end of the interval that is infinite is null.
 */
export function computeMultiplier(
  a: CorpusLaws,
  b: CorpusLaws,
  computeFlops: number,
  level: number,
): Compared | Incomparable {
  if (a.lossUnit !== b.lossUnit) return 'different-units'
  if (a.loss === null || b.loss === null) return 'no-law'
  const value = computeForLoss(b.loss, evaluateLossLaw(a.loss, computeFlops)) / computeFlops
  if (a.replicates === null || b.replicates === null) return { value, low: null, high: null }
  const { irreducible, logCoefficient, exponent } = b.replicates.loss
  const count = irreducible.length
  const ratios = Array.from(lossReplicatesAt(a.replicates.loss, computeFlops), (loss, i) => {
    const j = apart(i, count)
    const law = {
      irreducible: irreducible[j] ?? Number.NaN,
      coefficient: Math.exp(logCoefficient[j] ?? Number.NaN),
      exponent: exponent[j] ?? Number.NaN,
    }
    return computeForLoss(law, loss) / computeFlops
  }).filter((ratio) => !Number.isNaN(ratio))
  if (ratios.length < LEAST_REPLICATES) return { value, low: null, high: null }
  const end = (share: number): number | null => {
    const at = quantile(ratios, share)
    return at === undefined || !Number.isFinite(at) ? null : at
  }
  return { value, low: end((1 - level) / 2), high: end((1 + level) / 2) }
}

/** Fewer have no percentiles worth the name. */
const LEAST_REPLICATES = 20

/** Compute at which a law of the loss comes to a loss; infinite below its irreducible one. */
function computeForLoss(
  { irreducible, coefficient, exponent }: Pick<LossLaw, 'irreducible' | 'coefficient' | 'exponent'>,
  loss: number,
): number {
  if (Number.isNaN(loss + irreducible + coefficient + exponent)) return Number.NaN
  return loss > irreducible
    ? (coefficient / (loss - irreducible)) ** (1 / exponent)
    : Number.POSITIVE_INFINITY
}

/** The replicate of the other sweep that stands beside the i-th: half of them further on. */
export function apart(i: number, count: number): number {
  return (i + Math.floor(count / 2)) % count
}
