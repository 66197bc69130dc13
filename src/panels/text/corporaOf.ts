import type { Run } from '../../scaling/runs/run.ts'

/** Corpora that are named one by one. */
const MOST_NAMED = 3

/** What runs were trained on: the first names and how many more there are; null where not known. */
export function corporaOf(
  runs: readonly Run[],
): { readonly names: readonly string[]; readonly left: number } | null {
  const names = [...new Set(runs.flatMap((run) => run.corpus ?? []))]
  if (names.length === 0) return null
  return { names: names.slice(0, MOST_NAMED), left: Math.max(0, names.length - MOST_NAMED) }
}
