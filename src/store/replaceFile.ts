import { fileTable } from '../import/sweepFile.ts'
import type { SweepFile } from '../import/sweepFile.ts'
import { runDifference } from '../scaling/runDifference.ts'
import type { DashboardState } from './dashboardState.ts'
import { readAgain } from './loadedSweep.ts'

/**
 * What becomes of the state when a file takes the place of an earlier one of the same name and
 * headings: the sweep read again under the same choices, the decisions about its runs kept, and the
 * difference told. Null where there is no such file, or where fewer than half of its runs are in the
 * new one: then it is another sweep that happens to be called the same.
 */
export function replaceFile(
  state: DashboardState,
  file: SweepFile,
): Partial<DashboardState> | null {
  for (const sweep of state.sweeps.toReversed()) {
    const at = sweep.files.findIndex((earlier) => earlier.name === file.name)
    const earlier = sweep.files[at]
    if (earlier === undefined || sweep.origin.kind === 'sample') continue
    const headings = (of: SweepFile): string => fileTable(of, sweep).header.join('\n')
    if (headings(earlier) !== headings(file)) continue
    const next = readAgain({ ...sweep, files: sweep.files.with(at, file) }, sweep)
    const difference = runDifference(sweep.imported.runs, next.imported.runs)
    if (difference.idAfter.size * 2 < sweep.imported.runs.length) continue
    const decisions = Object.entries(state.decisions[sweep.id] ?? {}).flatMap(([id, decision]) => {
      const after = difference.idAfter.get(id)
      return after === undefined ? [] : [[after, decision] as const]
    })
    return {
      sweeps: state.sweeps.map((other) => (other === sweep ? next : other)),
      activeSweepId: sweep.id,
      decisions: { ...state.decisions, [sweep.id]: Object.fromEntries(decisions) },
      replacement: { sweepId: sweep.id, fileName: file.name, file, difference },
      change: `replace ${file.name}`,
    }
  }
  return null
}
