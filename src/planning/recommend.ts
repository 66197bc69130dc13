import type { HyperparameterLaw } from '../laws/hyperparameterLaw.ts'
import {
  percentileInterval,
  type Interval,
  type IntervalOrigin,
} from '../numerics/percentileInterval.ts'
import {
  logPowerLawReplicatesAt,
  type PowerLawReplicates,
} from '../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { evaluatePowerLaw, type PowerLaw } from '../scaling/forms/powerLaw.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'

/** A value with its interval; null where none was computed or published. */
export interface Estimate {
  readonly value: number
  readonly interval: Interval | null
}

/** What to train at a budget. */
export interface Recommendation {
  /** C, FLOPs. */
  readonly computeFlops: number
  readonly scaleMetric: ScaleMetric
  /** M (FLOPs/token), N (parameters), 6N1 or 6N2 (FLOPs/token), as the metric says. */
  readonly scale: Estimate
  /** D, tokens. */
  readonly tokens: Estimate
  /** B, tokens. */
  readonly batchTokens: Estimate
  /** Peak learning rate. */
  readonly learningRate: Estimate
  /** The scale as parameters: N itself, or FLOPs/token divided by six. */
  readonly parametersEquivalent: number
  readonly tokensPerParameter: Estimate
  /** How far the budget lies outside the fitted budgets, as a factor >= 1; 1 inside. */
  readonly extrapolation: number
  readonly extrapolationDirection: 'inside' | 'above' | 'below' | 'unknown'
  /** scale·D / C (6·N·D / C in N): 1 where the two laws belong together. */
  readonly productRatio: number
}

export interface RecommendInput {
  readonly computeFlops: number
  readonly scaleMetric: ScaleMetric
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
  readonly replicates: {
    readonly scale: PowerLawReplicates
    readonly tokens: PowerLawReplicates
    readonly origin: IntervalOrigin
  } | null
  /** Nominal coverage of the intervals, 0..1. */
  readonly level: number
  /** Smallest and largest fitted budget, FLOPs; null where a paper does not say. */
  readonly fittedRange: { readonly low: number; readonly high: number } | null
  readonly hyperparameters: HyperparameterLaw
}

/**
 * Reads the recommendation at a budget off laws that are fitted already: M or N and D from the
 * allocation laws, B and eta from the hyperparameter law, intervals from replicates
 * evaluated at the budget. A thousand multiplications; fast enough for every move of a slider.
 */
export function recommend(input: RecommendInput): Recommendation {
  const { computeFlops, scaleMetric, replicates, level, fittedRange, hyperparameters } = input
  const scale = evaluatePowerLaw(input.scale, computeFlops)
  const tokens = evaluatePowerLaw(input.tokens, computeFlops)
  const flopsPerParameter = scaleMetric === 'N' ? 6 : 1
  const parametersPerScale = scaleMetric === 'N' ? 1 : 1 / 6
  const scales =
    replicates === null ? null : logPowerLawReplicatesAt(replicates.scale, computeFlops)
  const tokenCounts =
    replicates === null ? null : logPowerLawReplicatesAt(replicates.tokens, computeFlops)
  const ratios =
    scales === null || tokenCounts === null
      ? null
      : tokenCounts.map(
          (logTokens, i) => logTokens - (scales[i] ?? Number.NaN) - Math.log(parametersPerScale),
        )
  const above = fittedRange === null ? 1 : computeFlops / fittedRange.high
  const below = fittedRange === null ? 1 : fittedRange.low / computeFlops
  return {
    computeFlops,
    scaleMetric,
    scale: { value: scale, interval: intervalOf(scales, level, replicates?.origin) },
    tokens: { value: tokens, interval: intervalOf(tokenCounts, level, replicates?.origin) },
    batchTokens: {
      value: evaluatePowerLaw(hyperparameters.batchTokens, computeFlops),
      interval: null,
    },
    learningRate: {
      value: evaluatePowerLaw(hyperparameters.learningRate, computeFlops),
      interval: null,
    },
    parametersEquivalent: scale * parametersPerScale,
    tokensPerParameter: {
      value: tokens / (scale * parametersPerScale),
      interval: intervalOf(ratios, level, replicates?.origin),
    },
    extrapolation: Math.max(1, above, below),
    extrapolationDirection:
      fittedRange === null ? 'unknown' : above > 1 ? 'above' : below > 1 ? 'below' : 'inside',
    productRatio: (flopsPerParameter * scale * tokens) / computeFlops,
  }
}

function intervalOf(
  logValues: Float64Array | null,
  level: number,
  origin: IntervalOrigin | undefined,
): Interval | null {
  if (logValues === null || origin === undefined) return null
  const interval = percentileInterval(logValues, level, origin)
  return interval === null
    ? null
    : { ...interval, low: Math.exp(interval.low), high: Math.exp(interval.high) }
}
