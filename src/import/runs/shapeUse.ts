import type { CellReader } from '../columns/cellReader.ts'
import { shapeDescribes, type ShapedRun } from './shapeDescribes.ts'
import type { Table } from '../tables/table.ts'

/**
 * Whether layers and width may stand for the model scale: both have columns, and where the file
 * gives N too, it agrees with them. `sentence` says what was assumed or why not.
 */
export function shapeUse(
  table: Table,
  cells: CellReader,
): { readonly usable: boolean; readonly sentence: string | null } {
  if (!cells.has('layers') || !cells.has('width')) return { usable: false, sentence: null }
  if (!cells.has('parameters'))
    return { usable: true, sentence: 'Layers are taken to hold 12·d² parameters each.' }
  const shaped = table.rows.flatMap((row): ShapedRun[] => {
    const layers = cells.optional(row, 'layers')
    const width = cells.optional(row, 'width')
    const parameters = cells.optional(row, 'parameters')
    return layers === null || width === null || parameters === null
      ? []
      : [{ layers, width, parameters }]
  })
  if (shaped.length > 0 && shapeDescribes(shaped)) return { usable: true, sentence: null }
  return {
    usable: false,
    sentence:
      'M, 6N₁ and 6N₂ are not offered: 12·layers·width² does not explain the parameter counts, so the formula of M would be wrong here.',
  }
}
