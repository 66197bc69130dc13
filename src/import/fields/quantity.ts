import { UNIT_TO_BASE, type Field, type Unit } from './field.ts'
import { parseNumber } from '../../notation/parseNumber.ts'
import { unitOfWord } from './unitWords.ts'

/** A cell as a number in the base unit of its field. */
export interface Quantity {
  readonly value: number
  /** The unit that the cell itself names; null when it is a bare number. */
  readonly unit: Unit | null
}

const NUMBER_AND_WORDS =
  /^([+\-\u2212]?[\d.][\d.,'’_\u00a0\u202f\u2009 ]*(?:[eE][+-]?\d+)?\s*)(.*)$/
const MAGNITUDE = /^(k|m|mn|b|bn|t|tn|thousand|million|billion|trillion)\b\.?\s*(.*)$/i

/**
 * Reads a cell in the unit of its column, unless it names one of its own (`3.2 PF-days`,
 * `0.91 bpb`) or a magnitude (`70B`, `2T tokens`): what the cell says goes before what the column
 * is taken for. The result is in the base unit of the field; a loss keeps its own unit, which the
 * caller compares. Null when the cell is no number, or names something that is no unit of the field.
 */
export function parseQuantity(text: string, field: Field, columnUnit: Unit): Quantity | null {
  const bare = parseNumber(text)
  if (bare !== null) {
    const ofUnit = UNIT_TO_BASE[columnUnit] ?? 1
    const saysMagnitude = ofUnit !== 1 && /[a-z]\s*$/i.test(text)
    const factor = saysMagnitude ? 1 : ofUnit
    return { value: bare * factor, unit: null }
  }
  const [, digits = '', words = ''] = NUMBER_AND_WORDS.exec(text.trim()) ?? []
  if (words === '') return null
  const [, magnitude, unitWords = ''] = MAGNITUDE.exec(words) ?? [undefined, undefined, words]
  const number = parseNumber(magnitude === undefined ? digits : `${digits.trim()}${magnitude}`)
  const unit = unitOfWord(field, unitWords) ?? unitOfWord(field, words)
  if (number === null || unit === null) return null
  return { value: number * (UNIT_TO_BASE[unit] ?? 1), unit }
}
