const MINUS = '−'
const DASH = '—'
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A finite number as mantissa text and power of ten, rounded to `digits` significant digits. */
export function scientificParts(
  value: number,
  digits = 3,
): { readonly mantissa: string; readonly exponent: number } {
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e')
  return { mantissa: mantissa.replace('-', MINUS), exponent: Number(exponent) }
}

/** `3.00 × 10²¹`: mantissa and power of ten with Unicode superscripts; a dash when not finite. */
export function scientificText(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return DASH
  if (value === 0) return '0'
  const { mantissa, exponent } = scientificParts(value, digits)
  return `${mantissa} × ${powerOfTenText(exponent)}`
}

/** A chosen number, such as a nominal budget, with no more digits than it has: `1.8 × 10¹⁹`. */
export function nominalText(value: number): string {
  const [mantissa = ''] = Number(value.toPrecision(4)).toExponential().split('e')
  return scientificText(value, mantissa.replace(/\D/g, '').length)
}

const formats = new Map<number, Intl.NumberFormat>()

/** Grouping commas and so many decimals. A format takes longer to make than a hundred numbers to write. */
function grouped(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  formats.set(decimals, made)
  return made
}

/** A whole number with grouping commas: `1,911`; a dash when not finite. */
export function wholeNumber(value: number): string {
  if (!Number.isFinite(value)) return DASH
  return grouped(0).format(value).replace('-', MINUS)
}

/** `10²¹`, `10⁻⁴`, for a whole exponent; a dash when it is not finite. */
export function powerOfTenText(exponent: number): string {
  if (!Number.isFinite(exponent)) return DASH
  const digits = Array.from(
    String(Math.abs(exponent)),
    (digit) => SUPERSCRIPTS[Number(digit)] ?? '',
  )
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`
}

/**
 * A number to `digits` significant digits in plain notation with grouping commas; scientific
 * outside 1e-4..1e6, a dash when not finite.
 */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return DASH
  if (value === 0) return '0'
  const rounded = Number(value.toPrecision(digits))
  const magnitude = Math.abs(rounded)
  if (magnitude < 1e-4 || magnitude >= 1e6) return scientificText(value, digits)
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(magnitude)))
  const text = grouped(decimals).format(magnitude)
  return rounded < 0 ? MINUS + text : text
}

const SUFFIXES = [
  { from: 1e12, suffix: 'T' },
  { from: 1e9, suffix: 'B' },
  { from: 1e6, suffix: 'M' },
  { from: 1e3, suffix: 'K' },
]

/** A count of tokens or parameters as people say it: `1.20M`, `9.73B`, `2.00T`. */
export function compactCount(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return DASH
  const rounded = Number(value.toPrecision(digits))
  if (rounded >= 1e15 || (rounded > 0 && rounded < 1)) return scientificText(value, digits)
  for (const { from, suffix } of SUFFIXES) {
    if (rounded >= from) return `${significant(value / from, digits)}${suffix}`
  }
  return significant(value, digits)
}

/** An interval as `[0.507, 0.541]`, each end by the formatter of its value. */
export function formatInterval(
  low: number,
  high: number,
  format: (value: number) => string,
): string {
  return `[${format(low)}, ${format(high)}]`
}

/** Plain digits from 0.001 to 10,000, powers of ten outside: for coefficients of any size. */
export function readable(value: number, digits = 3): string {
  return isReadable(value) ? significant(value, digits) : scientificText(value, digits)
}

/** Whether a number is read most easily in plain digits: zero, or 0.001 to 10,000. */
export function isReadable(value: number): boolean {
  const magnitude = Math.abs(value)
  return magnitude === 0 || (magnitude >= 1e-3 && magnitude < 1e4)
}

/**
 * An interval with its power of ten, that of the lower end, written once: `[8.45, 10.8] × 10¹⁰`.
 * Plain digits where `readable` would use them, and both ends in full where they are more than
 * a factor of 20 apart.
 */
export function formatRange(low: number, high: number, digits = 3): string {
  const finite = Number.isFinite(low) && Number.isFinite(high)
  if (!finite || (isReadable(low) && isReadable(high)) || !(low > 0) || high > low * 20) {
    return formatInterval(low, high, (value) => readable(value, digits))
  }
  const { exponent } = scientificParts(low, digits)
  const scaled = (value: number): string => significant(value / 10 ** exponent, digits)
  return `[${scaled(low)}, ${scaled(high)}] × ${powerOfTenText(exponent)}`
}

/**
 * A fraction as a percentage to `digits` significant digits, or to whole percents where those are
 * more: `2.0%`, `40%`, `123%`; a dash when not finite.
 */
export function formatPercent(fraction: number, digits = 2): string {
  const percent = fraction * 100
  if (!Number.isFinite(percent)) return DASH
  const magnitude = Math.abs(percent)
  const whole = magnitude >= 10 ** digits && magnitude < 1e6
  return `${whole ? wholeNumber(percent) : significant(percent, digits)}%`
}

const DECIMAL_BYTES = ['B', 'kB', 'MB', 'GB'] as const

/** A number of bytes in decimal units: 12.3 kB. */
export function byteSize(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${step === 0 ? value : significant(value, 3)} ${DECIMAL_BYTES[step] ?? 'B'}`
}

const DAYS = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }),
  ko: new Intl.DateTimeFormat('ko-KR', { dateStyle: 'medium' }),
}

/** The day of a time in ms since 1970, as a language writes it: 24 Nov 2026. */
export function dayOf(time: number, language: keyof typeof DAYS): string {
  return DAYS[language].format(time)
}

/** A coverage of intervals, 0..1, with every digit that was set: "95%", "99.5%". */
export function levelText(level: number): string {
  return `${Number((100 * level).toPrecision(6))}%`
}

/** A number as a table of costs has it: grouped from a thousand on, three digits below, powers of ten beyond 10^7. */
export function amountText(value: number): string {
  if (value === 0) return '0'
  if (value < 0.01 || value >= 1e7) return scientificText(value, 3)
  return value >= 1000 ? wholeNumber(value) : significant(value, 3)
}

/** An end of what a number may be: `1`, `0.5`, `1 × 10⁷`. */
export function limitText(value: number): string {
  const rounded = Number(value.toPrecision(6))
  const isPlain = rounded === 0 || (Math.abs(rounded) >= 1e-3 && Math.abs(rounded) < 1e7)
  return isPlain ? String(rounded) : nominalText(rounded)
}
