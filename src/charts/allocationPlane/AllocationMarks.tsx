import { useId, useState } from 'react'
import { ISO_COMPUTE_STYLE, styleOf, type StyledLaw } from '../palette.ts'
import { pathOf, type Point } from '../plot/CurveLayer.tsx'
import { SvgTooltip } from '../plot/SvgTooltip.tsx'
import { useProjection } from '../plot/projection.ts'

/** Where one law puts the budget; interval along both axes where there is one. */
export interface AllocationMark extends StyledLaw {
  readonly parameters: number
  readonly tokensPerParameter: number
  readonly interval: {
    readonly parameters: { readonly low: number; readonly high: number }
    readonly tokensPerParameter: { readonly low: number; readonly high: number }
  } | null
  /** What the tooltip says, the law's name first. */
  readonly lines: readonly string[]
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
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const { area, toX, toY } = projection
  const inside = marks.filter(({ parameters, tokensPerParameter }) => {
    const x = toX(parameters)
    const y = toY(tokensPerParameter)
    return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height
  })
  const pointed = inside.find(({ id }) => id === pointedAt)
  return (
    <>
      <>
        <clipPath id={clip}>
          <rect x={area.x} y={area.y} width={area.width} height={area.height} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          <path
            d={pathOf(isoCompute, projection)}
            stroke={ISO_COMPUTE_STYLE.colour}
            strokeWidth={ISO_COMPUTE_STYLE.width}
            fill="none"
            data-iso-compute=""
          />
          {/* The fitted law comes first in the list and is drawn last, on top. */}
          {inside.toReversed().map(({ id, isFitted, parameters, tokensPerParameter, interval }) => {
            const colour = styleOf({ id, isFitted }).colour
            return (
              <g
                key={id}
                data-mark={id}
                onPointerEnter={() => {
                  setPointedAt(id)
                }}
                onPointerLeave={() => {
                  setPointedAt(null)
                }}
              >
                {interval !== null && (
                  <rect
                    x={toX(interval.parameters.low)}
                    width={Math.max(
                      0,
                      toX(interval.parameters.high) - toX(interval.parameters.low),
                    )}
                    y={toY(interval.tokensPerParameter.high)}
                    height={Math.max(
                      0,
                      toY(interval.tokensPerParameter.low) - toY(interval.tokensPerParameter.high),
                    )}
                    fill={colour}
                    fillOpacity={0.15}
                  />
                )}
                <circle
                  cx={toX(parameters)}
                  cy={toY(tokensPerParameter)}
                  r={isFitted ? 6 : 4.5}
                  fill={colour}
                  stroke="var(--color-card)"
                  strokeWidth={1.5}
                />
              </g>
            )
          })}
        </g>
      </>
      {pointed !== undefined && (
        <SvgTooltip
          x={toX(pointed.parameters)}
          y={toY(pointed.tokensPerParameter)}
          lines={pointed.lines}
        />
      )}
    </>
  )
}
