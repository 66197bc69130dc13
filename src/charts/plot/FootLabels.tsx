import { useProjection } from './projection.ts'

/** The name of a line that leaves the plot below. */
export interface FootLabel {
  readonly id: string
  readonly text: string
  /** Where it leaves, data units. */
  readonly x: number
}

const CHARACTER = 6.2
const GAP = 4

/** Labels along the foot of a plot, each right of its line; one that would lie upon the label before it is left out. */
export function FootLabels({
  labels,
  room,
}: {
  readonly labels: readonly FootLabel[]
  /** Pixels that are free right of the plot. */
  readonly room: number
}) {
  const { area, toX } = useProjection()
  const placed: { label: FootLabel; x: number }[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const label of labels.toSorted((one, other) => one.x - other.x)) {
    const x = toX(label.x) + GAP
    const end = x + label.text.length * CHARACTER
    if (x < free || end > area.x + area.width + room) continue
    placed.push({ label, x })
    free = end + GAP
  }
  return placed.map(({ label, x }) => (
    <text
      key={label.id}
      x={x}
      y={area.y + area.height - 5}
      fill="var(--color-muted)"
      className="halo text-[11px] tabular-nums"
      pointerEvents="none"
    >
      {label.text}
    </text>
  ))
}
