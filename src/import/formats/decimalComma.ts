import { parseNumber } from '../../notation/parseNumber.ts'

/** A number whose decimal mark is a comma, with or without points between thousands. */
const WITH_COMMA = /^[+\-\u2212]?(?:\d+|\d{1,3}(?:[. \u00a0\u202f]\d{3})+),\d+(?:[eE][+-]?\d+)?$/
/** What could also be thousands: `3,412`. */
const AMBIGUOUS = /^[+\-\u2212]?[1-9]\d{0,2}(?:,\d{3})+$/

/**
 * Whether the numbers of a file are written with a decimal comma, by the cells of its first rows:
 * some can be read in no other way, and none has a decimal point. Files whose cells are separated
 * by semicolons are believed on ambiguous cells too, since the semicolon is there for that reason.
 */
export function hasDecimalComma(cells: readonly string[], delimiter: string): boolean {
  if (delimiter === ',') return false
  let certain = 0
  let ambiguous = 0
  for (const text of cells) {
    const cell = text.trim()
    if (/^[+\-\u2212]?\d*\.\d+(?:[eE][+-]?\d+)?$/.test(cell) && !/^\d{1,3}\.\d{3}$/.test(cell)) {
      return false
    }
    if (!WITH_COMMA.test(cell)) continue
    if (AMBIGUOUS.test(cell)) ambiguous++
    else certain++
  }
  return certain > 0 || (ambiguous > 0 && delimiter === ';')
}

/** The cell with a decimal point, where it is a number with a comma; any other cell as it stands. */
export function withDecimalPoint(cell: string): string {
  const trimmed = cell.trim()
  if (WITH_COMMA.test(trimmed)) return trimmed.replace(/[. \u00a0\u202f]/g, '').replace(',', '.')
  // In such a file a point stands between thousands: `1.234.567`.
  const grouped = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/.test(trimmed)
  return grouped && parseNumber(trimmed.replaceAll('.', '')) !== null
    ? trimmed.replaceAll('.', '')
    : cell
}
