import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'

/** Plot area in pixels and the way from data to pixels inside a {@link LogPlot}. */
export interface Projection {
  readonly area: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  readonly toX: (value: number) => number
  readonly toY: (value: number) => number
}

/** The projection of the surrounding chart; null until it has been laid out. */
export function useProjection(): Projection | null {
  const area = usePlotArea()
  const xScale = useXAxisScale()
  const yScale = useYAxisScale()
  if (area === undefined || xScale === undefined || yScale === undefined) return null
  return {
    area,
    toX: (value) => xScale(value) ?? Number.NaN,
    toY: (value) => yScale(value) ?? Number.NaN,
  }
}
