/** Whether things have so many different values; it looks no further than it must. */
export function hasDistinct<Thing>(
  things: readonly Thing[],
  count: number,
  valueOf: (thing: Thing) => unknown,
): boolean {
  const found = new Set<unknown>()
  return things.some((thing) => found.add(valueOf(thing)).size >= count)
}
