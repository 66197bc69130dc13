import { isReadable, scientificParts, significant } from '../../format/formatNumber.ts'

interface ScientificProps {
  readonly value: number
  /** Writes plain digits from 0.001 to 10,000. */
  readonly plain?: boolean
  /** Significant digits of the mantissa. */
  readonly digits?: number
}

/** A number as mantissa × 10 with a real superscript. */
export function Scientific({ value, digits = 3, plain = false }: ScientificProps) {
  if (!Number.isFinite(value)) return <>—</>
  if (value === 0) return <>0</>
  if (plain && isReadable(value)) return <>{significant(value, digits)}</>
  const { mantissa, exponent } = scientificParts(value, digits)
  return (
    <span className="whitespace-nowrap tabular-nums">
      {mantissa}&thinsp;×&thinsp;10<sup>{String(exponent).replace('-', '−')}</sup>
    </span>
  )
}
