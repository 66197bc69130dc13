import { tickLabel } from './tickLabel.ts'

interface AxisTickProps {
  readonly x: number
  readonly y: number
  readonly anchor: 'middle' | 'end'
  readonly value: number
}

/** An axis label: 10 with a real superscript for powers of ten, plain digits near one. */
export function AxisTick({ x, y, anchor, value }: AxisTickProps) {
  const label = tickLabel(value)
  return (
    <text
      {...{ x, y }}
      textAnchor={anchor}
      className="fill-muted text-[11px] tabular-nums"
      data-tick={value}
    >
      {'plain' in label ? (
        label.plain
      ) : (
        <>
          {label.mantissa !== null && `${label.mantissa} × `}10
          <tspan dy="-0.45em" fontSize="0.78em">
            {label.exponent}
          </tspan>
        </>
      )}
    </text>
  )
}
