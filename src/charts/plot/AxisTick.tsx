import { scientificParts, significant } from '../../format/formatNumber.ts'

interface AxisTickProps {
  readonly x?: number
  readonly y?: number
  readonly payload?: { readonly value: number }
  readonly axis: 'x' | 'y'
}

/** An axis label: 10 with a real superscript for powers of ten, plain digits near one. */
export function AxisTick({ x = 0, y = 0, payload, axis }: AxisTickProps) {
  const value = payload?.value ?? 0
  const place =
    axis === 'x'
      ? { x, y: y + 12, textAnchor: 'middle' as const }
      : { x: x - 4, y: y + 4, textAnchor: 'end' as const }
  const { mantissa, exponent } = scientificParts(value, 1)
  const plain = value >= 0.001 && value < 10_000
  return (
    <text {...place} className="fill-muted text-[11px] tabular-nums">
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
