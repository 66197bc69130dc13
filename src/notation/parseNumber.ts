const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
/** Thousands in groups: no zero before them and nothing behind, or the mark may be a decimal one. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/
/** Groups set apart by a space, an apostrophe or an underscore, which can mean nothing else. */
const SPACED = /^[+-]?[1-9]\d{0,2}(?:([ \u00a0\u202f\u2009'’_])\d{3})(?:\1\d{3})*(?:\.\d*)?$/
/** Powers of ten as people write them: `1.2x10^20`, `3·10^18`, `10^20`. */
const POWER = /^([+-]?\d*\.?\d*)\s*(?:[x×*·]\s*)?10\^\{?([+-]?\d+)\}?$/

/** What a letter or word behind a number multiplies it by. */
const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
}

const WITH_MAGNITUDE = /^(.*[\d.])\s*([a-z]+)$/i

/**
 * A cell as a number: `1e20`, `1,234,567`, `1 234 567`, `−1`, `70B`, `1.5M`, `2 trillion`,
 * `3x10^20`; null when it is not one.
 *
 * Other words, `NaN`, `inf`, hexadecimal, decimal commas (`1,5`, `0,981`, `1,234E+18`) and numbers
 * with anything left over are not numbers: a cell that is only nearly understood must not slip
 * through as a wrong value. A comma before exactly three digits is taken for thousands: `3,412` is
 * 3412. Files whose decimal mark is a comma are rewritten before (`decimalComma.ts`).
 */
export function parseNumber(text: string): number | null {
  return finite(numberWritten(text))
}

/**
 * The same, but for numbers that a double cannot hold, which come back as ±Infinity or 0: for whoever
 * says that they are out of range rather than no numbers.
 */
export function numberWritten(text: string): number | null {
  if (PLAIN.test(text)) return Number(text)
  const trimmed = text.trim().replace(/^\u2212/, '-')
  if (PLAIN.test(trimmed)) return Number(trimmed)
  const [, before, word = ''] = WITH_MAGNITUDE.exec(trimmed) ?? []
  const magnitude = Object.hasOwn(MAGNITUDES, word.toLowerCase())
    ? MAGNITUDES[word.toLowerCase()]
    : undefined
  if (magnitude !== undefined && before !== undefined) {
    // `1,234B` could be either mark; `1.234B` can not.
    if (!PLAIN.test(before)) return null
    return Number(before) * magnitude
  }
  if (GROUPED.test(trimmed) || SPACED.test(trimmed)) {
    return Number(trimmed.replace(/[,\s'’_]/g, ''))
  }
  const power = POWER.exec(trimmed)
  if (power === null) return null
  const [, mantissa = '', exponent = ''] = power
  if (mantissa === '') return Number(`1e${exponent}`)
  return /\d/.test(mantissa) ? Number(`${mantissa}e${exponent}`) : null
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

/**
 * Whether a decimal number is beyond what a double holds: `1e400` is too large, `1e-400` too small;
 * null where it is neither, or no plain number at all.
 */
export function beyondDoubles(text: string): 'too-large' | 'too-small' | null {
  const trimmed = text.trim()
  if (!PLAIN.test(trimmed)) return null
  const value = Number(trimmed)
  if (!Number.isFinite(value)) return 'too-large'
  return value === 0 && /[1-9]/.test(trimmed.replace(/e.*$/i, '')) ? 'too-small' : null
}
