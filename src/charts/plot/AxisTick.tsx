import { scientificParts, significant } from '../../format/formatNumber.ts'

interface AxisTickProps {
  readonly x: number
  readonly y: number
  readonly anchor: 'middle' | 'end'
  readonly value: number
}

/** An axis label: 10 with a real superscript for powers of ten, plain digits near one. */
export function AxisTick({ x, y, anchor, value }: AxisTickProps) {
  const { mantissa, exponent } = scientificParts(value, 1)
  const plain = value === 0 || (value >= 0.001 && value < 10_000)
  return (
    <text
      {...{ x, y }}
      textAnchor={anchor}
      className="fill-muted text-[11px] tabular-nums"
      data-tick={value}
    >
      {plain ? (
        significant(value, 3)
      ) : (
        <>
          {mantissa !== '1' && `${mantissa} × `}10
          <tspan dy="-0.45em" fontSize="0.78em">
            {String(exponent).replace('-', '−')}
          </tspan>
        </>
      )}
    </text>
  )
}
