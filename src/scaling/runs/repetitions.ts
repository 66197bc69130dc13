import { mean } from 'd3-array'
import type { Run } from './run.ts'

/** Runs of one configuration that differ in their seed, or in nothing that the sweep tells. */
export interface Repetition {
  /** At least two, in order of the sweep. */
  readonly runIds: readonly string[]
}

/**
 * Runs that repeat one another: the same corpus, compute, tokens, scale, learning rate and batch
 * size to six digits, and either different seeds, or a learning rate and a batch size that are known
 * (else what differs may be something that the file does not tell). Copies of a run do not count.
 */
export function findRepetitions(runs: readonly Run[]): Repetition[] {
  const groups = new Map<string, Run[]>()
  for (const run of runs) {
    const isKnown = run.learningRate !== undefined && run.batchTokens !== undefined
    if (run.seed === undefined && !isKnown) continue
    const key = configurationOf(run)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [run])
    else group.push(run)
  }
  return [...groups.values()].flatMap((group) => {
    const distinct = new Set(group.map((run) => run.seed ?? run.loss))
    return distinct.size < 2 ? [] : [{ runIds: group.map((run) => run.id) }]
  })
}

/**
 * Runs in which the repetitions among `averaged` have become one run each: that of the first, with
 * the mean of their losses. A repetition of which only one run is left stays as it is.
 */
export function averageRepetitions(runs: readonly Run[], averaged: ReadonlySet<string>): Run[] {
  if (averaged.size === 0) return [...runs]
  const groups = new Map<string, Run[]>()
  for (const run of runs) {
    if (!averaged.has(run.id)) continue
    const key = configurationOf(run)
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return runs.flatMap((run) => {
    if (!averaged.has(run.id)) return [run]
    const group = groups.get(configurationOf(run)) ?? [run]
    if (group[0] !== run) return []
    const around = run.lossesAround?.map(
      (_, i) => mean(group, ({ lossesAround }) => lossesAround?.[i]) ?? Number.NaN,
    )
    return [
      {
        ...run,
        loss: mean(group, (member) => member.loss) ?? run.loss,
        ...(around === undefined ? {} : { lossesAround: around }),
      },
    ]
  })
}

function configurationOf(run: Run): string {
  const digits = (value: number | undefined): string => value?.toPrecision(6) ?? ''
  return [
    ...[run.corpus ?? '', run.statedBudget, digits(run.computeFlops), digits(run.tokens)],
    ...Object.entries(run.scale).map(([metric, value]) => `${metric}=${digits(value)}`),
    ...[digits(run.learningRate), digits(run.batchTokens)],
  ].join('/')
}
