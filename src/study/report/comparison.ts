import { percentiles } from '../../numerics/percentileInterval.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { Report } from './report.ts'
import type { ReportedNumber } from './reportedNumber.ts'

/** Version of the comparison of sweeps. */
export const COMPARISON_SCHEMA = 'isoflop.comparison/1'

/** Two sweeps beside one another. */
export interface PairComparison {
  /** Names of the sweeps. */
  readonly a: string
  readonly b: string
  /** Exponent of the scale of a minus that of b, where both are in one metric. */
  readonly exponentDifference: ReportedNumber & { readonly excludesZero: boolean | null }
}

export interface Comparison {
  readonly schema: typeof COMPARISON_SCHEMA
  readonly corpora: readonly (Pick<Report, 'laws' | 'methods'> & {
    readonly name: string
    readonly metric: string
  })[]
  readonly comparisons: readonly PairComparison[]
}

/** A sweep's report with what its intervals are made of. */
export interface ComparedStudy {
  readonly report: Report
  readonly replicates: LawReplicates | null
}

/**
 * Every pair of sweeps compared by the exponent of their scale laws. The interval is the percentile
 * interval of the differences of replicates: the sweeps are independent, so that replicates of one go
 * with any of the other, and must not go with those of the same draw, which share its random numbers. `excludesZero` says whether the difference is one at the level set.
 */
export function comparisonOf(studies: readonly ComparedStudy[], level: number): Comparison {
  return {
    schema: COMPARISON_SCHEMA,
    corpora: studies.map(({ report: { sweep, laws, methods } }) => ({
      ...{ name: sweep.name, metric: sweep.metric, laws, methods },
    })),
    comparisons: studies.flatMap((a, i) => studies.slice(i + 1).map((b) => pairOf(a, b, level))),
  }
}

function pairOf(a: ComparedStudy, b: ComparedStudy, level: number): PairComparison {
  const names = { a: a.report.sweep.name, b: b.report.sweep.name }
  const none = (reason: string): PairComparison => ({
    ...names,
    exponentDifference: { value: null, low: null, high: null, excludesZero: null, reason },
  })
  if (a.report.sweep.metric !== b.report.sweep.metric) return none('different-metrics')
  const [ofA, ofB] = [a.report.laws.scale.exponent.value, b.report.laws.scale.exponent.value]
  if (ofA === null || ofB === null) return none('no-law')
  const [one, other] = [a.replicates?.scale.exponent, b.replicates?.scale.exponent]
  const ends =
    one === undefined || other === undefined
      ? null
      : percentiles(
          one.map((value, i) => value - (other[apart(i, other.length)] ?? Number.NaN)),
          level,
        )
  if (ends === null) {
    return {
      ...none('no-interval'),
      exponentDifference: { ...none('no-interval').exponentDifference, value: ofA - ofB },
    }
  }
  const excludesZero = ends.low > 0 || ends.high < 0
  return { ...names, exponentDifference: { value: ofA - ofB, ...ends, excludesZero } }
}

/** The replicate of the other sweep that stands beside the i-th: half of them further on. */
function apart(i: number, count: number): number {
  return (i + Math.floor(count / 2)) % count
}
