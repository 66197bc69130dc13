import type { Derivation } from '../issues/derivation.ts'
import type { CellReader } from '../columns/cellReader.ts'
import { shapeDescribes, type ShapedRun } from './shapeDescribes.ts'
import type { Table } from '../tables/table.ts'

/**
 * Whether layers and width may stand for the model scale: both have columns, and where the file
 * gives N too, it agrees with them. `derivation` says what was assumed or why not.
 */
export function shapeUse(
  table: Table,
  cells: CellReader,
): { readonly usable: boolean; readonly derivation: Derivation | null } {
  if (!cells.has('layers') || !cells.has('width')) return { usable: false, derivation: null }
  if (!cells.has('parameters')) return { usable: true, derivation: { code: 'layers-hold' } }
  const shaped = table.rows.flatMap((row): ShapedRun[] => {
    const layers = cells.optional(row, 'layers')
    const width = cells.optional(row, 'width')
    const parameters = cells.optional(row, 'parameters')
    return layers === null || width === null || parameters === null
      ? []
      : [{ layers, width, parameters }]
  })
  if (shaped.length > 0 && shapeDescribes(shaped)) return { usable: true, derivation: null }
  return {
    usable: false,
    derivation: { code: 'shape-disagrees' },
  }
}
