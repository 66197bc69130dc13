import { choiceCost } from '../../planning/cost/choiceCost.ts'
import type { ParametricLoss } from '../../scaling/forms/parametricLoss.ts'
import type { StyledLaw } from '../palette.ts'
import { logDomain, type Domain } from '../plot/axisTicks.ts'
import type { Point } from '../plot/CurveLayer.tsx'
import { logGrid } from '../plot/logGrid.ts'

/** Where a law puts the size, on the slice. */
export interface SliceMark extends StyledLaw {
  readonly label: string
  readonly parameters: number
}

export interface SliceSeries {
  readonly curve: readonly Point[]
  readonly marks: readonly (SliceMark & { readonly loss: number })[]
  readonly xDomain: Domain
  readonly yDomain: Domain
}

const GRID_POINTS = 121
/** Sizes are drawn this far beyond the outermost law. */
const MARGIN = 2
/** The slice is cut where the loss is this many times its lowest. */
const MOST_RISE = 1.35

/** Loss of every size at a budget, FLOPs, and where laws put the size. */
export function sliceSeries(
  surface: ParametricLoss,
  computeFlops: number,
  laws: readonly SliceMark[],
): SliceSeries {
  const sizes = laws.map(({ parameters }) => parameters)
  const lossOf = (parameters: number): number => choiceCost(surface, parameters, computeFlops).loss
  const marks = laws.map((law) => ({ ...law, loss: lossOf(law.parameters) }))
  const low = Math.min(...sizes) / MARGIN
  const high = Math.max(...sizes) * MARGIN
  const curve = logGrid(low, high, GRID_POINTS).map((n): Point => [n, lossOf(n)])
  const lowest = Math.min(...curve.map(([, y]) => y))
  const shown = curve.filter(([, y]) => y <= lowest * MOST_RISE)
  return {
    curve: shown,
    marks: marks.filter(({ loss }) => loss <= lowest * MOST_RISE),
    xDomain: logDomain(
      shown.map(([x]) => x),
      0.01,
    ),
    yDomain: logDomain(
      shown.map(([, y]) => y),
      0.08,
    ),
  }
}
