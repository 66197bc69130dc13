import type { Run } from '../../scaling/runs/run.ts'

/** Corpora that are named one by one. */
const MOST_NAMED = 3

/** What runs were trained on: the first names and how many more there are; null where not known. */
export function corporaOf(
  runs: readonly Run[],
): { readonly names: readonly string[]; readonly left: number } | null {
  const found = new Set<string>()
  for (const { corpus } of runs) if (corpus !== undefined) found.add(corpus)
  const names = [...found]
  if (names.length === 0) return null
  return { names: names.slice(0, MOST_NAMED), left: Math.max(0, names.length - MOST_NAMED) }
}
