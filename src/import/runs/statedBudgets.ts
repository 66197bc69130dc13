import type { Derivation } from '../issues/derivation.ts'
import type { Run } from '../../scaling/runs/run.ts'
import type { CellReader } from '../columns/cellReader.ts'
import type { Table, TableRow } from '../tables/table.ts'

/**
 * The budget that each row states: the number in the budget column, `none` where that says
 * something else. Without such a column `unstated`; but where at least half of the names, and not
 * all, carry `isoflop`, the other rows belong to no budget, and `derivation` says so.
 */
export function statedBudgets(
  table: Table,
  cells: CellReader,
): {
  readonly ofRow: (row: TableRow) => Run['statedBudget']
  readonly derivation: Derivation | null
} {
  if (cells.has('budget')) {
    return { ofRow: (row) => cells.optional(row, 'budget') ?? 'none', derivation: null }
  }
  const isMember = (row: TableRow): boolean => /isoflop/i.test(cells.text(row, 'name'))
  const members = table.rows.filter(isMember).length
  const others = table.rows.length - members
  if (members < others || others === 0) return { ofRow: () => 'unstated', derivation: null }
  return {
    ofRow: (row) => (isMember(row) ? 'unstated' : 'none'),
    derivation: { code: 'not-isoflop', rows: others, members },
  }
}
