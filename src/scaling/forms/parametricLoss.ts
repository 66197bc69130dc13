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

/**
 * The allocation that minimises a parametric loss at C = 6ND, in closed form:
 * N_opt = G (C/6)^a, D_opt = (C/6)^b / G with G = (alpha A / (beta B))^(1/(alpha+beta)),
 * a = beta/(alpha+beta), b = alpha/(alpha+beta). Laws of C in FLOPs.
 * Source: Hoffmann et al. 2022, eq. 4.
 */
export function optimalAllocation({ A, B, alpha, beta }: ParametricLoss): {
  readonly scale: PowerLaw
  readonly tokens: PowerLaw
} {
  const a = beta / (alpha + beta)
  const b = alpha / (alpha + beta)
  const g = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta))
  return {
    scale: { coefficient: g * 6 ** -a, exponent: a },
    tokens: { coefficient: 6 ** -b / g, exponent: b },
  }
}
