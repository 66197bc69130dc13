import { useMemo, useState, type ReactNode } from 'react'
import { PlotTooltip } from './PlotTooltip.tsx'
import { useProjection } from './projection.ts'

/** A mark that can be pointed at, in data units. */
interface PlacedMark {
  readonly x: number
  readonly y: number
}

interface MarkLayerProps<Mark extends PlacedMark> {
  readonly marks: readonly Mark[]
  readonly keyOf: (mark: Mark) => string
  /** Draws a mark around the origin. */
  readonly symbol: (mark: Mark) => ReactNode
  /** What the tooltip of a mark says. */
  readonly tooltip: (mark: Mark) => ReactNode
  readonly onClick?: (mark: Mark) => void
  /** Hears which mark is pointed at; null when none is any more. */
  readonly onPoint: (mark: Mark | null) => void
}

/** Marks that answer to the pointer: a tooltip each, and what a click does. */
export function MarkLayer<Mark extends PlacedMark>({
  marks,
  keyOf,
  symbol,
  tooltip,
  onClick,
  onPoint,
}: MarkLayerProps<Mark>) {
  const { toX, toY } = useProjection()
  const [pointed, setPointed] = useState<string | null>(null)
  const [plot, setPlot] = useState<HTMLElement | null>(null)
  const shown = pointed === null ? undefined : marks.find((mark) => keyOf(mark) === pointed)
  // Pointing at a mark draws its tooltip, not the others.
  const drawn = useMemo(
    () =>
      marks.map((mark) => {
        const [left, top] = [toX(mark.x), toY(mark.y)]
        if (!Number.isFinite(left) || !Number.isFinite(top)) return null
        const key = keyOf(mark)
        return (
          <g
            key={key}
            transform={`translate(${left},${top})`}
            onPointerEnter={(event) => {
              setPlot(event.currentTarget.closest<HTMLElement>('.plot'))
              setPointed(key)
              onPoint(mark)
            }}
            onPointerLeave={() => {
              setPointed(null)
              onPoint(null)
            }}
            onClick={() => onClick?.(mark)}
          >
            {symbol(mark)}
          </g>
        )
      }),
    [marks, keyOf, symbol, onClick, onPoint, toX, toY],
  )
  return (
    <>
      {drawn}
      {shown !== undefined && (
        <PlotTooltip plot={plot} x={shown.x} y={shown.y}>
          {tooltip(shown)}
        </PlotTooltip>
      )}
    </>
  )
}
