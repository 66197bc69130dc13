import { extent, max, min, quantile } from 'd3-array'
import {
  evaluateParametricLoss,
  optimalAllocation,
  optimalLoss,
  type ParametricLoss,
} from '../../scaling/forms/parametricLoss.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'
import { evaluateLossLaw } from '../../scaling/estimators/overCompute/lossLaw.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { logGrid } from '../plot/logGrid.ts'

/** A run on the plane of scale and tokens. */
export interface SurfaceRun {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly loss: number
  /** Loss over that of the surface, less 1. */
  readonly residual: number
}

/** A curve of equal fitted loss. */
export interface Contour {
  readonly loss: number
  readonly points: readonly Point[]
  /** Where it leaves the plane, which is where its name stands; null where it does not cross it. */
  readonly leaves: { readonly edge: 'right' | 'bottom'; readonly at: Point } | null
}

export interface SurfaceSeries {
  readonly runs: readonly SurfaceRun[]
  /** Curves of equal fitted loss, lowest loss first. */
  readonly contours: readonly Contour[]
  /** The optimal split of every compute of the plane. */
  readonly path: readonly Point[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

/** Loss against scale at one budget, as a surface has it. */
export interface ImpliedCurve {
  readonly computeFlops: number
  readonly points: readonly Point[]
  readonly optimum: { readonly x: number; readonly y: number; readonly tokens: number }
}

const LEVELS = 7
const GRID_POINTS = 61
/** Budgets of the implied curves, about one a decade. */
const MOST_CURVES = 7
/** Scales about the minimum that an implied curve is drawn over, as a factor. */
const REACH = 12

/** The plane of a fitted surface; C = k·scale·D. */
export function surfaceSeries(
  runs: readonly Omit<SurfaceRun, 'residual'>[],
  surface: ParametricLoss,
  k: number,
): SurfaceSeries {
  const placed = runs.map((run) => ({
    ...run,
    residual: run.loss / evaluateParametricLoss(surface, { parameters: run.x, tokens: run.y }) - 1,
  }))
  const xDomain = logDomain(
    placed.map(({ x }) => x),
    0.06,
  )
  const yDomain = logDomain(
    placed.map(({ y }) => y),
    0.06,
  )
  const losses = placed.map(({ loss }) => loss).sort((one, other) => one - other)
  const levels = Array.from(
    { length: LEVELS },
    (_, i) => quantile(losses, (i + 0.5) / LEVELS) ?? Number.NaN,
  )
  const contours = levels.map((loss) => contourAt(loss, surface, xDomain, yDomain))
  const { scale, tokens } = optimalAllocation(surface, k)
  const [least, most] = [k * xDomain[0] * yDomain[0], k * xDomain[1] * yDomain[1]]
  const path = logGrid(least, most, GRID_POINTS).map((c): Point => [
    evaluatePowerLaw(scale, c),
    evaluatePowerLaw(tokens, c),
  ])
  return { runs: placed, contours, path, xDomain, yDomain }
}

function contourAt(
  loss: number,
  { E, A, B, alpha, beta }: ParametricLoss,
  xDomain: Domain,
  yDomain: Domain,
): Contour {
  const tokensAt = (scale: number): number => (B / (loss - E - A * scale ** -alpha)) ** (1 / beta)
  const scaleAt = (tokens: number): number => (A / (loss - E - B * tokens ** -beta)) ** (1 / alpha)
  const isIn = (value: number, [low, high]: Domain): boolean => value >= low && value <= high
  const points = logGrid(xDomain[0], xDomain[1], GRID_POINTS)
    .map((x): Point => [x, tokensAt(x)])
    .filter(([, y]) => Number.isFinite(y))
  // It falls from left to right: out by the right edge, or before that by the lower one.
  const right: Point = [xDomain[1], tokensAt(xDomain[1])]
  const bottom: Point = [scaleAt(yDomain[0]), yDomain[0]]
  if (isIn(right[1], yDomain)) return { loss, points, leaves: { edge: 'right', at: right } }
  if (isIn(bottom[0], xDomain)) return { loss, points, leaves: { edge: 'bottom', at: bottom } }
  return { loss, points, leaves: null }
}

/** IsoFLOP curves of a surface at round budgets over the compute of the runs. */
export function impliedCurves(
  computes: readonly number[],
  surface: ParametricLoss,
  k: number,
): readonly ImpliedCurve[] {
  const [low = 1e18, high = 1e21] = extent(computes)
  const [first, last] = [Math.ceil(Math.log10(low)), Math.floor(Math.log10(high))]
  const decades = Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => 10 ** (first + i))
  const { scale, tokens } = optimalAllocation(surface, k)
  const law = optimalLoss(surface, k)
  return decades.slice(-MOST_CURVES).map((computeFlops) => {
    const x = evaluatePowerLaw(scale, computeFlops)
    return {
      computeFlops,
      points: logGrid(x / REACH, x * REACH, GRID_POINTS).map((at): Point => [
        at,
        evaluateParametricLoss(surface, { parameters: at, tokens: computeFlops / (k * at) }),
      ]),
      optimum: {
        ...{ x, y: evaluateLossLaw(law, computeFlops) },
        tokens: evaluatePowerLaw(tokens, computeFlops),
      },
    }
  })
}

/** The ends of curves along one axis, padded. */
export function domainOf(curves: readonly ImpliedCurve[], axis: 0 | 1): Domain {
  const values = curves.flatMap(({ points }) => points.map((point) => point[axis]))
  return logDomain([min(values) ?? 1, max(values) ?? 10], 0.03)
}
