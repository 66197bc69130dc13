import { createContext, use } from 'react'
import type { Domain } from './axisTicks.ts'

/** Plot area in pixels and the way from data to pixels and back inside a `LogPlot`, logarithmic unless it says otherwise. */
export interface Projection {
  readonly area: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** NaN for what is not above 0, where the axis is logarithmic. */
  readonly toX: (value: number) => number
  readonly toY: (value: number) => number
  /** The value at a distance from the left edge of the picture, pixels. */
  readonly fromX: (pixels: number) => number
}

export const ProjectionContext = createContext<Projection | null>(null)

/** The projection of the surrounding chart. Throws outside of one. */
export function useProjection(): Projection {
  const projection = use(ProjectionContext)
  if (projection === null) throw new Error('useProjection needs a LogPlot around it')
  return projection
}

/** Both axes logarithmic: `x` from left to right, `y` from the bottom up. */
export function logProjection(area: Projection['area'], x: Domain, y: Domain): Projection {
  const perX = area.width / Math.log(x[1] / x[0])
  const perY = area.height / Math.log(y[1] / y[0])
  return {
    area,
    toX: (value) => area.x + perX * Math.log(value / x[0]),
    toY: (value) => area.y + area.height - perY * Math.log(value / y[0]),
    fromX: (pixels) => x[0] * Math.exp((pixels - area.x) / perX),
  }
}

/** Both axes linear. */
export function linearProjection(area: Projection['area'], x: Domain, y: Domain): Projection {
  const perX = area.width / (x[1] - x[0])
  const perY = area.height / (y[1] - y[0])
  return {
    area,
    toX: (value) => area.x + perX * (value - x[0]),
    toY: (value) => area.y + area.height - perY * (value - y[0]),
    fromX: (pixels) => x[0] + (pixels - area.x) / perX,
  }
}
