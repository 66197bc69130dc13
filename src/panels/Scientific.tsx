import { scientificParts } from '../format/formatNumber.ts'

interface ScientificProps {
  readonly value: number
  /** Significant digits of the mantissa. */
  readonly digits?: number
}

/** A number as mantissa × 10 with a real superscript; a mantissa of exactly one is left out. */
export function Scientific({ value, digits = 3 }: ScientificProps) {
  if (!Number.isFinite(value)) return <>—</>
  if (value === 0) return <>0</>
  const { mantissa, exponent } = scientificParts(value, digits)
  return (
    <span className="whitespace-nowrap tabular-nums">
      {mantissa}&thinsp;×&thinsp;10<sup>{String(exponent).replace('-', '−')}</sup>
    </span>
  )
}
