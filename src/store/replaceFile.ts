import { fileTable } from '../import/sources/sweepFile.ts'
import type { SweepFile } from '../import/sources/sweepFile.ts'
import { runDifference } from '../scaling/runs/runDifference.ts'
import type { DashboardState } from './dashboardState.ts'
import { sweepTable } from '../import/sources/sweepTable.ts'
import { readAgain, type LoadedSweep } from './loadedSweep.ts'
import { identityOf, populationsBeside } from './sweepsOfFiles.ts'

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
    const files = sweep.files.with(at, file)
    const parts = populationsBeside(state.sweeps, sweep)
    const nextParts = new Map(
      parts.map((part) => [part.id, readAgain({ ...part, files }, part)] as const),
    )
    const newcomers = newPopulations(parts, files)
    const runsBefore = parts.flatMap((part) => part.imported.runs)
    const after = [...nextParts.values(), ...newcomers]
    const difference = runDifference(
      runsBefore,
      after.flatMap((part) => part.imported.runs),
    )
    if (difference.idAfter.size * 2 < runsBefore.length) continue
    const decided = parts.flatMap((part) => Object.entries(state.decisions[part.id] ?? {}))
    const decisions = Object.fromEntries(
      decided.flatMap(([id, decision]) => {
        const idAfter = difference.idAfter.get(id)
        return idAfter === undefined ? [] : [[idAfter, decision] as const]
      }),
    )
    return {
      sweeps: state.sweeps.flatMap((other) => {
        const next = nextParts.get(other.id) ?? other
        return other === parts.at(-1) ? [next, ...newcomers] : [next]
      }),
      activeSweepId: parts.some(({ id }) => id === state.activeSweepId)
        ? state.activeSweepId
        : sweep.id,
      decisions: {
        ...state.decisions,
        ...Object.fromEntries(after.map((part) => [part.id, decisions])),
      },
      replacement: { sweepId: sweep.id, fileName: file.name, file, difference },
      change: { kind: 'replace', file: file.name },
    }
  }
  return null
}

/** Sweeps of the populations that a corrected file has and the earlier one had not. */
function newPopulations(
  parts: readonly LoadedSweep[],
  files: readonly SweepFile[],
): readonly LoadedSweep[] {
  const [first] = parts
  const heading = first?.conditions[0]?.heading
  if (first === undefined || heading === undefined) return []
  const known = new Set(parts.map((part) => part.conditions[0]?.value))
  const { table } = sweepTable(files, { ...first, conditions: [] })
  const column = table.header.indexOf(heading)
  const values = new Set(table.rows.map((row) => (row.cells[column] ?? '').trim()))
  return [...values]
    .filter((value) => !known.has(value))
    .map((value) => {
      const conditions = [{ heading, value }]
      return readAgain(identityOf(files, first.origin, conditions), { ...first, conditions })
    })
}
