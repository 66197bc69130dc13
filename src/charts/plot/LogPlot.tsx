import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { AxisTick } from './AxisTick.tsx'
import { linearAxisTicks, logTicks, type Domain } from './axisTicks.ts'
import {
  linearProjection,
  logProjection,
  ProjectionContext,
  type Projection,
} from './projection.ts'
import { ticksWithRoom } from './tickLabel.ts'

export interface PlotAxis {
  readonly title: string
  readonly domain: Domain
}

interface LogPlotProps {
  readonly x: PlotAxis
  readonly y: PlotAxis
  readonly height: number
  /** Pixels kept free right of the plot, for labels at line ends. */
  readonly labelRoom?: number
  /** What a screen reader says in place of the picture. */
  readonly description: string
  /** Whether something in it answers to keys, so that it is no mere picture. */
  readonly isOperable?: boolean
  /** Linear axes, for what runs from 0: a schedule. */
  readonly isLinear?: boolean
  readonly children: ReactNode
}

const MARGIN = { top: 19, right: 18, bottom: 56, left: 8 }
/** Width of a plot that nobody has measured yet, pixels. */
const USUAL_WIDTH = 640
const TICK = 4
/** Width that a label of a linear axis needs, pixels, and how many stand at its side. */
const TICK_ROOM = 110
const LINEAR_TICKS = 5

/**
 * The log-log frame that every chart here stands in: axes, grid at the ticks, and the projection that
 * the layers of this folder draw by. Layers lie upon one another in the order in which they stand. What
 * moves with a slider must be a child that subscribes by itself, because a change of this component's
 * props draws every mark again.
 */
export function LogPlot({
  x,
  y,
  height,
  labelRoom = 0,
  description,
  isOperable = false,
  isLinear = false,
  children,
}: LogPlotProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const xTicks = isLinear ? linearAxisTicks(x.domain, width / TICK_ROOM) : logTicks(x.domain)
  const yTicks = isLinear ? linearAxisTicks(y.domain, LINEAR_TICKS) : logTicks(y.domain)
  // Labels such as 2 × 10^10 need more room than powers of ten and plain numbers.
  const isWide = yTicks.some(
    (tick) => (tick >= 10_000 || (tick > 0 && tick < 0.001)) && !Number.isInteger(Math.log10(tick)),
  )
  const left = MARGIN.left + (isWide ? 82 : 58)
  const [xLow, xHigh] = x.domain
  const [yLow, yHigh] = y.domain
  const projection = useMemo(() => {
    const area = {
      x: left,
      y: MARGIN.top,
      width: Math.max(1, width - left - MARGIN.right - labelRoom),
      height: height - MARGIN.top - MARGIN.bottom,
    }
    const project = isLinear ? linearProjection : logProjection
    return project(area, [xLow, xHigh], [yLow, yHigh])
  }, [left, width, height, labelRoom, xLow, xHigh, yLow, yHigh, isLinear])
  return (
    <div
      ref={frame}
      role={isOperable ? 'group' : 'img'}
      aria-label={description}
      style={{ height }}
      className="plot relative w-full"
    >
      <svg width={width} height={height} className="block overflow-visible" data-plot="">
        <Axes {...{ projection, xTicks, yTicks, height }} xTitle={x.title} yTitle={y.title} />
        <ProjectionContext value={projection}>{children}</ProjectionContext>
      </svg>
    </div>
  )
}

/** The width of an element, followed as it changes. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(USUAL_WIDTH)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = (): void => {
      if (current.clientWidth > 0) setWidth(current.clientWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return width
}

interface AxesProps {
  readonly projection: Projection
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
  readonly xTitle: string
  readonly yTitle: string
  readonly height: number
}

function Axes({ projection, xTicks, yTicks, xTitle, yTitle, height }: AxesProps) {
  const { area, toX, toY } = projection
  const right = area.x + area.width
  const bottom = area.y + area.height
  const middle = area.y + area.height / 2
  return (
    <>
      <path
        d={[
          ...xTicks.map((tick) => `M${toX(tick).toFixed(1)},${area.y}V${bottom}`),
          ...yTicks.map((tick) => `M${area.x},${toY(tick).toFixed(1)}H${right}`),
        ].join('')}
        stroke="var(--color-line)"
        fill="none"
        data-grid=""
      />
      <path
        d={[
          `M${area.x},${area.y}V${bottom}H${right}`,
          ...xTicks.map((tick) => `M${toX(tick).toFixed(1)},${bottom}v${TICK}`),
          ...yTicks.map((tick) => `M${area.x},${toY(tick).toFixed(1)}h${-TICK}`),
        ].join('')}
        stroke="var(--color-axis)"
        fill="none"
      />
      {ticksWithRoom(xTicks, toX).map((tick) => (
        <AxisTick key={tick} x={toX(tick)} y={bottom + 18} anchor="middle" value={tick} />
      ))}
      {yTicks.map((tick) => (
        <AxisTick key={tick} x={area.x - 10} y={toY(tick) + 4} anchor="end" value={tick} />
      ))}
      <text x={area.x + area.width / 2} y={height - 10} textAnchor="middle" className="axis-title">
        {xTitle}
      </text>
      <text
        transform={`translate(18,${middle}) rotate(-90)`}
        textAnchor="middle"
        className="axis-title"
      >
        {yTitle}
      </text>
    </>
  )
}
