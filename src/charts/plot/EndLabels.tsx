import type { CSSProperties } from 'react'
import { ZIndexLayer } from 'recharts'
import { useProjection } from './useProjection.ts'

export interface EndLabel {
  readonly id: string
  readonly text: string
  /** Where the line ends, data units. */
  readonly x: number
  readonly y: number
  readonly style?: CSSProperties
  readonly className?: string
  readonly fill?: string
  readonly budget?: number
}

const LINE_HEIGHT = 13
const CHARACTER = 6.2

/**
 * Labels at line ends, inside the plot, moved apart vertically where they would overlap.
 * A label whose line leaves the plot is put where it leaves.
 */
export function EndLabels({ labels }: { readonly labels: readonly EndLabel[] }) {
  const projection = useProjection()
  if (projection === null) return null
  const { area, toX, toY } = projection
  const bottom = area.y + area.height
  const placed = labels
    .map((label) => ({
      label,
      x: Math.min(area.x + area.width - 4, toX(label.x) + 4),
      y: Math.min(bottom - 4, Math.max(area.y + LINE_HEIGHT, toY(label.y))),
      anchor:
        toX(label.x) + 4 + label.text.length * CHARACTER > area.x + area.width ? 'end' : 'start',
    }))
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .toSorted((a, b) => a.y - b.y)
  let previous = Number.NEGATIVE_INFINITY
  for (const place of placed) {
    place.y = Math.max(place.y, previous + LINE_HEIGHT)
    previous = place.y
  }
  // Pushed past the bottom: shift the stack back up from there.
  let limit = bottom - 2
  for (const place of placed.toReversed()) {
    place.y = Math.min(place.y, limit)
    limit = place.y - LINE_HEIGHT
  }
  return (
    <ZIndexLayer zIndex={680}>
      {placed.map(({ label, x, y, anchor }) => (
        <text
          key={label.id}
          x={x}
          y={y}
          textAnchor={anchor as 'start' | 'end'}
          fill={label.fill ?? 'currentColor'}
          className={`halo text-[11px] tabular-nums ${label.className ?? ''}`}
          style={label.style}
          data-budget={label.budget}
        >
          {label.text}
        </text>
      ))}
    </ZIndexLayer>
  )
}
