import type { ColumnMapping } from '../columns/columnMapping.ts'
import type { Field } from '../fields/field.ts'
import { guessMapping } from '../columns/guessMapping.ts'
import { words } from '../fields/heading.ts'
import { mergeByName } from './mergeByName.ts'
import type { Table, TableRow } from '../tables/table.ts'

/** Heading of the column that says which file a row is of. */
export const FILE_HEADING = 'file'

/**
 * One table of the rows of several, each row with the name of its file, also in a last column, so
 * that the file can tell the corpus. Columns are the same where their headings are, apart from case
 * and punctuation, or where both were recognised as the same field in the same unit. Rows of one run
 * by name, in different files, that fill each other's empty cells become one; `merged` counts them.
 */
export function joinTables(files: readonly { readonly name: string; readonly table: Table }[]): {
  readonly table: Table
  readonly merged: number
} {
  const header: string[] = []
  const byHeading = new Map<string, number>()
  const byMeaning = new Map<string, number>()
  const placed = files.map(({ name, table }) => {
    const meanings = meaningsOf(guessMapping(table))
    const taken = new Set<number>()
    const columns = table.header.map((heading, column) => {
      const meaning = meanings.get(column)
      const known = [byHeading.get(words(heading)), byMeaning.get(meaning ?? '')].find(
        (place) => place !== undefined && !taken.has(place),
      )
      const place = known ?? header.push(heading) - 1
      taken.add(place)
      if (!byHeading.has(words(heading))) byHeading.set(words(heading), place)
      if (meaning !== undefined && !byMeaning.has(meaning)) byMeaning.set(meaning, place)
      return place
    })
    return { name, rows: table.rows, columns }
  })
  const width = header.length
  const table: Table = {
    header: [...header, header.includes(FILE_HEADING) ? `${FILE_HEADING} name` : FILE_HEADING],
    rows: placed.flatMap(({ name, rows, columns }) =>
      rows.map((row): TableRow => {
        const cells = new Array<string>(width + 1).fill('')
        columns.forEach((place, column) => {
          cells[place] = row.cells[column] ?? ''
        })
        cells[width] = name
        return { ...row, source: name, cells }
      }),
    ),
  }
  const name = guessMapping(table).name?.columns[0]
  if (name === undefined) return { table, merged: 0 }
  const { rows, merged } = mergeByName(table.rows, name, width)
  return { table: { ...table, rows }, merged }
}

/** What single columns mean: field and unit. */
function meaningsOf(mapping: ColumnMapping): ReadonlyMap<number, string> {
  return new Map(
    (Object.keys(mapping) as Field[]).flatMap((field) => {
      const choice = mapping[field]
      const [column] = choice?.columns ?? []
      return choice?.columns.length !== 1 || column === undefined
        ? []
        : [[column, `${field} ${choice.unit}`]]
    }),
  )
}
