import type { DashboardState, RunDecision } from './dashboardState.ts'
import type { SetState } from './slice.ts'

type DecisionsSlice = Pick<
  DashboardState,
  'decisions' | 'decideRuns' | 'includeRuns' | 'resetDecisions'
>

/** What becomes of single runs. */
export function decisionsSlice(set: SetState): DecisionsSlice {
  return {
    decisions: {},

    decideRuns: (sweepId, runIds, decision) => {
      set((state) => decide(state, sweepId, runIds, () => decision, KINDS[decision]))
    },

    includeRuns: (sweepId, runIds, use) => {
      const after = (before: RunDecision | undefined): RunDecision => {
        const isAveraged = before === 'averaged' || before === 'averaged-set-aside'
        if (use) return isAveraged ? 'averaged' : 'kept'
        return isAveraged ? 'averaged-set-aside' : 'set-aside'
      }
      set((state) => decide(state, sweepId, runIds, after, use ? 'keep' : 'set-aside'))
    },

    resetDecisions: (sweepId) => {
      set((state) => ({
        decisions: { ...state.decisions, [sweepId]: {} },
        change: { kind: 'forget-decisions' },
      }))
    },
  }
}

const KINDS = {
  'set-aside': 'set-aside',
  'averaged-set-aside': 'set-aside',
  kept: 'keep',
  averaged: 'average',
} as const satisfies Readonly<Record<RunDecision, string>>

function decide(
  { decisions }: DashboardState,
  sweepId: string,
  runIds: readonly string[],
  after: (before: RunDecision | undefined) => RunDecision,
  kind: (typeof KINDS)[RunDecision],
): Partial<DashboardState> {
  const before = decisions[sweepId] ?? {}
  const decided = Object.fromEntries(runIds.map((runId) => [runId, after(before[runId])]))
  return {
    decisions: { ...decisions, [sweepId]: { ...before, ...decided } },
    change: { kind, runs: runIds.length },
  }
}
