/** An invisible disc that catches the pointer for a mark drawn by another layer. */
export function HitSymbol({
  cx,
  cy,
}: {
  readonly cx?: number | undefined
  readonly cy?: number | undefined
}) {
  if (!Number.isFinite(cx) || !Number.isFinite(cy)) return null
  return <circle cx={cx} cy={cy} r={9} fill="transparent" />
}
