import type { LawReplicates } from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import type { LossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import type { PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { none, numberWith, type ReportedNumber } from './reportedNumber.ts'

/** A power law k·C^a, C in FLOPs. */
export interface ReportedLaw {
  readonly exponent: ReportedNumber
  readonly coefficient: ReportedNumber
}

/** L(C) = E + k·C^(−γ). */
export interface ReportedLossLaw extends ReportedLaw {
  readonly irreducible: ReportedNumber
}

/** A power law with its intervals, or why there is none. */
export function reportedLaw(
  law: PowerLaw | null,
  reason: string,
  replicates: LawReplicates['scale'] | undefined,
  level: number,
): ReportedLaw {
  if (law === null) return { exponent: none(reason), coefficient: none(reason) }
  return {
    exponent: numberWith(law.exponent, replicates?.exponent, level),
    coefficient: numberWith(law.coefficient, replicates?.logCoefficient, level, Math.exp),
  }
}

/** The law of the loss with its intervals, or why there is none. */
export function reportedLossLaw(
  law: LossLaw | null,
  reason: string,
  replicates: LawReplicates['loss'] | undefined,
  level: number,
): ReportedLossLaw {
  return {
    ...reportedLaw(law, reason, replicates, level),
    irreducible:
      law === null ? none(reason) : numberWith(law.irreducible, replicates?.irreducible, level),
  }
}
