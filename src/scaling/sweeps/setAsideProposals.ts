import { median } from '../../numerics/median.ts'
import { leastAbsoluteResiduals } from '../../numerics/robustParabola.ts'
import { commonMetrics } from './commonMetrics.ts'
import type { BudgetGroup } from '../budgets/budgetGroups.ts'
import type { Run } from '../runs/run.ts'
import type { ScaleMetric } from '../runs/scaleMetric.ts'

/** Why a run is proposed for setting aside; the person decides. */
export type SetAsideReason =
  /** The tracker says that the run failed, crashed or was killed. */
  | { readonly kind: 'failed'; readonly status: string }
  /** The tracker says that it still runs, or it has done fewer steps than it was to do. */
  | { readonly kind: 'unfinished'; readonly status: string; readonly fractionDone: number | null }
  /** The loss of its log ends in something that is no number, or far above its lowest. */
  | { readonly kind: 'curve'; readonly end: NonNullable<Run['curveEnd']> }
  /** The same run stands in the sweep before. */
  | { readonly kind: 'copy'; readonly ofRunId: string }
  /** Loss at least twice the median of its budget. */
  | { readonly kind: 'diverged'; readonly timesMedian: number }
  /** Far above the curve of its budget, and above both neighbours in scale. */
  | { readonly kind: 'spiked'; readonly excess: number; readonly deviations: number }

export interface SetAsideProposal {
  readonly runId: string
  readonly reason: SetAsideReason
}

const FAILED = new Set(['failed', 'crashed', 'killed', 'error', 'diverged', 'oom', 'cancelled'])
const RUNNING = new Set(['running', 'pending', 'queued', 'preempted', 'preempting', 'scheduled'])
/** A run that has done a smaller part of its planned steps is unfinished. */
const FINISHED_FRACTION = 0.9
const DIVERGED_TIMES_MEDIAN = 2
/** A spike lies this many robust standard deviations above its budget's curve ... */
const SPIKE_DEVIATIONS = 8
/** ... and at least this fraction of the loss, so that noise-free sweeps have none. */
const SPIKE_LEAST_EXCESS = 0.01
/** Fewer runs than this give no robust scale worth trusting. */
const SPIKE_LEAST_RUNS = 8

/**
 * Runs that an analyst would look at twice: failed by the tracker's word, unfinished, diverged by
 * their curve or their loss, spiked, or in the sweep twice. What becomes of them a person decides.
 *
 * The spike rule works per budget and under every scale metric that the runs have, so that the
 * choice of a metric does not change what is proposed: residuals r of a
 * least-absolute-deviations parabola in ln(scale); a run counts when r > 8 * 1.4826 * median|r|,
 * r > 1% of its loss, it lies inside the sampled range and above both neighbours. One-sided,
 * since a spike only raises the loss. The outermost runs are spared: there the true curve
 * leaves any parabola.
 */
export function proposeSetAside(
  runs: readonly Run[],
  groups: readonly BudgetGroup[],
): SetAsideProposal[] {
  const metrics = commonMetrics(runs)
  const proposals = new Map<string, SetAsideReason>()
  for (const group of groups) {
    for (const { runId, reason } of proposalsInBudget(group, metrics)) proposals.set(runId, reason)
  }
  const copies = copiesAmong(runs)
  for (const run of runs) {
    const { id, status, curveEnd, steps, plannedSteps } = run
    const done = steps === undefined || plannedSteps === undefined ? null : steps / plannedSteps
    if (RUNNING.has(status) || (done !== null && done < FINISHED_FRACTION)) {
      proposals.set(id, { kind: 'unfinished', status, fractionDone: done })
    }
    if (curveEnd !== undefined) proposals.set(id, { kind: 'curve', end: curveEnd })
    if (FAILED.has(status)) proposals.set(id, { kind: 'failed', status })
    const first = copies.get(id)
    if (first !== undefined) proposals.set(id, { kind: 'copy', ofRunId: first })
  }
  return runs.flatMap((run) => {
    const reason = proposals.get(run.id)
    return reason === undefined ? [] : [{ runId: run.id, reason }]
  })
}

const remembered = new WeakMap<BudgetGroup, readonly SetAsideProposal[]>()

/** The runs that diverged or spiked among those of their budget; remembered as long as the group is. */
export function proposalsInBudget(
  group: BudgetGroup,
  metrics: readonly ScaleMetric[],
): readonly SetAsideProposal[] {
  const before = remembered.get(group)
  if (before !== undefined) return before
  const middle = median(group.runs.map((run) => run.loss))
  const proposals = new Map<string, SetAsideReason>()
  for (const run of group.runs) {
    const timesMedian = run.loss / middle
    if (timesMedian >= DIVERGED_TIMES_MEDIAN) {
      proposals.set(run.id, { kind: 'diverged', timesMedian })
    }
  }
  const sound = group.runs.filter((run) => !proposals.has(run.id))
  for (const metric of metrics) {
    for (const [runId, reason] of spikes(sound, metric)) proposals.set(runId, reason)
  }
  const told = [...proposals].map(([runId, reason]) => ({ runId, reason }))
  remembered.set(group, told)
  return told
}

/** The runs that stand in the sweep twice, each with the first of its kind. */
function copiesAmong(runs: readonly Run[]): ReadonlyMap<string, string> {
  const copies = new Map<string, string>()
  // Most runs differ in a few numbers already, and need not be compared whole.
  const product = ({ loss, tokens, computeFlops }: Run): number => loss * tokens * computeFlops
  const seen = new Set<number>()
  const twice = new Set<number>()
  for (const run of runs) {
    const one = product(run)
    if (seen.has(one)) twice.add(one)
    seen.add(one)
  }
  const firsts = new Map<string, string>()
  for (const run of runs) {
    if (!twice.has(product(run))) continue
    const content = contentOf(run)
    const first = firsts.get(content)
    if (first === undefined) firsts.set(content, run.id)
    else copies.set(run.id, first)
  }
  return copies
}

/** Everything about a run but where it stands. */
function contentOf({ id: _, line: __, source: ___, ...content }: Run): string {
  return JSON.stringify(content)
}

function spikes(runs: readonly Run[], metric: ScaleMetric): [string, SetAsideReason][] {
  if (runs.length < SPIKE_LEAST_RUNS) return []
  const fit = leastAbsoluteResiduals(
    runs.map((run) => Math.log(run.scale[metric] ?? Number.NaN)),
    runs.map((run) => run.loss),
  )
  if (fit === null) return []
  const far = new Map<Run, SetAsideReason>()
  runs.forEach((run, i) => {
    const residual = fit.residuals[i] ?? 0
    const deviations = residual / fit.scale
    const excess = residual / run.loss
    if (deviations > SPIKE_DEVIATIONS && excess >= SPIKE_LEAST_EXCESS) {
      far.set(run, { kind: 'spiked', excess, deviations })
    }
  })
  if (far.size === 0) return []
  const sorted = runs.toSorted((a, b) => (a.scale[metric] ?? 0) - (b.scale[metric] ?? 0))
  return sorted.flatMap((run, i): [string, SetAsideReason][] => {
    const reason = far.get(run)
    const before = sorted[i - 1]
    const after = sorted[i + 1]
    if (reason === undefined || before === undefined || after === undefined) return []
    return run.loss > before.loss && run.loss > after.loss ? [[run.id, reason]] : []
  })
}
