import { useId, type CSSProperties } from 'react'
import { useProjection, type Projection } from './projection.ts'

/** A point in data units. */
export type Point = readonly [x: number, y: number]

export interface Curve {
  readonly id: string
  readonly points: readonly Point[]
  readonly stroke: string
  readonly dash: string
  readonly width: number
  /** 0..1; a line that stands back for another is faint. Full where not given. */
  readonly opacity?: number
  /** Sets custom properties such as a budget's colours. */
  readonly style?: CSSProperties
  readonly className?: string
  /** Nominal FLOPs of the budget it belongs to, so that pointing at one can light it. */
  readonly budget?: number
}

/** Lines given point by point in data units, clipped to the plot. */
export function CurveLayer({ curves }: { readonly curves: readonly Curve[] }) {
  const projection = useProjection()
  const clip = useId()
  const { area } = projection
  return (
    <>
      <clipPath id={clip}>
        <rect x={area.x} y={area.y} width={area.width} height={area.height} />
      </clipPath>
      <g clipPath={`url(#${clip})`} fill="none">
        {curves.map(({ id, points, stroke, dash, width, opacity, style, className, budget }) => (
          <path
            key={id}
            d={pathOf(points, projection)}
            stroke={stroke}
            strokeDasharray={dash}
            strokeWidth={width}
            strokeLinecap="round"
            opacity={opacity}
            style={style}
            className={className}
            data-budget={budget}
            data-curve={id}
          />
        ))}
      </g>
    </>
  )
}

/** SVG path through points in data units; points that cannot be placed are left out. */
export function pathOf(points: readonly Point[], { toX, toY }: Projection): string {
  return points
    .map(([x, y]) => [toX(x), toY(y)])
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x?.toFixed(2)},${y?.toFixed(2)}`)
    .join('')
}
