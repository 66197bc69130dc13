import type { ReactElement, ReactNode } from 'react'
import { CartesianGrid, ResponsiveContainer, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts'
import { AxisTick } from './AxisTick.tsx'
import { logTicks, type Domain } from './axisTicks.ts'

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
  /** Rendered for the scatter point under the pointer. */
  readonly tooltip?: ReactElement
  readonly children: ReactNode
}

const MARGIN = { top: 19, right: 18, bottom: 26, left: 8 }

/**
 * The log-log frame that every chart here stands in: axes, grid at the ticks, tooltip. What is
 * drawn inside are Recharts scatters and the layers of this folder. What moves with a slider
 * must be a child that subscribes by itself, because a change of this component's props
 * redraws every mark.
 */
export function LogPlot({
  x,
  y,
  height,
  labelRoom = 0,
  description,
  isOperable = false,
  tooltip,
  children,
}: LogPlotProps) {
  const xTicks = logTicks(x.domain)
  const yTicks = logTicks(y.domain)
  // Labels such as 2 × 10^10 need more room than powers of ten and plain numbers.
  const yWidth = yTicks.some((tick) => tick >= 10_000 && !Number.isInteger(Math.log10(tick)))
    ? 82
    : 58
  return (
    <div
      role={isOperable ? 'group' : 'img'}
      aria-label={description}
      style={{ height }}
      className="plot relative w-full"
    >
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
        <ScatterChart
          margin={{ ...MARGIN, right: MARGIN.right + labelRoom }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--color-line)" strokeWidth={1} />
          <XAxis
            type="number"
            dataKey="x"
            scale="log"
            domain={[x.domain[0], x.domain[1]]}
            allowDataOverflow
            ticks={xTicks}
            interval={0}
            tick={<AxisTick axis="x" />}
            tickSize={4}
            stroke="var(--color-axis)"
            label={{
              value: x.title,
              position: 'insideBottom',
              offset: -18,
              className: 'axis-title',
            }}
          />
          <YAxis
            type="number"
            dataKey="y"
            scale="log"
            domain={[y.domain[0], y.domain[1]]}
            allowDataOverflow
            ticks={yTicks}
            interval={0}
            width={yWidth}
            tick={<AxisTick axis="y" />}
            tickSize={4}
            stroke="var(--color-axis)"
            label={{
              value: y.title,
              angle: -90,
              position: 'insideLeft',
              offset: 2,
              className: 'axis-title',
              style: { textAnchor: 'middle' },
            }}
          />
          {tooltip !== undefined && (
            <Tooltip
              content={tooltip}
              cursor={false}
              isAnimationActive={false}
              allowEscapeViewBox={{ x: false, y: true }}
              wrapperStyle={{ zIndex: 20, pointerEvents: 'none' }}
            />
          )}
          {children}
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  )
}
