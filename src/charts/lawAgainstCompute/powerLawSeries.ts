import {
  logPowerLawReplicatesAt,
  type PowerLawReplicates,
} from '../../scaling/estimators/isoFlop/intervals/lawReplicates.ts'
import { evaluatePowerLaw, type PowerLaw } from '../../scaling/forms/powerLaw.ts'
import {
  lawAgainstComputeSeries,
  type LawAgainstComputeSeries,
  type OptimumPoint,
} from './series.ts'

/** A published law to draw beside the fit, in the same unit as the optima. */
export interface ReferenceLaw {
  readonly id: string
  readonly label: string
  readonly law: PowerLaw
}

/** Marks of an allocation law, M_opt, N_opt or D_opt against C, with published laws beside it. */
export function powerLawSeries(
  optima: readonly OptimumPoint[],
  law: PowerLaw | null,
  replicates: PowerLawReplicates | null,
  level: number,
  references: readonly ReferenceLaw[],
): LawAgainstComputeSeries {
  return lawAgainstComputeSeries({
    optima,
    law: law === null ? null : (c) => evaluatePowerLaw(law, c),
    replicatesAt:
      replicates === null ? null : (c) => logPowerLawReplicatesAt(replicates, c).map(Math.exp),
    level,
    references: references.map(({ id, label, law: reference }) => ({
      id,
      label,
      law: (c) => evaluatePowerLaw(reference, c),
    })),
    asymptote: null,
  })
}
