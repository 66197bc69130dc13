import { ISOFLOP_ESTIMATORS, SURFACE_ESTIMATORS } from '../../scaling/estimators/estimators.ts'
import type { IntervalOrigin } from '../../numerics/percentileInterval.ts'
import type { MethodLaws } from '../methodLaws.ts'
import type { StudyChoices } from '../choices.ts'
import {
  reportedLaw,
  reportedLossLaw,
  type ReportedLaw,
  type ReportedLossLaw,
} from './reportedLaws.ts'

/** One estimator and the laws that it gives. */
export interface ReportedMethod {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly family: 'isoflop' | 'surface'
  /** How its intervals were made; null where none were. */
  readonly interval: IntervalOrigin | null
  /** Whether it is the one of `laws`, or of `parametric`. */
  readonly inUse: boolean
  readonly laws: {
    readonly scale: ReportedLaw
    readonly tokens: ReportedLaw
    readonly loss: ReportedLossLaw
  }
}

/** Every estimator with its laws on these runs; without laws where they were not computed. */
export function reportedMethods(
  methods: readonly MethodLaws[],
  { estimator, surfaceMethod, level }: StudyChoices,
): readonly ReportedMethod[] {
  const found = new Map(methods.map((method) => [method.id, method]))
  const families = [
    ...ISOFLOP_ESTIMATORS.map((one) => ({ ...one, family: 'isoflop' as const })),
    ...SURFACE_ESTIMATORS.map((one) => ({ ...one, family: 'surface' as const })),
  ]
  return families.map(({ id, name, source, family }) => {
    const { laws = null, replicates = null, reason = null } = found.get(id) ?? {}
    const why = reason ?? 'not-for-this-sweep'
    return {
      ...{ id, name, source, family, interval: replicates?.origin ?? null },
      inUse: id === (family === 'isoflop' ? estimator : surfaceMethod),
      laws: {
        scale: reportedLaw(laws?.scale ?? null, why, replicates?.scale, level),
        tokens: reportedLaw(laws?.tokens ?? null, why, replicates?.tokens, level),
        loss: reportedLossLaw(laws?.loss ?? null, why, replicates?.loss, level),
      },
    }
  })
}
