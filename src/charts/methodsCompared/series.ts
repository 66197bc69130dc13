import { extent } from 'd3-array'
import { evaluatePowerLaw, type PowerLaw } from '../../scaling/forms/powerLaw.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { logGrid } from '../plot/logGrid.ts'

/** One estimator's law beside the others. */
export interface ComparedMethod {
  readonly id: string
  readonly label: string
  readonly scale: PowerLaw
  readonly isInUse: boolean
}

export interface MethodsSeries {
  readonly lines: readonly {
    readonly id: string
    readonly label: string
    readonly isInUse: boolean
    readonly points: readonly Point[]
  }[]
  readonly range: { readonly low: number; readonly high: number }
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const GRID_POINTS = 41
const BELOW = 3
const ABOVE = 1000

/** Optimal scale of each estimator over that of the one in use, from the budgets to a thousand times beyond. */
export function methodsSeries(
  methods: readonly ComparedMethod[],
  range: { readonly low: number; readonly high: number },
): MethodsSeries {
  const own = methods.find(({ isInUse }) => isInUse) ?? methods[0]
  const [low, high] = [range.low / BELOW, range.high * ABOVE]
  const lines = methods.map(({ id, label, isInUse, scale }) => ({
    ...{ id, label, isInUse },
    points: logGrid(low, high, GRID_POINTS).map((c): Point => [
      c,
      own === undefined ? 1 : evaluatePowerLaw(scale, c) / evaluatePowerLaw(own.scale, c),
    ]),
  }))
  const [least = 0.8, most = 1.25] = extent(lines.flatMap(({ points }) => points.map(([, y]) => y)))
  return {
    ...{ lines, range },
    xDomain: [low, high],
    yDomain: logDomain([Math.min(least, 0.8), Math.max(most, 1.25)], 0.04),
  }
}
