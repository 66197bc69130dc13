import { extent } from 'd3-array'
import { percentiles } from '../../numerics/percentileInterval.ts'
import { polynomialLeastSquares } from '../../numerics/leastSquares.ts'
import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { trustedOptima } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import type { ProfileEstimator } from '../../scaling/estimators/isoFlop/isoFlopProfile.ts'
import type { MethodLaws } from '../methodLaws.ts'
import type { StudyChoices } from '../choices.ts'
import type { Study } from '../study.ts'
import { diagnostic, type Diagnostic } from './diagnostic.ts'

/** a + b may miss 1 by this much without a word. */
const LEAST_MISFIT = 0.02
/** Beyond this factor of extrapolation a law is a guess. */
const FAR = 100
/** A resampled law may be missing this often. */
const MOST_FAILED = 0.05
/** The local exponent may change by this much from the first to the last budget. */
const LEAST_TURN = 0.1
const LEAST_T = 3
/** Estimators that are as noisy as the runs: they disagree with everything. */
const FOLLOW_EVERY_RUN: ReadonlySet<string> = new Set<ProfileEstimator>(['akima', 'approach-1'])
/** An interval of the exponent narrower than this share of what the minima's scatter gives is not credible. */
const NARROW = 1 / 3

interface LawContext {
  readonly choices: StudyChoices
  readonly replicates: LawReplicates | null
  readonly methods: readonly MethodLaws[]
  readonly extrapolation: number | null
}

/** What the laws tell: of one another, of their optima, of their intervals, of how far they are stretched. */
export function diagnosticsOfLaws(
  { analysis, settings }: Study,
  { choices, replicates, methods, extrapolation }: LawContext,
): readonly Diagnostic[] {
  const told: Diagnostic[] = []
  if (extrapolation !== null && extrapolation > FAR) {
    told.push(diagnostic('far-extrapolation', 'warning', { values: [extrapolation] }))
  }
  const { scale, tokens } = analysis?.laws ?? {}
  if (analysis === null || scale?.status !== 'fitted') return told
  const interval =
    replicates === null ? null : percentiles(replicates.scale.exponent, choices.level)
  if (tokens?.status === 'fitted' && replicates !== null) {
    const sums = replicates.scale.exponent.map(
      (a, i) => a + (replicates.tokens.exponent[i] ?? Number.NaN),
    )
    const of = percentiles(sums, choices.level)
    const sum = scale.exponent + tokens.exponent
    if (Math.abs(sum - 1) > LEAST_MISFIT && of !== null && (of.low > 1 || of.high < 1)) {
      told.push(diagnostic('exponents-do-not-add', 'warning', { values: [sum] }))
    }
  }
  const optima = trustedOptima(analysis.scaleProfiles, settings)
  const turn = turnOf(optima)
  if (turn !== null) told.push(diagnostic('optima-leave-law', 'warning', { values: [turn] }))
  if (interval !== null && scale.exponentStandardError !== null && optima.length >= 4) {
    const byScatter = 4 * scale.exponentStandardError
    const share = (interval.high - interval.low) / byScatter
    if (share < NARROW) told.push(diagnostic('interval-narrow', 'warning', { values: [share] }))
  }
  if (replicates !== null && replicates.failed > MOST_FAILED * replicates.replicates) {
    told.push(
      diagnostic('resamples-without-law', 'warning', {
        values: [replicates.failed / replicates.replicates],
      }),
    )
  }
  return [...told, ...disagreements(methods, choices)]
}

/** Estimators whose intervals do not meet that of the one in use. */
function disagreements(
  methods: readonly MethodLaws[],
  { estimator, surfaceMethod, level }: StudyChoices,
): readonly Diagnostic[] {
  const rangeOf = ({ laws, replicates }: MethodLaws): { low: number; high: number } | null =>
    laws === null || replicates === null ? null : percentiles(replicates.scale.exponent, level)
  const chosen = methods.find(({ id }) => id === estimator)
  const own = chosen === undefined ? null : rangeOf(chosen)
  if (own === null) return []
  const apart = methods.filter((other) => {
    const range = rangeOf(other)
    if (range === null || other.id === estimator || FOLLOW_EVERY_RUN.has(other.id)) return false
    if (other.family === 'surface' && other.id !== surfaceMethod) return false
    return range.low > own.high || own.low > range.high
  })
  const exponentOf = ({ laws }: MethodLaws): number => laws?.scale.exponent ?? Number.NaN
  return (['isoflop', 'surface'] as const).flatMap((family): Diagnostic[] => {
    const others = apart.filter((other) => other.family === family)
    if (others.length === 0 || chosen === undefined) return []
    const [low = Number.NaN, high = Number.NaN] = extent(others, exponentOf)
    return [
      diagnostic(family === 'surface' ? 'surface-disagrees' : 'methods-disagree', 'warning', {
        of: others.map(({ id }) => id).join(' '),
        values: [exponentOf(chosen), low, high],
      }),
    ]
  })
}

/** How much the local exponent changes from the first to the last optimum, where a bend is clear. */
function turnOf(
  optima: readonly { readonly computeFlops: number; readonly value: number }[],
): number | null {
  const n = optima.length
  if (n < 5) return null
  const logC = optima.map(({ computeFlops }) => Math.log(computeFlops))
  const [first = 0, last = 0] = extent(logC)
  const x = logC.map((value) => value - (first + last) / 2)
  const y = optima.map(({ value }) => Math.log(value))
  const bent = polynomialLeastSquares(x, y, 2)
  const [c0, c1, c2] = bent ?? []
  if (c0 === undefined || c1 === undefined || c2 === undefined) return null
  const square = (of: (i: number) => number): number => x.reduce((sum, _, i) => sum + of(i) ** 2, 0)
  const left = square((i) => (y[i] ?? 0) - c0 - (x[i] ?? 0) * (c1 + c2 * (x[i] ?? 0)))
  // x² less its regression on 1 and x; for a grid about even that is x² less its mean.
  const meanSquare = square((i) => x[i] ?? 0) / n
  const spread = square((i) => (x[i] ?? 0) ** 2 - meanSquare)
  const error = Math.sqrt(left / (n - 3) / spread)
  const turn = 2 * c2 * (last - first)
  return Math.abs(turn) > LEAST_TURN && Math.abs(c2) > LEAST_T * error ? turn : null
}
