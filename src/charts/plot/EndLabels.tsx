import type { CSSProperties } from 'react'
import { useProjection } from './projection.ts'

export interface EndLabel {
  readonly id: string
  readonly text: string
  /** Where the line ends, data units. */
  readonly x: number
  readonly y: number
  readonly style?: CSSProperties
  readonly className?: string
  readonly fill?: string
  /** 0..1, as that of its line. */
  readonly opacity?: number
  readonly budget?: number
}

const LINE_HEIGHT = 13
const CHARACTER = 6.2
/** A label that reaches back over the end of its line stands this much higher than it. */
const RAISED = 5

interface EndLabelsProps {
  readonly labels: readonly EndLabel[]
  /** Where the labels stand: after each line's end, or all right of the plot. */
  readonly place: 'line-end' | 'right'
  /** Pixels that are free right of the plot. */
  readonly room: number
  /** Pixels below the plot's top that other marks have. */
  readonly taken?: number
}

/**
 * Labels at line ends, moved apart vertically where they would overlap. A label whose line
 * leaves the plot is put where it leaves. Where there are more labels than lines of text fit, every
 * second, third, ... is written, the last one always.
 */
export function EndLabels({ labels, place, room, taken = 0 }: EndLabelsProps) {
  const projection = useProjection()
  const { area, toX, toY } = projection
  const bottom = area.y + area.height
  const right = area.x + area.width
  const fitting = Math.max(1, Math.floor(area.height / LINE_HEIGHT))
  const every = Math.ceil(labels.length / fitting)
  const placed = labels
    .filter((_, i) => (labels.length - 1 - i) % every === 0)
    .map((label) => {
      const x = place === 'right' ? right + 6 : toX(label.x) + 5
      const isLong = place === 'line-end' && x + label.text.length * CHARACTER > right + room
      const y = toY(label.y) - (isLong ? RAISED : 0)
      return {
        label,
        x: isLong ? right + room : x,
        y: Math.min(bottom - 4, Math.max(area.y + taken + LINE_HEIGHT, y)),
        anchor: isLong ? ('end' as const) : ('start' as const),
      }
    })
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .toSorted((a, b) => a.y - b.y)
  let previous = Number.NEGATIVE_INFINITY
  for (const one of placed) {
    one.y = Math.max(one.y, previous + LINE_HEIGHT)
    previous = one.y
  }
  // Pushed past the bottom: shift the stack back up from there.
  let limit = bottom - 2
  for (const one of placed.toReversed()) {
    one.y = Math.min(one.y, limit)
    limit = one.y - LINE_HEIGHT
  }
  return (
    <>
      {placed.map(({ label, x, y, anchor }) => (
        <text
          key={label.id}
          x={x}
          y={y}
          textAnchor={anchor}
          fill={label.fill ?? 'currentColor'}
          opacity={label.opacity}
          className={`halo text-[11px] tabular-nums ${label.className ?? ''}`}
          style={label.style}
          pointerEvents="none"
          data-budget={label.budget}
        >
          {label.text}
        </text>
      ))}
    </>
  )
}
