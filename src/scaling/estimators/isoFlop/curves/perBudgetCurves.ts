import { finished } from '../../../../numerics/steps.ts'
import { fitAkima } from '../../../../numerics/akima.ts'
import { lowestPolyline } from '../../../../numerics/polyline.ts'
import { fitRobustParabola } from '../../../../numerics/robustParabola.ts'
import { weightedParabola } from '../../../../numerics/weightedParabola.ts'
import { fullSay, type FittedCurve, type RunPoints } from './fittedCurve.ts'
import type { CurveForm } from './profileCurve.ts'
import { HALF_WIDTH, reweightedCurves } from './reweighted.ts'

/** Ordinary least-squares parabola through all points. */
export function leastSquaresParabola(points: RunPoints): FittedCurve {
  const say = fullSay(points)
  return { form: parabola(points, say), reach: say, trust: say }
}

/** Parabola that wild points do not move: least absolute deviations, then bisquare weights. */
export function robustParabola(points: RunPoints): FittedCurve {
  const fit = fitRobustParabola(points.x, points.y)
  const reach = fullSay(points)
  return fit.status === 'unfittable'
    ? { form: null, reach, trust: reach }
    : { form: parabola(points, fit.weights), reach, trust: fit.weights }
}

/** Parabola about its own minimum: tricube weights by the distance from it, and bisquare ones. */
export function weightedLocalParabola(points: RunPoints): FittedCurve {
  const solve = ([weights]: readonly Float64Array[]): readonly (CurveForm | null)[] => [
    weights === undefined ? null : parabola(points, weights),
  ]
  const [fitted] = finished(reweightedCurves([points], solve, HALF_WIDTH))
  return fitted ?? { form: null, reach: fullSay(points), trust: fullSay(points) }
}

/** Akima's interpolant through the points, and so through their noise. */
export function akimaInterpolant(points: RunPoints): FittedCurve {
  const curve = fitAkima(points.x, points.y)
  const say = fullSay(points)
  return { form: curve === null ? null : { kind: 'akima', ...curve }, reach: say, trust: say }
}

/** No curve, but the lowest run of each scale: the lower envelope of the training curves at this budget. */
export function lowestRuns(points: RunPoints): FittedCurve {
  const line = lowestPolyline(points.x, points.y)
  const say = fullSay(points)
  return { form: line === null ? null : { kind: 'polyline', ...line }, reach: say, trust: say }
}

function parabola({ x, y }: RunPoints, weights: Float64Array): CurveForm | null {
  const fit = weightedParabola(x, y, weights)
  return fit === null ? null : { kind: 'parabola', ...fit }
}
