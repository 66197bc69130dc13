import { isEmptyCell } from './emptyCell.ts'
import { FIELD_UNITS, type Field } from '../fields/field.ts'
import { parseNumber } from '../../notation/parseNumber.ts'
import { unitOfWord } from '../fields/unitWords.ts'

/** Share of the columns of numbers in which the row must have words for them. */
const LEAST_NAMED = 0.5

/**
 * Headings of a table whose second row names columns or their units as well: `params` over `M` is
 * "params (M)", and under headings of groups (blank or repeated) `Model` over `N` is "Model/N". Null
 * where the row below the first is one of values: it has a number, or neither units nor groups.
 */
export function withSecondHeading(
  header: readonly string[],
  second: readonly string[],
  below: readonly (readonly string[])[],
): readonly string[] | null {
  if (below.length === 0 || second.some((cell) => isValue(cell.trim()))) return null
  const isNumeric = (column: number): boolean => {
    const filled = below
      .map((row) => (row[column] ?? '').trim())
      .filter((cell) => !isEmptyCell(cell))
    return filled.length > 0 && filled.every((cell) => parseNumber(cell) !== null)
  }
  const numeric = header.flatMap((_, column) => (isNumeric(column) ? [column] : []))
  const cellAt = (column: number): string => (second[column] ?? '').trim()
  const trimmed = header.map((heading) => heading.trim())
  const isGrouped = new Set(trimmed).size < trimmed.length || trimmed.includes('')
  const named = numeric.filter((column) =>
    isGrouped ? cellAt(column) !== '' : isUnit(cellAt(column)),
  )
  if (numeric.length === 0 || named.length < LEAST_NAMED * numeric.length) return null
  let group = ''
  return header.map((heading, column) => {
    const first = heading.trim()
    const name = (second[column] ?? '').trim()
    // A heading over several columns stands at the first of them only.
    if (first !== '') group = first
    if (isEmptyCell(name)) return first
    if (isUnit(name)) return `${first} (${name.replace(/^[([]|[)\\]]$/g, '')})`
    return group === '' ? name : `${group}/${name}`
  })
}

/** A number, or what a tracker writes where there is none. */
function isValue(cell: string): boolean {
  return parseNumber(cell) !== null || /^[+-]?(?:nan|inf(?:inity)?)$/i.test(cell)
}

function isUnit(text: string): boolean {
  return (
    /^[([].*[)\]]$/.test(text) ||
    (Object.keys(FIELD_UNITS) as Field[]).some((field) => unitOfWord(field, text) !== null)
  )
}
