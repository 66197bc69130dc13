import type { ScaleMetric } from '../runs/scaleMetric.ts'
import type { PowerLaw } from './powerLaw.ts'

/**
 * L(N, D) = E + A / N^alpha + B / D^beta: loss in nats/token, N in parameters, D in tokens.
 * Source of the form: Hoffmann et al. 2022, arXiv:2203.15556, eq. 2 and 10.
 */
export interface ParametricLoss {
  readonly E: number
  readonly A: number
  readonly B: number
  readonly alpha: number
  readonly beta: number
}

/** Loss of a parametric surface at N parameters and D tokens, nats/token. */
export function evaluateParametricLoss(
  { E, A, B, alpha, beta }: ParametricLoss,
  { parameters, tokens }: { readonly parameters: number; readonly tokens: number },
): number {
  return E + A / parameters ** alpha + B / tokens ** beta
}

/** FLOPs that a token costs for each unit of scale: C = k·scale·D, 6 for parameters, 1 for FLOPs/token. */
export function flopsPerScaleToken(metric: ScaleMetric): number {
  return metric === 'N' ? 6 : 1
}

/**
 * The allocation that minimises a parametric loss at C = k·N·D, in closed form (k = 6 in parameters):
 * N_opt = G (C/k)^a, D_opt = (C/k)^b / G with G = (alpha A / (beta B))^(1/(alpha+beta)),
 * a = beta/(alpha+beta), b = alpha/(alpha+beta). Laws of C in FLOPs.
 * Source: Hoffmann et al. 2022, eq. 4.
 */
export function optimalAllocation(
  { A, B, alpha, beta }: ParametricLoss,
  k = 6,
): {
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
} {
  const a = beta / (alpha + beta)
  const b = alpha / (alpha + beta)
  const g = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta))
  return {
    scale: { coefficient: g * k ** -a, exponent: a },
    tokens: { coefficient: k ** -b / g, exponent: b },
  }
}

/**
 * Loss at that allocation, which is itself a power law over E: L(C) = E + c·C^(−γ), γ = αβ/(α+β).
 * Source: follows from Hoffmann et al. 2022, eq. 4, put into eq. 2.
 */
export function optimalLoss(
  surface: ParametricLoss,
  k = 6,
): { readonly irreducible: number; readonly coefficient: number; readonly exponent: number } {
  const { scale, tokens } = optimalAllocation(surface, k)
  const { E, A, B, alpha, beta } = surface
  return {
    irreducible: E,
    coefficient: A * scale.coefficient ** -alpha + B * tokens.coefficient ** -beta,
    exponent: (alpha * beta) / (alpha + beta),
  }
}
