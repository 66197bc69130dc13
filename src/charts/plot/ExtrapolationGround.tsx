import { useId } from 'react'
import { useProjection } from './projection.ts'

/** A faint hatch over the compute that no fitted budget reaches, on either side. */
export function ExtrapolationGround({
  low,
  high,
}: {
  readonly low: number
  readonly high: number
}) {
  const projection = useProjection()
  const hatch = useId()
  const { area, toX } = projection
  const end = area.x + area.width
  const from = Math.min(end, Math.max(area.x, toX(low)))
  const to = Math.min(end, Math.max(area.x, toX(high)))
  const grounds = [
    { side: 'below', x: area.x, width: from - area.x },
    { side: 'above', x: to, width: end - to },
  ]
  return (
    <>
      <pattern
        id={hatch}
        width={7}
        height={7}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1={0} x2={0} y1={0} y2={7} stroke="var(--color-hatch)" strokeWidth={1} />
      </pattern>
      {grounds.map(({ side, x, width }) => (
        <rect
          key={side}
          x={x}
          y={area.y}
          width={Math.max(0, width)}
          height={area.height}
          fill={`url(#${hatch})`}
        />
      ))}
    </>
  )
}
