import { least, mean } from 'd3-array'
import { finished } from '../../../../numerics/steps.ts'
import { fitAkima } from '../../../../numerics/akima.ts'
import { lowestPolyline, type Polyline } from '../../../../numerics/polyline.ts'
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
  const [fitted] = finished(reweightedCurves([points], solve, HALF_WIDTH)).curves
  return fitted ?? { form: null, reach: fullSay(points), trust: fullSay(points) }
}

/** Akima's interpolant through the points, and so through their noise. */
export function akimaInterpolant(points: RunPoints): FittedCurve {
  const curve = fitAkima(points.x, points.y)
  const say = fullSay(points)
  return { form: curve === null ? null : { kind: 'akima', ...curve }, reach: say, trust: say }
}

/**
 * No curve, but the lowest run of each scale, and of training curves the lower envelope about the budget: the minimum is
 * then the mean ln x of the curves that are the lowest there, rather than of the one that is so at the budget itself.
 */
export function lowestRuns(points: RunPoints): FittedCurve {
  const line = lowestPolyline(points.x, points.y)
  const say = fullSay(points)
  if (line === null) return { form: null, reach: say, trust: say }
  const leaders = envelope(points)
  const lowest = leaders === null ? line.lowest : leadersMinimum(line, leaders)
  return { form: { kind: 'polyline', ...line, lowest }, reach: say, trust: say }
}

/** ln x of the lowest curve at each place about the budget that three or more pass; null without training curves. */
function envelope({ x, around }: RunPoints): readonly number[] | null {
  if (around === undefined) return null
  return (around[0] ?? []).flatMap((_, place) => {
    const passing = x.flatMap((at, i) => {
      const loss = around[i]?.[place] ?? Number.NaN
      return Number.isFinite(loss) ? [{ at, loss }] : []
    })
    const lowest = least(passing, ({ loss }) => loss)
    return lowest === undefined || passing.length < 3 ? [] : [lowest.at]
  })
}

/** The envelope's minimum; null where a curve at an end of the grid leads, beyond which another might. */
function leadersMinimum({ x, y }: Polyline, leaders: readonly number[]): Polyline['lowest'] {
  const at = mean(leaders)
  const isInside = leaders.every((leader) => leader > (x[0] ?? 0) && leader < (x.at(-1) ?? 0))
  return at === undefined || !isInside ? null : { x: at, y: Math.min(...y) }
}

function parabola({ x, y }: RunPoints, weights: Float64Array): CurveForm | null {
  const fit = weightedParabola(x, y, weights)
  return fit === null ? null : { kind: 'parabola', ...fit }
}
