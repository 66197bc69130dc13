import { useRef, type PointerEvent } from 'react'
import { scientificText } from '../../format/formatNumber.ts'
import { useProjection } from './projection.ts'

interface BudgetCursorProps {
  readonly computeFlops: number
  /** Called with a budget in FLOPs while the line is dragged. */
  readonly onDrag: (computeFlops: number) => void
}

/**
 * The compute budget as a vertical line that can be dragged; beyond the axis it rests at the
 * edge with an arrow. A handle for the mouse only: the keyboard has the budget slider.
 */
export function BudgetCursor({ computeFlops, onDrag }: BudgetCursorProps) {
  const projection = useProjection()
  const group = useRef<SVGGElement>(null)
  const { area, toX, fromX } = projection
  const wanted = toX(computeFlops)
  const left = area.x
  const right = area.x + area.width
  const x = Math.min(right, Math.max(left, wanted))
  const arrow = wanted > right + 0.5 ? ' →' : ''
  const arrowBefore = wanted < left - 0.5 ? '← ' : ''
  const drag = (event: PointerEvent): void => {
    if (event.buttons !== 1) return
    const svg = group.current?.ownerSVGElement
    if (svg === null || svg === undefined) return
    onDrag(fromX(event.clientX - svg.getBoundingClientRect().left))
  }
  const anchor = x > left + area.width * 0.6 ? 'end' : 'start'
  return (
    <>
      <g
        ref={group}
        className="cursor-ew-resize text-accent"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drag(event)
        }}
        onPointerMove={drag}
        data-budget-cursor=""
      >
        <line
          x1={x}
          x2={x}
          y1={area.y}
          y2={area.y + area.height}
          stroke="transparent"
          strokeWidth={14}
        />
        <line
          x1={x}
          x2={x}
          y1={area.y}
          y2={area.y + area.height}
          stroke="currentColor"
          strokeWidth={1.5}
        />
        <text
          x={anchor === 'start' ? x + 5 : x - 5}
          y={area.y - 5}
          textAnchor={anchor}
          fill="currentColor"
          className="halo text-[11px] tabular-nums"
        >
          {`${arrowBefore}C = ${scientificText(computeFlops)}${arrow}`}
        </text>
      </g>
    </>
  )
}
