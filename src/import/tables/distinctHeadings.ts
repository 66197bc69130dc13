/** Headings trimmed; one that was there before is numbered, past numbers that are taken. */
export function distinctHeadings(cells: readonly string[]): string[] {
  const used = new Set<string>()
  const counts = new Map<string, number>()
  return cells.map((cell) => {
    const heading = cell.trim()
    let count = counts.get(heading) ?? 1
    let distinct = count === 1 ? heading : `${heading} (${count})`
    while (used.has(distinct)) distinct = `${heading} (${++count})`
    counts.set(heading, count + 1)
    used.add(distinct)
    return distinct
  })
}
