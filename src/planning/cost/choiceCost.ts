import {
  evaluateParametricLoss,
  optimalLoss,
  type ParametricLoss,
} from '../../scaling/forms/parametricLoss.ts'
import { goldenSection } from '../../numerics/goldenSection.ts'

/** What a size costs at a budget, by a loss surface. */
export interface ChoiceCost {
  readonly parameters: number
  /** Tokens that the rest of the budget is spent on: C/(6N). */
  readonly tokens: number
  readonly loss: number
  /** Loss above that of the surface's own optimum at this budget. */
  readonly excess: number
  /** Share of the compute that is wasted: the optimum needs (1 - waste)·C for the same loss. */
  readonly waste: number
}

/** The cost of training a model of so many parameters with all of a budget, FLOPs. */
export function choiceCost(
  surface: ParametricLoss,
  parameters: number,
  computeFlops: number,
): ChoiceCost {
  const tokens = computeFlops / (6 * parameters)
  const loss = evaluateParametricLoss(surface, { parameters, tokens })
  const { irreducible, coefficient, exponent } = optimalLoss(surface)
  const best = irreducible + coefficient * computeFlops ** -exponent
  // The optimal loss is a power law over E, so that the compute of a loss is had in closed form.
  const needed = (coefficient / (loss - irreducible)) ** (1 / exponent)
  return {
    ...{ parameters, tokens, loss },
    excess: Math.max(0, loss - best),
    waste: Math.min(1, Math.max(0, 1 - needed / computeFlops)),
  }
}

/**
 * Compute over that of the optimum, to reach the loss of the optimum at a budget with a model of so many times its
 * size; infinite where no number of tokens reaches it.
 */
export function computeOverOptimum(
  surface: ParametricLoss,
  parameters: number,
  computeFlops: number,
): number {
  const tokens = tokensForLoss(surface, parameters, lossAtOptimum(surface, computeFlops))
  return (6 * parameters * tokens) / computeFlops
}

/** Loss of the optimum at a budget. */
export function lossAtOptimum(surface: ParametricLoss, computeFlops: number): number {
  const { irreducible, coefficient, exponent } = optimalLoss(surface)
  return irreducible + coefficient * computeFlops ** -exponent
}

/** Tokens with which a model of so many parameters comes to a loss; infinite where none do. */
export function tokensForLoss(
  { E, A, B, alpha, beta }: ParametricLoss,
  parameters: number,
  loss: number,
): number {
  const left = loss - E - A / parameters ** alpha
  return left > 0 ? (B / left) ** (1 / beta) : Number.POSITIVE_INFINITY
}

/** A model and its training for a loss, with what serving it costs. */
export interface ServedModel {
  readonly parameters: number
  readonly tokens: number
  readonly trainingFlops: number
  readonly inferenceFlops: number
}

/** Decades of size on either side of the optimum that are looked at. */
const DECADES = 3

/**
 * The model that comes to a loss with the least compute for training and serving together: min 6·N·D + 2·N·D_served
 * with L(N, D) = loss. Source: Sardana et al. 2024, arXiv:2401.00448, eq. 3. `parameters` is the size that is optimal
 * without serving. Golden section in ln N; the objective has one minimum.
 */
export function inferenceAware(
  surface: ParametricLoss,
  { parameters, loss }: { readonly parameters: number; readonly loss: number },
  servedTokens: number,
): ServedModel {
  const { E, A, alpha } = surface
  // Below this size no number of tokens comes to the loss.
  const least = (A / (loss - E)) ** (1 / alpha)
  const total = (logN: number): number => {
    const n = Math.exp(logN)
    return Math.log(6 * n * tokensForLoss(surface, n, loss) + 2 * n * servedTokens)
  }
  const low = Math.max(Math.log(least * (1 + 1e-9)), Math.log(parameters) - DECADES * Math.LN10)
  const n = Math.exp(goldenSection(total, low, Math.log(parameters) + Math.LN10 / 3, 1e-7))
  const tokens = tokensForLoss(surface, n, loss)
  return {
    ...{ parameters: n, tokens },
    trainingFlops: 6 * n * tokens,
    inferenceFlops: 2 * n * servedTokens,
  }
}
