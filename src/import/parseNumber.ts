const PLAIN = /^[+-]?\d*(?:\.\d*)?(?:[eE][+-]?\d+)?$/
/** Thousands in groups: no zero before them and nothing behind, or the comma may be a decimal one. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/
const SUFFIXES: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, T: 1e12 }

/**
 * A cell as a number: `1e20`, `1,234,567`, `−1`, `70B`, `1.5M`, `2T`; null when it is not one.
 *
 * Words, `NaN`, `inf`, hexadecimal, decimal commas (`1,5`, `0,981`, `1,234E+18`) and numbers with
 * anything left over are not numbers: a cell that is only nearly understood must not slip through
 * as a wrong value. A comma before exactly three digits is taken for thousands: `3,412` is 3412.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace(/^\u2212/, '-')
  const suffix = SUFFIXES[trimmed.at(-1) ?? '']
  const digits = suffix === undefined ? trimmed : trimmed.slice(0, -1).trimEnd()
  const grouped = suffix === undefined && GROUPED.test(digits)
  if (!/\d/.test(digits) || !(grouped || PLAIN.test(digits))) return null
  const value = Number(digits.replaceAll(',', '')) * (suffix ?? 1)
  return Number.isFinite(value) ? value : null
}
