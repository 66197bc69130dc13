import type { Run } from './run.ts'

/** How the runs of a corrected file differ from those before. */
export interface RunDifference {
  readonly added: readonly Run[]
  readonly removed: readonly Run[]
  /** Runs that are in both with other numbers. */
  readonly changed: readonly { readonly before: Run; readonly after: Run }[]
  readonly unchanged: number
  /** What each run that is in both is called after, by its id before. */
  readonly idAfter: ReadonlyMap<string, string>
}

/**
 * Compares two readings of a sweep. Runs are the same where their names are, if all names of both
 * differ; else where compute, tokens, scale, corpus, seed, learning rate and batch size are the
 * same, in order of the file.
 */
export function runDifference(before: readonly Run[], after: readonly Run[]): RunDifference {
  const identity = haveNames(before) && haveNames(after) ? nameOf : configurationOf
  const waiting = new Map<string, Run[]>()
  for (const run of before) {
    const key = identity(run)
    const others = waiting.get(key)
    if (others === undefined) waiting.set(key, [run])
    else others.push(run)
  }
  const added: Run[] = []
  const changed: { before: Run; after: Run }[] = []
  const idAfter = new Map<string, string>()
  for (const run of after) {
    const old = waiting.get(identity(run))?.shift()
    if (old === undefined) added.push(run)
    else {
      idAfter.set(old.id, run.id)
      if (contentOf(old) !== contentOf(run)) changed.push({ before: old, after: run })
    }
  }
  const removed = before.filter((run) => !idAfter.has(run.id))
  return { added, removed, changed, unchanged: idAfter.size - changed.length, idAfter }
}

function haveNames(runs: readonly Run[]): boolean {
  return runs.every((run) => run.name !== '') && new Set(runs.map(nameOf)).size === runs.length
}

function nameOf(run: Run): string {
  return `${run.source ?? ''}/${run.name}`
}

function configurationOf(run: Run): string {
  const { computeFlops, tokens, scale, corpus, seed, learningRate, batchTokens } = run
  return JSON.stringify([computeFlops, tokens, scale, corpus, seed, learningRate, batchTokens])
}

/** Everything about a run but where it stands. */
function contentOf({ id: _, line: __, source: ___, ...content }: Run): string {
  return JSON.stringify(content)
}
