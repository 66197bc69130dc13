import type { AllocationLaw } from '../laws/allocationLaw.ts'
import type { PowerLaw } from '../scaling/forms/powerLaw.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'

/**
 * A law's scale in another metric: FLOPs/token = 6 × parameters and back.
 *
 * This is a change of unit, not of convention: 6N1, 6N2 and M of one model differ by up to
 * 50% when it is small (DeepSeek-AI 2024, Table 3), and no law says which shapes it means.
 * The page says so wherever laws of different conventions stand side by side.
 */
export function scaleLawIn(
  law: Pick<AllocationLaw, 'scale' | 'scaleMetric'>,
  metric: ScaleMetric,
): PowerLaw {
  const inParameters = law.scaleMetric === 'N'
  if (inParameters === (metric === 'N')) return law.scale
  const factor = inParameters ? 6 : 1 / 6
  return { coefficient: law.scale.coefficient * factor, exponent: law.scale.exponent }
}
