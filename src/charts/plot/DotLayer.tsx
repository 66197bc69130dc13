import { useMemo } from 'react'
import { useProjection } from './projection.ts'

interface DotLayerProps {
  readonly marks: readonly { readonly x: number; readonly y: number }[]
  readonly className: string
}

/** Marks beyond which a chart of runs draws dots instead of marks that answer to the pointer. */
export const MOST_MARKS = 1000

/** Many marks as one path of dots: they do not answer to the pointer, and cost next to nothing. */
export function DotLayer({ marks, className }: DotLayerProps) {
  const { toX, toY } = useProjection()
  const path = useMemo(
    () => marks.map(({ x, y }) => `M${toX(x).toFixed(1)},${toY(y).toFixed(1)}h0`).join(''),
    [marks, toX, toY],
  )
  return <path d={path} className={className} strokeWidth={4} strokeLinecap="round" fill="none" />
}
