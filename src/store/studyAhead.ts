import type { Run } from '../scaling/runs/run.ts'
import { proposalsInBudget } from '../scaling/sweeps/setAsideProposals.ts'
import { rememberedSteps } from '../scaling/estimators/isoFlop/analyseSweep.ts'
import { linearisedCurves } from '../scaling/estimators/isoFlop/linearisedCurves.ts'
import {
  selectAnalysis,
  selectFitSettings,
  selectGrouping,
  selectGroups,
  selectKind,
  selectMetrics,
  selectProposals,
  selectRepetitions,
  selectScaleEvidence,
  selectScaleLaws,
} from './analysisSelectors.ts'
import type { DashboardState } from './dashboardState.ts'
import type { LoadedSweep } from './loadedSweep.ts'

/** Sweeps of fewer runs than this are analysed in a blink. */
const MANY_RUNS = 500

const AHEAD = 'ahead'

/**
 * Analyses the runs of a large sweep that is about to be shown, piece by piece with a `pause` between,
 * so that the page answers meanwhile; the selectors remember it, and the sweep stands at once when it is
 * added. It does nothing for sweeps of ordinary size.
 */
export async function studyAhead(
  state: DashboardState,
  runs: readonly Run[],
  pause: () => Promise<void>,
): Promise<void> {
  if (runs.length < MANY_RUNS) return
  const sweep = { id: AHEAD, name: '', imported: { runs } } as unknown as LoadedSweep
  const ahead: DashboardState = { ...state, sweeps: [sweep], fits: {}, decisions: {} }
  for (const select of [selectScaleEvidence, selectMetrics, selectGrouping, selectKind]) {
    await pause()
    select(ahead, AHEAD)
  }
  for (const group of selectGrouping(ahead, AHEAD).groups) {
    await pause()
    proposalsInBudget(group, selectMetrics(ahead, AHEAD))
  }
  const steps = [selectProposals, selectRepetitions, selectGroups, selectFitSettings]
  for (const select of steps) {
    await pause()
    select(ahead, AHEAD)
  }
  if (selectKind(ahead, AHEAD) !== 'isoflop') return
  const settings = selectFitSettings(ahead, AHEAD)
  for (const axis of [settings.metric, 'D'] as const) {
    const steps = rememberedSteps(selectGroups(ahead, AHEAD), axis, settings)
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) await pause()
    await pause()
    linearisedCurves(step.value)
  }
  for (const select of [selectAnalysis, selectScaleLaws]) {
    await pause()
    select(ahead, AHEAD)
  }
}
