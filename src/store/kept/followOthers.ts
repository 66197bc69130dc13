import type { DashboardStore, UndoableState } from '../createDashboardStore.ts'
import type { LoadedSweep } from '../loadedSweep.ts'
import type { KeptSweep } from './keptRecord.ts'

/** What another page changed, as this one takes it over. */
export interface OthersChange {
  /** Sweeps that are new or are read otherwise now, by id. */
  readonly sweeps: readonly LoadedSweep[]
  readonly removed: readonly string[]
  /** Decisions about single runs by sweep id; undefined where one was taken back. */
  readonly decisions: Readonly<
    Record<string, Readonly<Record<string, KeptSweep['decisions'][string] | undefined>>>
  >
  /** Choices about the fit by sweep id. */
  readonly fits: Readonly<Record<string, KeptSweep['fit']>>
}

/**
 * Takes over what another page of the same browser changed. It is no change of this page that undo
 * would take back; so that undo takes nothing of it back either, it is written into the states that
 * undo and redo go to.
 */
export function followOthers(store: DashboardStore, change: OthersChange): void {
  const { pause, resume, pastStates, futureStates } = store.temporal.getState()
  pause()
  store.setState(after(store.getState(), change, true))
  resume()
  const rewritten = (states: readonly Partial<UndoableState>[]): Partial<UndoableState>[] =>
    states.map((state) => ({ ...state, ...after(state, change, false) }))
  store.temporal.setState({
    pastStates: rewritten(pastStates),
    futureStates: rewritten(futureStates),
  })
}

/** A state after the change; past readings of sweeps stay as they were. */
function after(
  { sweeps = [], decisions = {}, fits = {}, activeSweepId = null }: Partial<UndoableState>,
  change: OthersChange,
  isNow: boolean,
): Pick<UndoableState, 'sweeps' | 'decisions' | 'fits' | 'activeSweepId'> {
  const changed = new Map(change.sweeps.map((sweep) => [sweep.id, sweep]))
  const left = sweeps
    .filter(({ id }) => !change.removed.includes(id))
    .map((sweep) => (isNow ? (changed.get(sweep.id) ?? sweep) : sweep))
  const known = new Set(sweeps.map(({ id }) => id))
  const all = [...left, ...change.sweeps.filter(({ id }) => !known.has(id))]
  const nextDecisions = { ...decisions }
  for (const [sweepId, ofRuns] of Object.entries(change.decisions)) {
    const next = Object.entries({ ...nextDecisions[sweepId], ...ofRuns })
    nextDecisions[sweepId] = Object.fromEntries(
      next.flatMap(([runId, decision]) => (decision === undefined ? [] : [[runId, decision]])),
    )
  }
  const isThere = all.some(({ id }) => id === activeSweepId)
  return {
    sweeps: all,
    decisions: nextDecisions,
    fits: { ...fits, ...change.fits },
    activeSweepId: isThere ? activeSweepId : (all.at(-1)?.id ?? null),
  }
}
