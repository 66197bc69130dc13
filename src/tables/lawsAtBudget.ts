import { evaluatePowerLaw, type PowerLaw } from '../scaling/forms/powerLaw.ts'

/** A law of how a budget is split, its scale in parameters. */
export interface LawInParameters {
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
}

/** What a law says at a budget. */
export interface AllocationAtBudget {
  readonly parameters: number
  readonly tokens: number
  readonly tokensPerParameter: number
}

/** Reads a law at a budget, FLOPs. */
export function allocationAt(
  { scale, tokens }: LawInParameters,
  computeFlops: number,
): AllocationAtBudget {
  const parameters = evaluatePowerLaw(scale, computeFlops)
  const count = evaluatePowerLaw(tokens, computeFlops)
  return { parameters, tokens: count, tokensPerParameter: count / parameters }
}

/** How far a budget lies outside the range that a law was fitted over. */
export type Outside = 'unknown' | 'inside' | { readonly factor: number; readonly isAbove: boolean }

/** `range` is in FLOPs, null where it is not stated. */
export function outsideRange(
  range: { readonly low: number; readonly high: number } | null,
  computeFlops: number,
): Outside {
  if (range === null) return 'unknown'
  const factor = Math.max(computeFlops / range.high, range.low / computeFlops)
  return factor <= 1 ? 'inside' : { factor, isAbove: computeFlops > range.high }
}
