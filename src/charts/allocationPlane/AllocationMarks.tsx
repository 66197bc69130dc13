import { useId } from 'react'
import { ZIndexLayer } from 'recharts'
import { lawStyle, OWN_STYLE } from '../palette.ts'
import { pathOf, type Point } from '../plot/CurveLayer.tsx'
import { EndLabels } from '../plot/EndLabels.tsx'
import { useProjection } from '../plot/useProjection.ts'

/** Where one law puts the budget; interval along both axes where there is one. */
export interface AllocationMark {
  readonly id: string
  readonly label: string
  readonly scale: number
  readonly tokens: number
  readonly interval: {
    readonly scale: { readonly low: number; readonly high: number }
    readonly tokens: { readonly low: number; readonly high: number }
  } | null
}

interface AllocationMarksProps {
  readonly marks: readonly AllocationMark[]
  /** The line of equal compute at the budget, as points. */
  readonly isoCompute: readonly Point[]
}

/** The budget in the allocation plane: the line of equal compute and each law's point on it. */
export function AllocationMarks({ marks, isoCompute }: AllocationMarksProps) {
  const projection = useProjection()
  const clip = useId()
  if (projection === null) return null
  const { area, toX, toY } = projection
  const inside = marks.filter(({ scale, tokens }) => {
    const x = toX(scale)
    const y = toY(tokens)
    return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height
  })
  return (
    <>
      <ZIndexLayer zIndex={660}>
        <clipPath id={clip}>
          <rect x={area.x} y={area.y} width={area.width} height={area.height} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <path
            d={pathOf(isoCompute, projection)}
            className="text-accent"
            stroke="currentColor"
            strokeWidth={1.5}
            fill="none"
            data-iso-compute=""
          />
          {inside.map(({ id, scale, tokens, interval }) => {
            const colour = id === 'own' ? OWN_STYLE.colour : lawStyle(id).colour
            return (
              <g key={id} data-mark={id}>
                {interval !== null && (
                  <rect
                    x={toX(interval.scale.low)}
                    width={Math.max(0, toX(interval.scale.high) - toX(interval.scale.low))}
                    y={toY(interval.tokens.high)}
                    height={Math.max(0, toY(interval.tokens.low) - toY(interval.tokens.high))}
                    fill={colour}
                    fillOpacity={0.15}
                  />
                )}
                <circle
                  cx={toX(scale)}
                  cy={toY(tokens)}
                  r={id === 'own' ? 6 : 4.5}
                  fill={colour}
                  stroke="var(--color-card)"
                  strokeWidth={1.5}
                />
              </g>
            )
          })}
        </g>
      </ZIndexLayer>
      <EndLabels
        labels={inside.map(({ id, label, scale, tokens }) => ({
          id,
          text: label,
          x: scale * 1.15,
          y: tokens,
          fill: id === 'own' ? OWN_STYLE.colour : lawStyle(id).colour,
        }))}
      />
    </>
  )
}
