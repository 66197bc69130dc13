import { flopsPerScaleToken, type ParametricLoss } from '../scaling/forms/parametricLoss.ts'
import type { ScaleMetric } from '../scaling/runs/scaleMetric.ts'

/**
 * A surface of any scale metric as one of N = C/(6D) parameters, the same at every split of a budget: A/s^α with s = 6N is
 * A·6^(−α)/N^α. A change of unit, not of convention.
 */
export function surfaceInParameters(surface: ParametricLoss, metric: ScaleMetric): ParametricLoss {
  const perParameter = 6 / flopsPerScaleToken(metric)
  return { ...surface, A: surface.A * perParameter ** -surface.alpha }
}
