import { least } from 'd3-array'
import { goldenSection } from '../../numerics/goldenSection.ts'
import type { ParametricLoss } from '../../scaling/forms/parametricLoss.ts'

/**
 * The surface of Muennighoff et al. 2023, arXiv:2305.16264, and how much a repeated token (R_D*) or a parameter too many
 * (R_N*) is worth. Fitted to C4: it does not go with constants of other corpora.
 */
export const MUENNIGHOFF = {
  surface: {
    E: 1.8691436784054858,
    A: 520.8249516599187,
    B: 1487.716093782861,
    alpha: 0.3526596,
    beta: 0.3526596,
  } satisfies ParametricLoss,
  repeats: 15.387756,
  excess: 5.309743,
  citation: 'Muennighoff et al. 2023, arXiv:2305.16264, eq. 5 and section 6',
} as const

/** Tokens that `tokens` of training are worth where only `unique` are different: U + U·R*·(1 − e^(−R/R*)), R = epochs − 1. */
export function effectiveTokens(tokens: number, unique: number): number {
  if (tokens <= unique) return tokens
  const { repeats } = MUENNIGHOFF
  return unique + unique * repeats * (1 - Math.exp(-(tokens / unique - 1) / repeats))
}

/** Parameters that are optimal for so many unique tokens, one epoch. */
export function parametersForTokens(unique: number): number {
  const { A, B, alpha, beta } = MUENNIGHOFF.surface
  // With alpha = beta, N_opt = G²·D, G as in Hoffmann et al. 2022, eq. 4.
  return ((alpha * A) / (beta * B)) ** (2 / (alpha + beta)) * unique
}

/** Parameters that `parameters` are worth on so many unique tokens (ibid., the same form). */
export function effectiveParameters(parameters: number, unique: number): number {
  const base = Math.min(parameters, parametersForTokens(unique))
  const { excess } = MUENNIGHOFF
  return base + base * excess * (1 - Math.exp(-(parameters / base - 1) / excess))
}

/** What a budget comes to on a limited corpus. */
export interface DataConstrainedPlan {
  readonly parameters: number
  readonly tokens: number
  readonly epochs: number
  readonly loss: number
}

/** Loss of a size at a budget, FLOPs, where only so many tokens are different. */
export function dataConstrainedLoss(
  parameters: number,
  computeFlops: number,
  unique: number,
): number {
  const { E, A, B, alpha, beta } = MUENNIGHOFF.surface
  const tokens = computeFlops / (6 * parameters)
  const seen = Math.min(tokens, unique)
  return (
    E +
    A / effectiveParameters(parameters, seen) ** alpha +
    B / effectiveTokens(tokens, unique) ** beta
  )
}

/** Sizes looked at on either side of where all tokens would be new, in ln N, and how many. */
const REACH = 9
const LOOKS = 181

/**
 * The size and the epochs that make the most of a budget, FLOPs, and so many unique tokens: the lowest of many sizes,
 * refined by golden section, because the loss has kinks where tokens begin to repeat.
 */
export function dataConstrainedPlan(computeFlops: number, unique: number): DataConstrainedPlan {
  const centre = Math.log(Math.sqrt(computeFlops / 6))
  const step = (2 * REACH) / (LOOKS - 1)
  const loss = (logN: number): number => dataConstrainedLoss(Math.exp(logN), computeFlops, unique)
  const looked = Array.from({ length: LOOKS }, (_, i) => centre - REACH + i * step)
  const best = least(looked, loss) ?? centre
  const parameters = Math.exp(goldenSection(loss, best - step, best + step, 1e-7))
  const tokens = computeFlops / (6 * parameters)
  return {
    ...{ parameters, tokens },
    epochs: Math.max(1, tokens / unique),
    loss: dataConstrainedLoss(parameters, computeFlops, unique),
  }
}
