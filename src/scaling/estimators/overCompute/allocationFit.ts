import { fitLine } from '../../../numerics/fitLine.ts'
import type { Outcome } from '../../../numerics/outcome.ts'
import type { PowerLaw } from '../../forms/powerLaw.ts'

/** A power law through optima, with what a reader needs to judge it. */
export interface FittedPowerLaw extends PowerLaw {
  readonly rSquared: number
  /** Least-squares standard error of the exponent; null with two budgets. */
  readonly exponentStandardError: number | null
  /** Whether the optima count by their covariance; each counts the same where it is false. */
  readonly isGeneralised: boolean
  /** Number of optima that it went through. */
  readonly count: number
}

export type PowerLawFit = Outcome<FittedPowerLaw, 'too-few-optima'>

/**
 * Power law y = k * C^a through optima by least squares of ln y on ln C.
 *
 * `points` are (C in FLOPs, y) with both positive. Unfittable with fewer than two different C.
 * Source: Hoffmann et al. 2022, section 3.2; DeepSeek-AI 2024, arXiv:2401.02954, eq. 4.
 */
export function fitPowerLaw(
  points: readonly { readonly computeFlops: number; readonly value: number }[],
): PowerLawFit {
  const line = fitLine(
    points.map((point) => Math.log(point.computeFlops)),
    points.map((point) => Math.log(point.value)),
  )
  if (line.status === 'unfittable') return { status: 'unfittable', reason: 'too-few-optima' }
  return {
    status: 'fitted',
    coefficient: Math.exp(line.intercept),
    exponent: line.slope,
    rSquared: line.rSquared,
    exponentStandardError: line.slopeStandardError,
    isGeneralised: false,
    count: points.length,
  }
}
