import { logBudgets } from '../comparison/budgetsBetween.ts'
import {
  computeMultiplier,
  excludesZero,
  exponentDifference,
  lossDifference,
  powerLossDifference,
  type Compared,
  type CorpusLaws,
  type Incomparable,
} from '../comparison/pair.ts'
import { differencesByMethod, toldApart } from '../comparison/toldApart.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { LossUnit } from '../../scaling/runs/run.ts'
import type { MethodLaws } from '../methodLaws.ts'
import type { Report } from './report.ts'
import type { ReportedNumber } from './reportedNumber.ts'

/** Version of the comparison of sweeps. */
export const COMPARISON_SCHEMA = 'isoflop.comparison/1'

/** A difference, and whether its interval leaves zero out. */
export type ReportedDifference = ReportedNumber & { readonly excludesZero: boolean | null }

/** Two sweeps beside one another. */
export interface PairComparison {
  /** Names of the sweeps. */
  readonly a: string
  readonly b: string
  /** Exponents of a less those of b; of scale and tokens where both are in one metric. */
  readonly exponentDifference: ReportedDifference
  readonly tokensExponentDifference: ReportedDifference
  readonly lossExponentDifference: ReportedDifference
  /** The same of pure power laws through the minima, without an irreducible term. */
  readonly powerLossExponentDifference: ReportedDifference
  /** The difference of the scale's exponents by every estimator. */
  readonly methods: readonly {
    readonly id: string
    readonly exponentDifference: ReportedDifference
  }[]
  /** Whether every estimator that does not follow single runs tells the exponents apart, the same way; null without one. */
  readonly isToldApart: boolean | null
  /** Compute with which b comes to a's loss at a budget, over that budget. */
  readonly computeMultiplier: readonly (ReportedNumber & { readonly computeFlops: number })[]
  /** Loss of a less that of b at a budget. */
  readonly lossDifference: readonly (ReportedNumber & { readonly computeFlops: number })[]
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
  /** Every estimator on it; empty where they were not asked for. */
  readonly methods: readonly MethodLaws[]
}

/** Every pair of sweeps: exponents, by every estimator too, losses at equal compute, compute at equal loss. */
export function comparisonOf(studies: readonly ComparedStudy[], level: number): Comparison {
  return {
    schema: COMPARISON_SCHEMA,
    corpora: studies.map(({ report: { sweep, laws, methods } }) => ({
      ...{ name: sweep.name, metric: sweep.metric, laws, methods },
    })),
    comparisons: studies.flatMap((a, i) => studies.slice(i + 1).map((b) => pairOf(a, b, level))),
  }
}

/** The laws of a study, through its minima, or as its surface implies them where it has no budgets. */
export function corpusLaws({ report, replicates, methods }: ComparedStudy): CorpusLaws {
  const { sweep, laws, choices } = report
  const said = {
    ...{ name: sweep.name, metric: sweep.metric, lossUnit: sweep.lossUnit as LossUnit },
  }
  if (sweep.kind === 'scattered') {
    const surface = methods.find(({ id }) => id === choices.surfaceMethod)
    const { scale = null, tokens = null, loss = null } = surface?.laws ?? {}
    return { ...said, scale, tokens, loss, lossOptima: [], replicates: surface?.replicates ?? null }
  }
  const law = ({ exponent, coefficient }: Report['laws']['scale']) =>
    exponent.value === null || coefficient.value === null
      ? null
      : { exponent: exponent.value, coefficient: coefficient.value }
  const loss = law({ ...laws.loss, optima: 0 })
  return {
    ...{ ...said, scale: law(laws.scale), tokens: law(laws.tokens), replicates },
    loss: loss === null ? null : { ...loss, irreducible: laws.loss.irreducible.value ?? 0 },
    lossOptima: report.profiles.flatMap(({ computeFlops, status, optimum }) =>
      status !== 'counts' || optimum.loss === null ? [] : [{ computeFlops, loss: optimum.loss }],
    ),
  }
}

function pairOf(one: ComparedStudy, other: ComparedStudy, level: number): PairComparison {
  const [a, b] = [corpusLaws(one), corpusLaws(other)]
  const byMethod = differencesByMethod(
    { ...a, methods: one.methods },
    { ...b, methods: other.methods },
    level,
  )
  const budgets = budgetsOf(one)
  const at = (compared: typeof computeMultiplier) =>
    budgets.map((computeFlops) => ({
      computeFlops,
      ...reported(compared(a, b, computeFlops, level)),
    }))
  return {
    ...{ a: a.name, b: b.name },
    exponentDifference: difference(exponentDifference(a, b, 'scale', level)),
    tokensExponentDifference: difference(exponentDifference(a, b, 'tokens', level)),
    lossExponentDifference: difference(exponentDifference(a, b, 'loss', level)),
    powerLossExponentDifference: difference(powerLossDifference(a, b, level)),
    methods: byMethod.map(({ id, compared }) => ({ id, exponentDifference: difference(compared) })),
    isToldApart: toldApart(byMethod),
    computeMultiplier: at(computeMultiplier),
    lossDifference: at(lossDifference),
  }
}

/** Budgets that losses are compared at: those of the first sweep that count, or some over its runs. */
function budgetsOf({ report }: ComparedStudy): readonly number[] {
  const counting = report.profiles.filter(({ status }) => status === 'counts')
  if (counting.length > 0) return counting.map(({ computeFlops }) => computeFlops)
  return logBudgets(report.recommendation.computeFlops / 1000, report.recommendation.computeFlops)
}

function difference(compared: Compared | Incomparable): ReportedDifference {
  return {
    ...reported(compared),
    excludesZero: typeof compared === 'string' ? null : excludesZero(compared),
  }
}

function reported(compared: Compared | Incomparable): ReportedNumber {
  if (typeof compared === 'string') return { value: null, low: null, high: null, reason: compared }
  const { value, low, high } = compared
  if (!Number.isFinite(value)) return { value: null, low, high, reason: 'no-compute-reaches-it' }
  return low === null || high === null ? { ...compared, reason: 'no-interval' } : compared
}
