import { useProjection } from './projection.ts'

interface SvgTooltipProps {
  /** The point that it explains, pixels. */
  readonly x: number
  readonly y: number
  /** The first line is set in bold. */
  readonly lines: readonly string[]
}

const LINE_HEIGHT = 15
const CHARACTER = 6.4
const PADDING = 8
const GAP = 12

/** A tooltip within the picture, for marks that move by themselves. */
export function SvgTooltip({ x, y, lines }: SvgTooltipProps) {
  const projection = useProjection()
  const { area } = projection
  const width = Math.max(...lines.map((line) => line.length)) * CHARACTER + 2 * PADDING
  const height = lines.length * LINE_HEIGHT + 2 * PADDING - 4
  const left = x + GAP + width > area.x + area.width ? x - GAP - width : x + GAP
  const top = Math.min(area.y + area.height - height, Math.max(area.y, y - height / 2))
  return (
    <>
      <g pointerEvents="none" data-tooltip="">
        <rect
          x={left}
          y={top}
          width={width}
          height={height}
          rx={7}
          fill="var(--color-card)"
          stroke="var(--color-axis)"
        />
        {lines.map((line, i) => (
          <text
            key={line}
            x={left + PADDING}
            y={top + PADDING + 9 + i * LINE_HEIGHT}
            fill="var(--color-ink)"
            className={`text-[11px] tabular-nums ${i === 0 ? 'font-semibold' : ''}`}
          >
            {line}
          </text>
        ))}
      </g>
    </>
  )
}
