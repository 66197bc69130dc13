import { useId } from 'react'
import { pathOf, type Point } from './CurveLayer.tsx'
import { useProjection } from './projection.ts'

interface BandLayerProps {
  readonly low: readonly Point[]
  readonly high: readonly Point[]
  readonly fill: string
}

/** The ground between two lines in data units, at 15% of a line's colour: an interval band. */
export function BandLayer({ low, high, fill }: BandLayerProps) {
  const projection = useProjection()
  const clip = useId()
  if (low.length === 0) return null
  const { area } = projection
  const outline = [...high, ...low.toReversed()]
  return (
    <>
      <clipPath id={clip}>
        <rect x={area.x} y={area.y} width={area.width} height={area.height} />
      </clipPath>
      <path
        d={`${pathOf(outline, projection)}Z`}
        fill={fill}
        fillOpacity={0.15}
        clipPath={`url(#${clip})`}
        data-band=""
      />
    </>
  )
}
