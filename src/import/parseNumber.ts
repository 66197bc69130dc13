const PLAIN = /^[+-]?(?:\d+(?:,\d{3})*|\d*)(?:\.\d*)?(?:[eE][+-]?\d+)?$/
const SUFFIXES: Readonly<Record<string, number>> = { K: 1e3, k: 1e3, M: 1e6, B: 1e9, T: 1e12 }

/**
 * A cell as a number: `1e20`, `1,234,567`, `−1`, `70B`, `1.5M`, `2T`; null when it is not one.
 *
 * Words, `NaN`, `inf`, hexadecimal, decimal commas and numbers with anything left over are not
 * numbers: a cell that is only nearly understood must not slip through as a wrong value.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace(/^\u2212/, '-')
  const suffix = SUFFIXES[trimmed.at(-1) ?? '']
  const digits = suffix === undefined ? trimmed : trimmed.slice(0, -1).trimEnd()
  if (!/\d/.test(digits) || !PLAIN.test(digits)) return null
  const value = Number(digits.replaceAll(',', '')) * (suffix ?? 1)
  return Number.isFinite(value) ? value : null
}
