import { isEqual } from '../isEqual.ts'
import type { KeptSweep } from './keptRecord.ts'

/**
 * A sweep's record after two pages changed it: each part is that of the page that changed it since
 * `base`, the record that this page last knew; ours where both did. Decisions are parts of their own,
 * run by run. Null where the other page removed the sweep and this one left it as it was.
 */
export function mergeRecords(
  base: KeptSweep | undefined,
  ours: KeptSweep,
  theirs: KeptSweep | undefined,
): KeptSweep | null {
  if (theirs === undefined) return base === undefined || !isEqual(base, ours) ? ours : null
  if (base === undefined) return ours
  const pick = <Key extends keyof KeptSweep>(key: Key): KeptSweep[Key] =>
    isEqual(base[key], ours[key]) ? theirs[key] : ours[key]
  return {
    ...{ id: ours.id, name: pick('name'), origin: pick('origin'), addedAt: pick('addedAt') },
    ...{ fileIds: pick('fileIds'), oneRowIs: pick('oneRowIs'), reduction: pick('reduction') },
    ...{ conditions: pick('conditions'), mapping: pick('mapping'), pooled: pick('pooled') },
    ...{ bytesPerToken: pick('bytesPerToken'), corpus: pick('corpus'), fit: pick('fit') },
    decisions: mergeDecisions(base.decisions, ours.decisions, theirs.decisions),
  }
}

type Decisions = KeptSweep['decisions']

function mergeDecisions(base: Decisions, ours: Decisions, theirs: Decisions): Decisions {
  const runIds = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  return Object.fromEntries(
    [...runIds].flatMap((runId) => {
      const decision = base[runId] === ours[runId] ? theirs[runId] : ours[runId]
      return decision === undefined ? [] : [[runId, decision] as const]
    }),
  )
}
