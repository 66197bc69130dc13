const NOTHING = /^(?:n\/?a\.?|#n\/a|null|none|nil|undefined|missing|-|–|—|\?|\.)$/i

/** Whether a cell says that there is no value: nothing at all, or a word for it (`n/a`, `null`, `-`). */
export function isEmptyCell(cell: string): boolean {
  return cell === '' || NOTHING.test(cell)
}
