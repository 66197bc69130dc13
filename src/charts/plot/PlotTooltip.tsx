import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useProjection } from './projection.ts'

interface PlotTooltipProps {
  /** The frame of the plot, in which the tooltip stands; null while it is not there. */
  readonly plot: HTMLElement | null
  /** The point that it explains, data units. */
  readonly x: number
  readonly y: number
  readonly children: ReactNode
}

/** What a mark is, beside it, on the side where there is room; read out when it comes. */
export function PlotTooltip({ plot, x, y, children }: PlotTooltipProps) {
  const { toX, toY } = useProjection()
  if (plot === null) return null
  const left = toX(x)
  const side =
    left > plot.clientWidth / 2 ? { right: plot.clientWidth - left + 12 } : { left: left + 12 }
  return createPortal(
    <div role="status" className="plot-tooltip" style={{ top: toY(y), ...side }}>
      {children}
    </div>,
    plot,
  )
}
