import { scientificParts, significant } from '../../format/formatNumber.ts'

/** What stands at a tick: plain digits near one, else a mantissa, none for a power of ten, and an exponent. */
export type TickLabel =
  | { readonly plain: string }
  | { readonly mantissa: string | null; readonly exponent: string }

export function tickLabel(value: number): TickLabel {
  if (value === 0 || (value >= 0.001 && value < 10_000)) return { plain: significant(value, 3) }
  const { mantissa, exponent } = scientificParts(value, 1)
  return {
    mantissa: mantissa === '1' ? null : mantissa,
    exponent: String(exponent).replace('-', '−'),
  }
}

/** Widths of a character of a label and of its exponent, and what is kept free between two labels, pixels. */
const CHARACTER = 6.6
const RAISED = 5.2
const GAP = 6

/**
 * The ticks of an axis whose labels have room beside one another, the widest of them being 2 × 10^9: powers of ten
 * first, then the others. `placeOf` gives where a tick stands, pixels; labels are centred there.
 */
export function ticksWithRoom(
  ticks: readonly number[],
  placeOf: (tick: number) => number,
): readonly number[] {
  const isPower = (tick: number): boolean => Number.isInteger(Math.log10(tick))
  const written: number[] = []
  for (const tick of [...ticks.filter(isPower), ...ticks.filter((one) => !isPower(one))]) {
    const hasRoom = written.every(
      (other) =>
        Math.abs(placeOf(other) - placeOf(tick)) >= (widthOf(other) + widthOf(tick)) / 2 + GAP,
    )
    if (hasRoom) written.push(tick)
  }
  return written
}

function widthOf(tick: number): number {
  const label = tickLabel(tick)
  if ('plain' in label) return label.plain.length * CHARACTER
  const base = label.mantissa === null ? '10' : `${label.mantissa} × 10`
  return base.length * CHARACTER + label.exponent.length * RAISED
}
