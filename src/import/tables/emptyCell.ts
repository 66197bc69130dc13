const NOTHING = /^(?:n\/?a\.?|#n\/a|null|none|nil|undefined|missing|-|–|—|\?|\.)$/i

/** Whether a cell says that there is no value: nothing at all, or a word for it (`n/a`, `null`, `-`). */
export function isEmptyCell(cell: string): boolean {
  // Most cells begin with a digit, and a word for nothing never does.
  const first = cell.charCodeAt(0)
  return cell === '' || (!(first >= 48 && first <= 57) && NOTHING.test(cell))
}
